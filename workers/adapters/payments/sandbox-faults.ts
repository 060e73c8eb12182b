import type { SandboxRefund } from '../../../db/repositories/sandbox/sandbox-refund.ts';
import type { BookEntry } from '../../../src/domain/refunds/reconcile.ts';
import type { GatewayAnswer, LookUp } from './gateway.ts';

/**
 * What the beginning of a payment reference asks the sandbox for:
 * - `decline_…` declines.
 * - `timeout_…` books nothing and does not answer; the second call with the same key books.
 * - `book_timeout_…` books and does not answer.
 * - `twice_…` books once, answers "pending", and tells the outcome twice.
 * - `pending_…` stays pending until it is asked for the second time.
 * - `fail_…` pays, and takes it back.
 */
const faults = ['decline', 'timeout', 'book_timeout', 'twice', 'pending', 'fail'] as const;
export type SandboxFault = (typeof faults)[number];

/** Code of the refusal of `decline_…`. */
export const declinedCode = 'sandbox_declined';

/** Why `fail_…` was taken back. */
export const takenBackCode = 'sandbox_taken_back';

/** The call with which `timeout_…` is booked. */
const bookingCall = 2;

/** `pending_…` is settled with the call and two looks at it. */
const settlingCalls = 3;

/** Null: everything goes well. */
export const faultOf = (paymentReference: string | null): SandboxFault | null =>
  faults.find((fault) => paymentReference?.startsWith(`${fault}_`)) ?? null;

/** How a refund ends, whatever is answered until then. */
export const endOf = (fault: SandboxFault | null): Pick<SandboxRefund, 'status' | 'declineCode'> => {
  if (fault === 'decline') return { status: 'declined', declineCode: declinedCode };
  if (fault === 'fail') return { status: 'failed', declineCode: takenBackCode };
  return { status: 'succeeded', declineCode: null };
};

/** The answer to a call, which never waits: a time-out is only said. A repetition hears what was saved. */
export const answerOf = ({ paymentReference, id: providerRefundId, calls }: SandboxRefund): GatewayAnswer => {
  const fault = faultOf(paymentReference);
  switch (fault) {
    case 'decline':
      return { kind: 'declined', code: declinedCode, detail: null };
    case 'timeout':
    case 'book_timeout':
      return calls < bookingCall
        ? { kind: 'unknown', code: 'timeout' }
        : { kind: 'succeeded', providerRefundId };
    case 'twice':
    case 'pending':
      return { kind: 'pending', providerRefundId };
    case 'fail':
    case null:
      return { kind: 'succeeded', providerRefundId };
    default:
      return fault satisfies never;
  }
};

/** What the books say of an entry; null: they do not have it. */
export const statusOf = ({ paymentReference, status, calls }: SandboxRefund): BookEntry['status'] | null => {
  const fault = faultOf(paymentReference);
  if (fault === 'timeout' && calls < bookingCall) return null;
  return fault === 'pending' && calls < settlingCalls ? 'pending' : status;
};

/** What a look finds; a refusal was not booked, so it is absent. */
export const findingOf = (entry: SandboxRefund): LookUp => {
  const status = statusOf(entry);
  const { id: providerRefundId } = entry;
  if (status === null || status === 'declined') return { kind: 'absent' };
  return status === 'failed'
    ? { kind: 'failed', providerRefundId, code: entry.declineCode ?? takenBackCode }
    : { kind: status, providerRefundId };
};
