import type { Order } from '../../../src/domain/orders/order.ts';
import { deliveredAtOf, shippedAtOf } from '../../../src/domain/orders/progress.ts';
import { arrayText, jsonArrayText } from '../../array-text.ts';
import type { Tx } from '../../client.ts';
import { calledOffAtOf } from './insert-orders.ts';

/** Writes what a command can change of orders that this transaction has locked. */
export const updateOrders = async ({ sql }: Tx, orders: readonly Order[]): Promise<void> => {
  if (orders.length === 0) return;
  await sql`
    UPDATE orders SET
      state = new.state, language = new.language, buyer = new.buyer, ship_to = new.ship_to,
      payment_status = new.payment_status, verified_at = new.verified_at, payment_provider = new.payment_provider,
      payment_reference = new.payment_reference, captured_minor = new.captured_minor,
      cancelled_units = new.cancelled_units, alerts_raised = new.alerts_raised, payment_due_at = new.payment_due_at,
      ship_by_ends_at = new.ship_by_ends_at, auto_cancel_at = new.auto_cancel_at, latest_at = new.latest_at,
      shipped_at = new.shipped_at, delivered_at = new.delivered_at, unfulfillable = new.unfulfillable,
      cancellation = new.cancellation, called_off_at = new.called_off_at
    FROM unnest(
      ${arrayText(orders.map((order) => order.id))}::uuid[],
      ${arrayText(orders.map((order) => order.state))}::text[],
      ${arrayText(orders.map((order) => order.language))}::text[],
      ${jsonArrayText(orders.map((order) => order.buyer))}::jsonb[],
      ${jsonArrayText(orders.map((order) => order.shipTo))}::jsonb[],
      ${arrayText(orders.map((order) => order.payment.status))}::text[],
      ${arrayText(orders.map((order) => order.payment.verifiedAt ?? null))}::timestamptz[],
      ${arrayText(orders.map((order) => order.payment.provider))}::text[],
      ${arrayText(orders.map((order) => order.payment.reference ?? null))}::text[],
      ${arrayText(orders.map((order) => order.payment.capturedMinor ?? null))}::bigint[],
      ${jsonArrayText(orders.map((order) => order.cancelledUnits))}::jsonb[],
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
    ) AS new (id, state, language, buyer, ship_to, payment_status, verified_at, payment_provider, payment_reference,
      captured_minor, cancelled_units, alerts_raised, payment_due_at, ship_by_ends_at, auto_cancel_at, latest_at,
      shipped_at, delivered_at, unfulfillable, cancellation, called_off_at)
    WHERE orders.id = new.id`;
};
