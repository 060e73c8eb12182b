import type { Database } from '../../client.ts';
import type { FullMessage } from './full-message.ts';
import { selectMessages } from './select-messages.ts';

/** Null: no such message of this seller. */
export const findMessage = (
  database: Database,
  sellerId: string,
  messageId: string,
): Promise<FullMessage | null> =>
  database.asSellers([sellerId], async ({ sql }) => {
    const [message] = await selectMessages(sql, sql`WHERE message.id = ${messageId}`);
    return message ?? null;
  });
