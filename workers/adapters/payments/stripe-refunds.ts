import type Stripe from 'stripe';
import { validate } from 'uuid';
import type { BookEntry } from '../../../src/domain/refunds/reconcile.ts';
import type { GatewayAnswer, GatewayRefund } from './gateway.ts';
import { fromStripeAmount } from './stripe-amounts.ts';

/** By which we know our refunds in Stripe's books, and a person in its dashboard knows whose they are. */
export const metadataOf = ({ refundId, sellerId, orderId }: GatewayRefund) => ({
  navette_refund: refundId,
  navette_seller: sellerId,
  navette_order: orderId,
});

/** Our own name of a refund in Stripe's books; null: we did not make it. */
export const refundIdOf = ({ metadata }: Stripe.Refund): string | null => {
  const refundId = metadata?.navette_refund;
  return refundId !== undefined && validate(refundId) ? refundId : null;
};

/** Null: nobody of ours, it was made in the dashboard or by another program. */
export const sellerIdOf = ({ metadata }: Stripe.Refund): string | null => metadata?.navette_seller ?? null;

type Booked = Extract<GatewayAnswer, { kind: 'succeeded' | 'pending' | 'failed' }>;

/** Where a refund that Stripe has stands. What is neither paid nor over will still be told, by whatever name. */
export const toBooked = ({ id: providerRefundId, status, failure_reason: reason }: Stripe.Refund): Booked => {
  switch (status) {
    case 'succeeded':
      return { kind: 'succeeded', providerRefundId };
    case 'failed':
    case 'canceled':
      return { kind: 'failed', providerRefundId, code: reason ?? status };
    default:
      return { kind: 'pending', providerRefundId };
  }
};

export const toBookEntry = (refund: Stripe.Refund): BookEntry => {
  const currency = refund.currency.toUpperCase();
  return {
    providerRefundId: refund.id,
    refundId: refundIdOf(refund),
    paymentReferences: [refund.payment_intent, refund.charge].flatMap((name) => nameOf(name) ?? []),
    amountMinor: fromStripeAmount(refund.amount, currency),
    currency,
    status: toBooked(refund).kind,
    bookedAt: new Date(refund.created * 1_000).toISOString(),
  };
};

const nameOf = (thing: string | { readonly id: string } | null): string | null =>
  typeof thing === 'string' ? thing : (thing?.id ?? null);
