import type { Shipment } from '../../../src/domain/orders/order.ts';
import type { Tx } from '../../client.ts';
import { boolean } from '../../oids.ts';

export interface OwnedShipment {
  readonly sellerId: string;
  readonly orderId: string;
  readonly shipment: Shipment;
}

/** Inserts new parcels and moves known ones to what their scans say. */
export const saveShipments = async ({ sql }: Tx, owned: readonly OwnedShipment[]): Promise<void> => {
  if (owned.length === 0) return;
  const shipments = owned.map(({ shipment }) => shipment);
  await sql`
    INSERT INTO shipment (id, seller_id, order_id, carrier, tracking_number, shipped_at, historical, lines, status,
      status_at, delivered_at)
    SELECT * FROM unnest(
      ${shipments.map((shipment) => shipment.id)}::uuid[],
      ${owned.map(({ sellerId }) => sellerId)}::uuid[],
      ${owned.map(({ orderId }) => orderId)}::uuid[],
      ${shipments.map((shipment) => shipment.carrier)}::text[],
      ${shipments.map((shipment) => shipment.trackingNumber)}::text[],
      ${shipments.map((shipment) => shipment.shippedAt)}::timestamptz[],
      ${sql.array(
        shipments.map((shipment) => shipment.historical),
        boolean,
      )},
      ${shipments.map((shipment) => JSON.stringify(shipment.lines))}::jsonb[],
      ${shipments.map((shipment) => shipment.status)}::text[],
      ${shipments.map((shipment) => shipment.statusAt)}::timestamptz[],
      ${shipments.map((shipment) => shipment.deliveredAt)}::timestamptz[]
    )
    ON CONFLICT (id) DO UPDATE
      SET status = excluded.status, status_at = excluded.status_at, delivered_at = excluded.delivered_at`;
};
