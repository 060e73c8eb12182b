import type { Instant } from '../../../src/domain/calendar/instant.ts';
import type { Order } from '../../../src/domain/orders/order.ts';
import { anonymiseCancellation } from '../../../src/domain/privacy/anonymise.ts';
import type { Tx } from '../../client.ts';
import { toJsonb } from '../../jsonb.ts';

export interface OrderToErase {
  readonly order: Order;
  /** When to look whether anything has come since; null: never again. */
  readonly checkAt: Instant | null;
}

/** Takes buyers, addresses and words out of locked orders, and what carriers said of where their parcels were. */
export const eraseOrderRows = async ({ sql }: Tx, orders: readonly OrderToErase[]): Promise<void> => {
  if (orders.length === 0) return;
  const ids = orders.map(({ order }) => order.id);
  await sql`
    UPDATE orders SET buyer = NULL, ship_to = NULL, cancellation = new.cancellation,
      erased_at = now(), erase_check_at = new.check_at
    FROM unnest(
      ${ids}::uuid[],
      ${orders.map(({ order: { cancellation } }) => toJsonb(cancellation && anonymiseCancellation(cancellation)))}::jsonb[],
      ${orders.map(({ checkAt }) => checkAt)}::timestamptz[]
    ) AS new (id, cancellation, check_at)
    WHERE orders.id = new.id`;
  await sql`
    UPDATE cancellation SET reason = NULL
    WHERE order_id = ANY (${ids}::uuid[]) AND source <> 'system' AND reason IS NOT NULL`;
  await sql`
    UPDATE cancellation_request SET reason = NULL, message = NULL WHERE order_id = ANY (${ids}::uuid[])`;
  await sql`
    UPDATE tracking_event SET location = NULL
    FROM shipment
    WHERE shipment.order_id = ANY (${ids}::uuid[]) AND tracking_event.location IS NOT NULL
      AND tracking_event.seller_id = shipment.seller_id AND tracking_event.carrier = shipment.carrier
      AND tracking_event.tracking_number = shipment.tracking_number`;
};

export interface OrderToKeep {
  readonly orderId: string;
  readonly checkAt: Instant;
  readonly asked: boolean;
}

/** Notes when orders that are not over are looked at next, and that their buyers have asked. */
export const keepOrders = async ({ sql }: Tx, orders: readonly OrderToKeep[]): Promise<void> => {
  if (orders.length === 0) return;
  await sql`
    UPDATE orders SET erase_check_at = new.check_at,
      erase_asked_at = CASE WHEN new.asked = 'true' THEN coalesce(erase_asked_at, now()) ELSE erase_asked_at END
    FROM unnest(
      ${orders.map(({ orderId }) => orderId)}::uuid[],
      ${orders.map(({ checkAt }) => checkAt)}::timestamptz[],
      ${orders.map(({ asked }) => String(asked))}::text[]
    ) AS new (id, check_at, asked)
    WHERE orders.id = new.id`;
};
