import Stripe from 'stripe';
import type { GatewayRefund, LookUp, PaymentGateway } from './gateway.ts';
import { toStripeAmount } from './stripe-amounts.ts';
import { toAnswer } from './stripe-errors.ts';
import { createStripeHttp } from './stripe-http.ts';
import { listRefunds } from './stripe-list.ts';
import { metadataOf, refundIdOf, sellerIdOf, toBookEntry, toBooked } from './stripe-refunds.ts';

export interface StripeAccess {
  readonly apiKey: string;
  /** Scheme, host and port, e.g. `https://api.stripe.com`. */
  readonly apiBase: string;
  /** For one refund or one look; the books are given as long for each page. */
  readonly timeoutMs?: number;
}

/** Refunds by Stripe: one account for all sellers of the installation, told apart by metadata. */
export const createStripeGateway = ({
  apiKey,
  apiBase,
  timeoutMs = 10_000,
}: StripeAccess): PaymentGateway => {
  const stripe = openStripe(apiKey, new URL(apiBase), timeoutMs);
  return {
    refund: async (refund) => {
      const payment = paymentOf(refund);
      if (payment.kind === 'declined') return payment;
      const amount = toStripeAmount(refund.amountMinor, refund.currency);
      if (amount === null) return cannotPay(refund);
      const params = { ...payment.filter, amount, reason: 'requested_by_customer' } as const;
      try {
        const made = await stripe.refunds.create(
          { ...params, metadata: metadataOf(refund) },
          { idempotencyKey: refund.key },
        );
        return isRefund(made) ? toBooked(made) : { kind: 'unknown', code: 'unreadable_answer' };
      } catch (error) {
        return toAnswer(error);
      }
    },
    find: async (refund) => {
      const payment = paymentOf(refund);
      // Stripe was never called for it.
      if (payment.kind === 'declined') return { kind: 'absent' };
      const deadline = performance.now() + timeoutMs;
      const leftMs = (): number => Math.max(1, Math.ceil(deadline - performance.now()));
      try {
        const found: LookUp[] = [];
        for await (const booked of listRefunds({ stripe, filter: payment.filter, timeoutMs: leftMs })) {
          if (refundIdOf(booked) === refund.refundId) found.push(toBooked(booked));
        }
        return weightiest(found);
      } catch (error) {
        const answer = toAnswer(error);
        // Refused was the question, not the refund.
        return answer.kind === 'declined' ? { kind: 'unknown', code: answer.code } : answer;
      }
    },
    books: async (sellerId, { from, until }) => {
      const filter = { created: { gte: secondsOf(from), lt: secondsOf(until) } };
      const entries = [];
      for await (const booked of listRefunds({ stripe, filter, timeoutMs: () => timeoutMs })) {
        const owner = sellerIdOf(booked);
        if (owner === null || owner === sellerId) entries.push(toBookEntry(booked));
      }
      return entries;
    },
  };
};

const openStripe = (apiKey: string, base: URL, timeoutMs: number): Stripe => {
  const isSecure = base.protocol === 'https:';
  return new Stripe(apiKey, {
    host: base.hostname.replace(/^\[|\]$/g, ''),
    port: base.port || (isSecure ? '443' : '80'),
    protocol: isSecure ? 'https' : 'http',
    timeout: timeoutMs,
    // Repetitions are the ledger's, which knows how long a key lives.
    maxNetworkRetries: 0,
    telemetry: false,
    httpClient: createStripeHttp(),
  });
};

type Payment =
  | { readonly kind: 'named'; readonly filter: { payment_intent: string } | { charge: string } }
  | { readonly kind: 'declined'; readonly code: string; readonly detail: string | null };

/** A payment by Stripe's name of it. Another provider's name is refused here: Stripe has never heard of it. */
const paymentOf = ({ paymentReference: reference }: GatewayRefund): Payment => {
  if (reference === null) return { kind: 'declined', code: 'payment_reference_missing', detail: null };
  if (reference.startsWith('pi_')) return { kind: 'named', filter: { payment_intent: reference } };
  if (/^(ch|py)_/.test(reference)) return { kind: 'named', filter: { charge: reference } };
  const detail = 'A payment of Stripe’s is named pi_…, ch_… or py_…';
  return { kind: 'declined', code: 'payment_reference_invalid', detail };
};

const cannotPay = ({ currency }: GatewayRefund) =>
  ({
    kind: 'declined',
    code: 'amount_not_payable',
    detail: `Stripe does not pay the smallest units of ${currency}`,
  }) as const;

const isRefund = ({ object, id }: { readonly object?: unknown; readonly id?: unknown }): boolean =>
  object === 'refund' && typeof id === 'string';

/** Should there be several, which a lapsed key could cause, what was paid counts. */
const weightiest = (found: readonly LookUp[]): LookUp =>
  found.find(({ kind }) => kind === 'succeeded') ??
  found.find(({ kind }) => kind === 'pending') ??
  found[0] ?? { kind: 'absent' };

/** Stripe counts whole seconds. */
const secondsOf = (at: string): number => Math.floor(Date.parse(at) / 1_000);
