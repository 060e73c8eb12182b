import type { Database } from '../../../db/client.ts';
import { listSandboxRefunds } from '../../../db/repositories/sandbox/list-sandbox-refunds.ts';
import { lookUpSandboxRefund } from '../../../db/repositories/sandbox/look-up-sandbox-refund.ts';
import type { SandboxRefund } from '../../../db/repositories/sandbox/sandbox-refund.ts';
import { saveSandboxCall } from '../../../db/repositories/sandbox/save-sandbox-call.ts';
import type { BookEntry } from '../../../src/domain/refunds/reconcile.ts';
import { newId } from '../../../src/platform/ids.ts';
import type { GatewayRefund, PaymentGateway } from './gateway.ts';
import { answerOf, endOf, faultOf, findingOf, statusOf, takenBackCode } from './sandbox-faults.ts';

/** What the sandbox tells by itself, as a provider's webhook would. */
export interface SandboxMessage {
  readonly refund: GatewayRefund;
  readonly providerRefundId: string;
  readonly outcome: 'succeeded' | 'failed';
  readonly code: string | null;
  /** Not before this, counted from now: what is taken back was paid for a while. */
  readonly afterMs: number;
}

export interface SandboxPorts {
  readonly database: Database;
  readonly notify: (message: SandboxMessage) => Promise<void>;
}

/** Long enough for the answer to be written down before. */
const takenBackAfterMs = 3_000;

/**
 * A payment provider that moves no money. It keeps books of its own, in transactions of its own, and answers a key as
 * it first did; the beginning of a payment reference asks for faults (sandbox-faults.ts).
 */
export const createSandboxGateway = ({ database, notify }: SandboxPorts): PaymentGateway => ({
  refund: async (refund) => {
    const { sellerId, key: gatewayKey, refundId, paymentReference, amountMinor, currency } = refund;
    const call = { sellerId, gatewayKey, id: newId(), refundId, paymentReference, amountMinor, currency };
    const entry = await database.asSellers([sellerId], (tx) =>
      saveSandboxCall(tx, { ...call, ...endOf(faultOf(paymentReference)) }),
    );
    if (!isOf(entry, refund)) return { kind: 'unknown', code: 'idempotency_mismatch' };
    if (entry.calls === 1) {
      for (const message of messagesOf(entry, refund)) await notify(message);
    }
    return answerOf(entry);
  },
  find: async ({ sellerId, key: gatewayKey, paymentReference }) => {
    const counts = faultOf(paymentReference) === 'pending';
    const entry = await database.asSellers([sellerId], (tx) =>
      lookUpSandboxRefund(tx, { sellerId, gatewayKey, counts }),
    );
    return entry === null ? { kind: 'absent' } : findingOf(entry);
  },
  books: async (sellerId, span) => {
    const entries = await database.asSellers([sellerId], (tx) => listSandboxRefunds(tx, sellerId, span));
    return entries.flatMap(toBookEntry);
  },
});

/** Whether the key is used for what it was used for first. */
const isOf = (entry: SandboxRefund, { refundId, amountMinor, currency }: GatewayRefund): boolean =>
  entry.refundId === refundId && entry.amountMinor === amountMinor && entry.currency === currency;

const messagesOf = ({ id, paymentReference }: SandboxRefund, refund: GatewayRefund): SandboxMessage[] => {
  const message = { refund, providerRefundId: id };
  switch (faultOf(paymentReference)) {
    case 'twice': {
      const told = { ...message, outcome: 'succeeded', code: null, afterMs: 0 } as const;
      return [told, told];
    }
    case 'fail':
      return [{ ...message, outcome: 'failed', code: takenBackCode, afterMs: takenBackAfterMs }];
    default:
      return [];
  }
};

const toBookEntry = (entry: SandboxRefund): BookEntry[] => {
  const status = statusOf(entry);
  if (status === null) return [];
  const { id: providerRefundId, refundId, paymentReference, amountMinor, currency, bookedAt } = entry;
  const paymentReferences = paymentReference === null ? [] : [paymentReference];
  return [{ providerRefundId, refundId, paymentReferences, amountMinor, currency, status, bookedAt }];
};
