import { addDays, type Instant } from '../../../src/domain/calendar/instant.ts';
import { allChannels, sentCellOf } from '../../../src/domain/response-time/tally.ts';
import type { Database } from '../../client.ts';

export interface MessageChannel {
  readonly channel: string;
  /** Those that its messages of the last 90 days had, each as it stood when one arrived; the shortest first. */
  readonly targetsMs: readonly number[];
}

/** The longest of the figures' windows. */
const days = 90;

/**
 * The channels of a seller's counted messages, however old, by name. From one to the next by the tallies' index:
 * a look for each channel instead of one at each tally.
 */
export const listMessageChannels = (
  database: Database,
  sellerId: string,
  asOf: Instant,
): Promise<MessageChannel[]> =>
  database.asSellers(
    [sellerId],
    ({ sql }) => sql<MessageChannel[]>`
      WITH RECURSIVE named AS (
        (SELECT channel FROM response_tally
          WHERE seller_id = ${sellerId} AND channel > ${allChannels} AND messages > 0 ORDER BY channel LIMIT 1)
        UNION ALL
        SELECT next.channel FROM named CROSS JOIN LATERAL (
          SELECT channel FROM response_tally
          WHERE seller_id = ${sellerId} AND channel > named.channel AND messages > 0 ORDER BY channel LIMIT 1
        ) AS next
      )
      SELECT channel, ARRAY(
        SELECT DISTINCT target_ms FROM response_tally
        WHERE seller_id = ${sellerId} AND response_tally.channel = named.channel AND messages > 0
          AND sent_cell BETWEEN ${sentCellOf(Date.parse(addDays(asOf, -days)))} AND ${sentCellOf(Date.parse(asOf))}
        ORDER BY target_ms) AS "targetsMs"
      FROM named ORDER BY channel`,
  );
