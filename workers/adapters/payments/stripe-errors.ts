import Stripe from 'stripe';
import type { GatewayAnswer } from './gateway.ts';
import { NoAnswerError } from './stripe-http.ts';

/** As long as our ledger takes them. */
const mostCodeCharacters = 100;
const mostDetailCharacters = 500;

type NotDone = Extract<GatewayAnswer, { kind: 'declined' | 'unknown' | 'busy' }>;

const unknown = (code: string): NotDone => ({ kind: 'unknown', code: code.slice(0, mostCodeCharacters) });

const busy = (code: string, retryAfterMs: number | null = null): NotDone => ({
  kind: 'busy',
  code: code.slice(0, mostCodeCharacters),
  retryAfterMs,
});

const declined = ({ code, decline_code: declineCode, rawType, message }: StripeError): NotDone => ({
  kind: 'declined',
  code: (declineCode ?? code ?? rawType ?? 'declined').slice(0, mostCodeCharacters),
  detail: message.slice(0, mostDetailCharacters) || null,
});

type StripeError = InstanceType<typeof Stripe.errors.StripeError>;

/**
 * What an error of Stripe's library says of a refund that was asked for. Believed to be a refusal is only what Stripe
 * checks before it books (400, 402, 404 of a thing); what could be said after booking, or about another call with the
 * same key, tells nothing. Rethrows what is no error of the library's.
 */
export const toAnswer = (error: unknown): NotDone => {
  if (!(error instanceof Stripe.errors.StripeError)) throw error;
  if (error instanceof Stripe.errors.StripeConnectionError) {
    const code = error.detail instanceof NoAnswerError ? error.detail.code : 'connection_lost';
    return code === 'unreachable' ? busy(code) : unknown(code);
  }
  const { statusCode, code, rawType } = error;
  // A wait for a lock and too many requests end before anything is done.
  if (statusCode === 429 || code === 'rate_limit') return busy(code ?? 'rate_limit', retryAfterMs(error));
  // Another call with this key runs just now.
  if (statusCode === 409) return unknown(code ?? 'conflict');
  // This key was used for something else, of which nobody here knows what became.
  if (rawType === 'idempotency_error') return unknown('idempotency_mismatch');
  switch (statusCode) {
    case 400:
    case 402:
      return declined(error);
    case 404:
      // Otherwise the address is wrong, not the payment.
      return code === 'resource_missing' ? declined(error) : busy('not_found');
    case 401:
    case 403:
      return busy('authentication');
    case undefined:
      return unknown('unreadable_answer');
    default:
      return unknown(code ?? `http_${statusCode}`);
  }
};

/** Seconds or a date, by RFC 9110; null: Stripe did not say, or nothing that can be read. */
const retryAfterMs = ({ headers }: StripeError): number | null => {
  const after = headers?.['retry-after'];
  if (after === undefined) return null;
  const seconds = Number(after);
  const ms = Number.isFinite(seconds) ? seconds * 1_000 : Date.parse(after) - Date.now();
  return Number.isFinite(ms) ? Math.max(0, Math.round(ms)) : null;
};
