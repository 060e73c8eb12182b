import { addDays, type Instant } from '../../../src/domain/calendar/instant.ts';
import { projectionDays } from '../../../src/domain/response-time/figures.ts';
import { allChannels, answeredCellOf, sentCellOf } from '../../../src/domain/response-time/tally.ts';
import type { Database } from '../../client.ts';

/**
 * Messages that nobody has answered as of then, and that are not late yet, the least time left first; of the
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
    const open = sql`seller_id = ${sellerId} AND counts AND sent_at > ${addDays(asOf, -projectionDays)} AND sent_at <= ${asOf}
      AND due_at >= ${asOf} ${ofChannel}`;
    // What is not late yet was sent no longer ago than the longest target.
    const longest = sql`(
      SELECT coalesce(max(target_ms), 0) * interval '1 millisecond' FROM response_tally
      WHERE seller_id = ${sellerId} AND channel = ${channel ?? allChannels} AND messages > 0
        AND answered_cell >= ${answeredCellOf(Date.parse(asOf))} AND sent_cell <= ${sentCellOf(Date.parse(asOf))})`;
    const rows = await sql<{ id: string }[]>`
      (SELECT id, due_at FROM message WHERE ${open} AND answered_at IS NULL ORDER BY due_at, id LIMIT ${limit})
      UNION ALL
      (SELECT id, due_at FROM message WHERE ${open} AND answered_at > ${asOf}
        AND sent_at >= ${asOf}::timestamptz - ${longest} ORDER BY due_at, id LIMIT ${limit})
      ORDER BY due_at, id LIMIT ${limit}`;
    return rows.map(({ id }) => id);
  });
