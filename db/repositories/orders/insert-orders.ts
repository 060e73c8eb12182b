import type { Order } from '../../../src/domain/orders/order.ts';
import { deliveredAtOf, shippedAtOf } from '../../../src/domain/orders/progress.ts';
import { arrayText, jsonArrayText } from '../../array-text.ts';
import type { Tx } from '../../client.ts';

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
      ${arrayText(orders.map((order) => order.id))}::uuid[],
      ${arrayText(owned.map(({ sellerId }) => sellerId))}::uuid[],
      ${arrayText(orders.map((order) => order.channel))}::text[],
      ${arrayText(orders.map((order) => order.channelOrderId))}::text[],
      ${arrayText(orders.map((order) => order.purpose))}::text[],
      ${arrayText(orders.map((order) => order.historical))}::boolean[],
      ${arrayText(orders.map((order) => order.state))}::text[],
      ${arrayText(orders.map((order) => order.placedAt))}::timestamptz[],
      ${arrayText(orders.map((order) => order.shippingSpeed))}::text[],
      ${arrayText(orders.map((order) => order.currency))}::text[],
      ${arrayText(orders.map((order) => order.taxIncluded))}::boolean[],
      ${arrayText(orders.map((order) => order.language))}::text[],
      ${jsonArrayText(orders.map((order) => order.buyer))}::jsonb[],
      ${jsonArrayText(orders.map((order) => order.shipTo))}::jsonb[],
      ${arrayText(orders.map((order) => order.payment.status))}::text[],
      ${arrayText(orders.map((order) => order.payment.verifiedAt ?? null))}::timestamptz[],
      ${arrayText(orders.map((order) => order.payment.provider))}::text[],
      ${arrayText(orders.map((order) => order.payment.reference ?? null))}::text[],
      ${arrayText(orders.map((order) => order.payment.capturedMinor ?? null))}::bigint[],
      ${arrayText(orders.map((order) => order.shippingMinor))}::bigint[],
      ${arrayText(orders.map((order) => order.shippingTaxMinor))}::bigint[],
      ${arrayText(orders.map((order) => order.shippingDiscountMinor))}::bigint[],
      ${arrayText(orders.map((order) => order.fulfilmentCentre))}::text[],
      ${jsonArrayText(orders.map((order) => order.alertsRaised))}::jsonb[],
      ${arrayText(orders.map((order) => order.paymentDueAt))}::timestamptz[],
      ${arrayText(orders.map((order) => order.shipByEndsAt))}::timestamptz[],
      ${arrayText(orders.map((order) => order.autoCancelAt))}::timestamptz[],
      ${arrayText(orders.map((order) => order.promises[0]?.latestAt ?? null))}::timestamptz[],
      ${arrayText(orders.map((order) => shippedAtOf(order)))}::timestamptz[],
      ${arrayText(orders.map((order) => deliveredAtOf(order)))}::timestamptz[],
      ${jsonArrayText(orders.map((order) => order.unfulfillable))}::jsonb[],
      ${jsonArrayText(orders.map((order) => order.cancellation))}::jsonb[],
      ${arrayText(orders.map(calledOffAtOf))}::timestamptz[]
    )`;
  const lines = owned.flatMap(({ sellerId, order }) =>
    order.lines.map((line, position) => ({ ...line, sellerId, orderId: order.id, position })),
  );
  await sql`
    INSERT INTO order_line (order_id, seller_id, position, line_id, sku, title, quantity, unit_price_minor,
      discount_minor, tax_minor, unit_cost_minor, returnable, dangerous_goods)
    SELECT * FROM unnest(
      ${arrayText(lines.map((line) => line.orderId))}::uuid[],
      ${arrayText(lines.map((line) => line.sellerId))}::uuid[],
      ${arrayText(lines.map((line) => line.position))}::integer[],
      ${arrayText(lines.map((line) => line.lineId))}::text[],
      ${arrayText(lines.map((line) => line.sku))}::text[],
      ${arrayText(lines.map((line) => line.title))}::text[],
      ${arrayText(lines.map((line) => line.quantity))}::integer[],
      ${arrayText(lines.map((line) => line.unitPriceMinor))}::bigint[],
      ${arrayText(lines.map((line) => line.discountMinor))}::bigint[],
      ${arrayText(lines.map((line) => line.taxMinor))}::bigint[],
      ${arrayText(lines.map((line) => line.unitCostMinor ?? null))}::bigint[],
      ${arrayText(lines.map((line) => line.returnable))}::boolean[],
      ${arrayText(lines.map((line) => line.dangerousGoods))}::boolean[]
    )`;
};
