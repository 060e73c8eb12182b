import type { Tally } from '../../../src/domain/response-time/tally.ts';
import type { Tx } from '../../client.ts';

/** Adds to the tallies, in one order everywhere, so that two transactions never wait in a circle. */
export const saveTallies = async ({ sql }: Tx, changes: readonly Tally[]): Promise<void> => {
  if (changes.length === 0) return;
  await sql`
    INSERT INTO response_tally (seller_id, sent_cell, channel, answered_cell, target_ms, warning_ms, messages,
      answered_in_time, response_ms, internal_judged, internal_in_time)
    SELECT * FROM unnest(
      ${changes.map(({ sellerId }) => sellerId)}::uuid[],
      ${changes.map(({ sentCell }) => sentCell)}::integer[],
      ${changes.map(({ channel }) => channel)}::text[],
      ${changes.map(({ answeredCell }) => answeredCell)}::integer[],
      ${changes.map(({ targetMs }) => targetMs)}::bigint[],
      ${changes.map(({ warningMs }) => warningMs)}::bigint[],
      ${changes.map(({ messages }) => messages)}::integer[],
      ${changes.map(({ answeredInTime }) => answeredInTime)}::integer[],
      ${changes.map(({ responseMs }) => responseMs)}::bigint[],
      ${changes.map(({ internalJudged }) => internalJudged)}::integer[],
      ${changes.map(({ internalInTime }) => internalInTime)}::integer[]
    ) AS new (seller_id, sent_cell, channel, answered_cell, target_ms, warning_ms, messages, answered_in_time,
      response_ms, internal_judged, internal_in_time)
    ORDER BY seller_id, channel, sent_cell, answered_cell, target_ms, warning_ms
    ON CONFLICT ON CONSTRAINT response_tally_pk DO UPDATE SET
      messages = response_tally.messages + excluded.messages,
      answered_in_time = response_tally.answered_in_time + excluded.answered_in_time,
      response_ms = response_tally.response_ms + excluded.response_ms,
      internal_judged = response_tally.internal_judged + excluded.internal_judged,
      internal_in_time = response_tally.internal_in_time + excluded.internal_in_time`;
};
