import type { CancelledPart } from '../../../src/domain/cancellations/cancelled-parts.ts';
import type { Tx } from '../../client.ts';
import { boolean } from '../../oids.ts';

/** A cancellation on its way into the report. */
export interface NewCancellation extends Omit<CancelledPart, 'withdrawn' | 'unfulfillable'> {
  readonly id: string;
  readonly sellerId: string;
  readonly orderId: string;
  readonly channel: string;
  readonly channelOrderId: string;
}

/** Notes each time that units were taken out of an order. */
export const saveCancellations = async ({ sql }: Tx, rows: readonly NewCancellation[]): Promise<void> => {
  if (rows.length === 0) return;
  await sql`
    INSERT INTO cancellation (id, seller_id, order_id, channel, channel_order_id, source, reason, whole, lines,
      request_id, cancelled_at)
    SELECT * FROM unnest(
      ${rows.map(({ id }) => id)}::uuid[],
      ${rows.map(({ sellerId }) => sellerId)}::uuid[],
      ${rows.map(({ orderId }) => orderId)}::uuid[],
      ${rows.map(({ channel }) => channel)}::text[],
      ${rows.map(({ channelOrderId }) => channelOrderId)}::text[],
      ${rows.map(({ source }) => source)}::text[],
      ${rows.map(({ reason }) => reason)}::text[],
      ${sql.array(
        rows.map(({ whole }) => whole),
        boolean,
      )},
      ${rows.map(({ lines }) => JSON.stringify(lines))}::jsonb[],
      ${rows.map(({ requestId }) => requestId)}::uuid[],
      ${rows.map(({ at }) => at)}::timestamptz[]
    )`;
};
