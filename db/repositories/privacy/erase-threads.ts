import type { Instant } from '../../../src/domain/calendar/instant.ts';
import { erasedText } from '../../../src/domain/privacy/anonymise.ts';
import { newId } from '../../../src/platform/ids.ts';
import type { Tx } from '../../client.ts';
import type { ThreadToErase } from './lock-threads-to-erase.ts';

/** Notes that conversations hold no words any more, and when to look whether new ones have come. */
export const noteThreads = async (
  { sql }: Tx,
  threads: readonly { readonly id: string; readonly checkAt: Instant | null; readonly erased: boolean }[],
): Promise<void> => {
  if (threads.length === 0) return;
  await sql`
    UPDATE thread SET erase_check_at = new.check_at,
      erased_at = CASE WHEN new.erased = 'true' THEN now() ELSE erased_at END
    FROM unnest(
      ${threads.map(({ id }) => id)}::uuid[],
      ${threads.map(({ checkAt }) => checkAt)}::timestamptz[],
      ${threads.map(({ erased }) => String(erased))}::text[]
    ) AS new (id, check_at, erased)
    WHERE thread.id = new.id`;
};

/**
 * Moves erased messages of a buyer's conversation to one without a name. Its own id follows from the buyer's name,
 * so that who writes again would land in it; its last message takes it away.
 */
export const moveToNameless = async (
  { sql }: Tx,
  { id, sellerId, channel }: ThreadToErase,
  messageIds: readonly string[],
): Promise<void> => {
  if (messageIds.length > 0) {
    const nameless = newId();
    await sql`
      INSERT INTO thread (id, seller_id, channel, channel_order_id, buyer, erased_at)
      VALUES (${nameless}, ${sellerId}, ${channel}, NULL, ${erasedText}, now())`;
    await sql`UPDATE message SET thread_id = ${nameless} WHERE id = ANY (${messageIds as string[]}::uuid[])`;
  }
  await sql`
    DELETE FROM thread WHERE id = ${id} AND NOT EXISTS (SELECT 1 FROM message WHERE thread_id = ${id})`;
};
