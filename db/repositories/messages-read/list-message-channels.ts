import { addDays, type Instant } from '../../../src/domain/calendar/instant.ts';
import { cellOf } from '../../../src/domain/response-time/tally.ts';
import type { Database } from '../../client.ts';

export interface MessageChannel {
  readonly channel: string;
  /** Those that its messages of the last 90 days had, each as it stood when one arrived; the shortest first. */
  readonly targetsMs: readonly number[];
}

/** The longest of the figures' windows. */
const days = 90;

/** The channels of a seller's counted messages, however old, by name; from the tallies, which are few. */
export const listMessageChannels = async (
  database: Database,
  sellerId: string,
  asOf: Instant,
): Promise<MessageChannel[]> => {
  const rows = await database.asSellers(
    [sellerId],
    ({ sql }) => sql<{ channel: string; targetMs: number; recent: boolean }[]>`
      SELECT channel, target_ms AS "targetMs",
        bool_or(sent_cell BETWEEN ${cellOf(addDays(asOf, -days))} AND ${cellOf(asOf)}) AS recent
      FROM response_tally
      WHERE seller_id = ${sellerId} AND messages > 0
      GROUP BY channel, target_ms
      ORDER BY channel, target_ms`,
  );
  const targets = new Map<string, number[]>();
  for (const { channel, targetMs, recent } of rows) {
    const known = targets.get(channel) ?? [];
    targets.set(channel, recent ? [...known, targetMs] : known);
  }
  return [...targets].map(([channel, targetsMs]) => ({ channel, targetsMs }));
};
