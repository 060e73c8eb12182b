import { addDays, type Instant } from '../../../src/domain/calendar/instant.ts';
import type { Database } from '../../client.ts';

/**
 * Messages that nobody has answered as of then, and that are not late yet, the least time left first; of the 30
 * days that the projection is about.
 */
export const listNextDue = (
  database: Database,
  sellerId: string,
  {
    channel,
    asOf,
    limit,
  }: { readonly channel: string | null; readonly asOf: Instant; readonly limit: number },
): Promise<string[]> =>
  database.asSellers([sellerId], async ({ sql }) => {
    if (limit === 0) return [];
    const ofChannel = channel === null ? sql`` : sql`AND channel = ${channel}`;
    const open = sql`seller_id = ${sellerId} AND counts AND sent_at > ${addDays(asOf, -30)} AND sent_at <= ${asOf}
      AND due_at >= ${asOf} ${ofChannel}`;
    const rows = await sql<{ id: string }[]>`
      (SELECT id, due_at FROM message WHERE ${open} AND answered_at IS NULL ORDER BY due_at, id LIMIT ${limit})
      UNION ALL
      (SELECT id, due_at FROM message WHERE ${open} AND answered_at > ${asOf} ORDER BY due_at, id LIMIT ${limit})
      ORDER BY due_at, id LIMIT ${limit}`;
    return rows.map(({ id }) => id);
  });
