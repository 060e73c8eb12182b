import type { ReturnEvent } from '../../../src/domain/returns/events.ts';
import type { Return } from '../../../src/domain/returns/return.ts';
import { rmaKey } from '../../../src/domain/returns/rma.ts';
import type { Tx } from '../../client.ts';
import type { OwnedReturn } from './read-returns.ts';

const detailsOf = ({
  id: _id,
  orderId: _orderId,
  channel: _channel,
  channelOrderId: _number,
  state: _state,
  requestedAt: _at,
  ...details
}: Return): string => JSON.stringify(details);

/** Writes returns, new ones and changed ones, whose orders this transaction has locked. */
export const saveReturns = async ({ sql }: Tx, returns: readonly OwnedReturn[]): Promise<void> => {
  if (returns.length === 0) return;
  const all = returns.map((owned) => owned.return);
  await sql`
    INSERT INTO "return" (id, seller_id, order_id, channel, channel_order_id, state, requested_at, rma, rma_key,
      closed_by, details)
    SELECT * FROM unnest(
      ${all.map(({ id }) => id)}::uuid[],
      ${returns.map(({ sellerId }) => sellerId)}::uuid[],
      ${all.map(({ orderId }) => orderId)}::uuid[],
      ${all.map(({ channel }) => channel)}::text[],
      ${all.map(({ channelOrderId }) => channelOrderId)}::text[],
      ${all.map(({ state }) => state)}::text[],
      ${all.map(({ requestedAt }) => requestedAt)}::timestamptz[],
      ${all.map(({ authorization }) => authorization?.rma ?? null)}::text[],
      ${all.map(({ authorization }) => (authorization === null ? null : rmaKey(authorization.rma)))}::text[],
      ${all.map(({ closing }) => closing?.by ?? null)}::text[],
      ${all.map(detailsOf)}::jsonb[]
    )
    ON CONFLICT (id) DO UPDATE SET
      state = excluded.state, rma = excluded.rma, rma_key = excluded.rma_key, closed_by = excluded.closed_by, details = excluded.details,
      updated_at = now()`;
};

export interface OwnedEvent {
  readonly sellerId: string;
  readonly returnId: string;
  readonly event: ReturnEvent;
}

/** Adds to the histories of returns whose orders are locked; gives each event its number there, in order. */
export const saveReturnEvents = async (
  { sql }: Tx,
  events: readonly OwnedEvent[],
): Promise<readonly number[]> => {
  if (events.length === 0) return [];
  const rows = await sql<{ position: number; sequence: number }[]>`
    WITH new AS (
      SELECT * FROM unnest(
        ${events.map((_, n) => n)}::integer[],
        ${events.map(({ sellerId }) => sellerId)}::uuid[],
        ${events.map(({ returnId }) => returnId)}::uuid[],
        ${events.map(({ event }) => event.type)}::text[],
        ${events.map(({ event }) => event.actor)}::text[],
        ${events.map(({ event }) => event.at)}::timestamptz[],
        ${events.map(({ event }) => JSON.stringify(event))}::jsonb[]
      ) AS new (position, seller_id, return_id, type, actor, at, event)
    ), numbered AS (
      SELECT new.*, (row_number() OVER (PARTITION BY return_id ORDER BY position))::integer
        + coalesce((SELECT max(sequence) FROM return_event WHERE return_event.return_id = new.return_id), 0) AS sequence
      FROM new
    ), added AS (
      INSERT INTO return_event (seller_id, return_id, sequence, type, actor, at, event)
      SELECT seller_id, return_id, sequence, type, actor, at, event FROM numbered
    )
    SELECT position, sequence FROM numbered ORDER BY position`;
  return rows.map(({ sequence }) => sequence);
};

/** Which of these numbers returns of these sellers have, as `rmaKey` writes them. */
export const findTakenRmas = async ({ sql }: Tx, keys: readonly string[]): Promise<Set<string>> => {
  if (keys.length === 0) return new Set();
  const rows = await sql<{ key: string }[]>`
    SELECT rma_key AS key FROM "return" WHERE rma_key COLLATE "C" = ANY (${keys as string[]}::text[])`;
  return new Set(rows.map(({ key }) => key));
};

export interface StockMovementRow {
  readonly id: string;
  readonly sellerId: string;
  readonly sku: string;
  readonly quantity: number;
  readonly reason: 'return_received' | 'mismatch_accepted';
  readonly returnId: string;
  readonly movedAt: string;
}

export const saveStockMovements = async (
  { sql }: Tx,
  movements: readonly StockMovementRow[],
): Promise<void> => {
  if (movements.length === 0) return;
  await sql`
    INSERT INTO stock_movement (id, seller_id, sku, quantity, reason, return_id, moved_at)
    SELECT * FROM unnest(
      ${movements.map(({ id }) => id)}::uuid[],
      ${movements.map(({ sellerId }) => sellerId)}::uuid[],
      ${movements.map(({ sku }) => sku)}::text[],
      ${movements.map(({ quantity }) => quantity)}::integer[],
      ${movements.map(({ reason }) => reason)}::text[],
      ${movements.map(({ returnId }) => returnId)}::uuid[],
      ${movements.map(({ movedAt }) => movedAt)}::timestamptz[]
    )`;
};
