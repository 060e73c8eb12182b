import type { Order } from '../../../src/domain/orders/order.ts';
import { deliveredAtOf, shippedAtOf } from '../../../src/domain/orders/progress.ts';
import type { Tx } from '../../client.ts';
import { toJsonb } from '../../jsonb.ts';
import { boolean } from '../../oids.ts';

/** An order of a seller, on its way into the tables. */
export interface OwnedOrder {
  readonly sellerId: string;
  readonly order: Order;
}

export const calledOffAtOf = (order: Order): string | null =>
  order.cancellation?.at ?? order.unfulfillable?.at ?? null;

/** Inserts new orders with their lines; promises and parcels are saved beside them. */
export const insertOrders = async ({ sql }: Tx, owned: readonly OwnedOrder[]): Promise<void> => {
  if (owned.length === 0) return;
  const orders = owned.map(({ order }) => order);
  await sql`
    INSERT INTO orders (id, seller_id, channel, channel_order_id, purpose, historical, state, placed_at,
      shipping_speed, currency, tax_included, language, buyer, ship_to, payment_status, verified_at,
      payment_provider, payment_reference, captured_minor, shipping_minor, shipping_tax_minor,
      shipping_discount_minor, fulfilment_centre, alerts_raised, payment_due_at, ship_by_ends_at, auto_cancel_at,
      latest_at, shipped_at, delivered_at, unfulfillable, cancellation, called_off_at)
    SELECT * FROM unnest(
      ${orders.map((order) => order.id)}::uuid[],
      ${owned.map(({ sellerId }) => sellerId)}::uuid[],
      ${orders.map((order) => order.channel)}::text[],
      ${orders.map((order) => order.channelOrderId)}::text[],
      ${orders.map((order) => order.purpose)}::text[],
      ${sql.array(
        orders.map((order) => order.historical),
        boolean,
      )},
      ${orders.map((order) => order.state)}::text[],
      ${orders.map((order) => order.placedAt)}::timestamptz[],
      ${orders.map((order) => order.shippingSpeed)}::text[],
      ${orders.map((order) => order.currency)}::text[],
      ${sql.array(
        orders.map((order) => order.taxIncluded),
        boolean,
      )},
      ${orders.map((order) => order.language)}::text[],
      ${orders.map((order) => toJsonb(order.buyer))}::jsonb[],
      ${orders.map((order) => toJsonb(order.shipTo))}::jsonb[],
      ${orders.map((order) => order.payment.status)}::text[],
      ${orders.map((order) => order.payment.verifiedAt ?? null)}::timestamptz[],
      ${orders.map((order) => order.payment.provider)}::text[],
      ${orders.map((order) => order.payment.reference ?? null)}::text[],
      ${orders.map((order) => order.payment.capturedMinor ?? null)}::bigint[],
      ${orders.map((order) => order.shippingMinor)}::bigint[],
      ${orders.map((order) => order.shippingTaxMinor)}::bigint[],
      ${orders.map((order) => order.shippingDiscountMinor)}::bigint[],
      ${orders.map((order) => order.fulfilmentCentre)}::text[],
      ${orders.map((order) => JSON.stringify(order.alertsRaised))}::jsonb[],
      ${orders.map((order) => order.paymentDueAt)}::timestamptz[],
      ${orders.map((order) => order.shipByEndsAt)}::timestamptz[],
      ${orders.map((order) => order.autoCancelAt)}::timestamptz[],
      ${orders.map((order) => order.promises[0]?.latestAt ?? null)}::timestamptz[],
      ${orders.map((order) => shippedAtOf(order))}::timestamptz[],
      ${orders.map((order) => deliveredAtOf(order))}::timestamptz[],
      ${orders.map((order) => toJsonb(order.unfulfillable))}::jsonb[],
      ${orders.map((order) => toJsonb(order.cancellation))}::jsonb[],
      ${orders.map(calledOffAtOf)}::timestamptz[]
    )`;
  const lines = owned.flatMap(({ sellerId, order }) =>
    order.lines.map((line, position) => ({ ...line, sellerId, orderId: order.id, position })),
  );
  await sql`
    INSERT INTO order_line (order_id, seller_id, position, line_id, sku, title, quantity, unit_price_minor,
      discount_minor, tax_minor, unit_cost_minor, returnable, dangerous_goods)
    SELECT * FROM unnest(
      ${lines.map((line) => line.orderId)}::uuid[],
      ${lines.map((line) => line.sellerId)}::uuid[],
      ${lines.map((line) => line.position)}::integer[],
      ${lines.map((line) => line.lineId)}::text[],
      ${lines.map((line) => line.sku)}::text[],
      ${lines.map((line) => line.title)}::text[],
      ${lines.map((line) => line.quantity)}::integer[],
      ${lines.map((line) => line.unitPriceMinor)}::bigint[],
      ${lines.map((line) => line.discountMinor)}::bigint[],
      ${lines.map((line) => line.taxMinor)}::bigint[],
      ${lines.map((line) => line.unitCostMinor ?? null)}::bigint[],
      ${sql.array(
        lines.map((line) => line.returnable),
        boolean,
      )},
      ${sql.array(
        lines.map((line) => line.dangerousGoods),
        boolean,
      )}
    )`;
};
