import type { Refund } from '../../../src/domain/refunds/refund.ts';
import type { Tx } from '../../client.ts';
import type { OwnedRefund } from './read-refunds.ts';

const detailsOf = ({ lines, declineDetail, steps }: Refund): string =>
  JSON.stringify({ lines, declineDetail, steps });

/** Writes refunds, new ones and changed ones, whose orders this transaction has locked. Amounts never change. */
export const saveRefunds = async ({ sql }: Tx, refunds: readonly OwnedRefund[]): Promise<void> => {
  if (refunds.length === 0) return;
  const all = refunds.map((owned) => owned.refund);
  await sql`
    INSERT INTO refund (id, seller_id, order_id, channel, channel_order_id, return_id, state, cause, reason, currency,
      amount_minor, tax_minor, items_minor, fee_minor, shipping_minor, shipping_tax_minor, provider,
      payment_reference, gateway_key, provider_refund_id, decline_code, attention, requested_at, first_called_at,
      settled_at, details)
    SELECT * FROM unnest(
      ${all.map(({ id }) => id)}::uuid[],
      ${refunds.map(({ sellerId }) => sellerId)}::uuid[],
      ${all.map(({ orderId }) => orderId)}::uuid[],
      ${all.map(({ channel }) => channel)}::text[],
      ${all.map(({ channelOrderId }) => channelOrderId)}::text[],
      ${all.map(({ returnId }) => returnId)}::uuid[],
      ${all.map(({ state }) => state)}::text[],
      ${all.map(({ cause }) => cause)}::text[],
      ${all.map(({ reason }) => reason)}::text[],
      ${all.map(({ currency }) => currency)}::text[],
      ${all.map(({ amountMinor }) => amountMinor)}::bigint[],
      ${all.map(({ taxMinor }) => taxMinor)}::bigint[],
      ${all.map(({ itemsMinor }) => itemsMinor)}::bigint[],
      ${all.map(({ feeMinor }) => feeMinor)}::bigint[],
      ${all.map(({ shippingMinor }) => shippingMinor)}::bigint[],
      ${all.map(({ shippingTaxMinor }) => shippingTaxMinor)}::bigint[],
      ${all.map(({ provider }) => provider)}::text[],
      ${all.map(({ paymentReference }) => paymentReference)}::text[],
      ${all.map(({ gatewayKey }) => gatewayKey)}::text[],
      ${all.map(({ providerRefundId }) => providerRefundId)}::text[],
      ${all.map(({ declineCode }) => declineCode)}::text[],
      ${all.map(({ attention }) => attention)}::text[],
      ${all.map(({ requestedAt }) => requestedAt)}::timestamptz[],
      ${all.map(({ firstCalledAt }) => firstCalledAt)}::timestamptz[],
      ${all.map(({ settledAt }) => settledAt)}::timestamptz[],
      ${all.map(detailsOf)}::jsonb[]
    )
    ON CONFLICT (id) DO UPDATE SET
      state = excluded.state, provider_refund_id = excluded.provider_refund_id,
      decline_code = excluded.decline_code, attention = excluded.attention,
      first_called_at = excluded.first_called_at, settled_at = excluded.settled_at, details = excluded.details,
      updated_at = now()`;
};
