import type { Cancellation } from '../orders/order.ts';
import { unreachable } from '../orders/unreachable.ts';
import type { Refund, RefundStep } from '../refunds/refund.ts';
import type { ReturnEvent } from '../returns/events.ts';
import type { Return, ReturnLine } from '../returns/return.ts';

/** What stands where words of people were and nothing may be missing. */
export const erasedText = '(erased)';

const withoutComment = (line: ReturnLine): ReturnLine => ({ ...line, comment: null });

/** A return without the words of people and without whom it is from; states, dates and units stay. */
export const anonymiseReturn = <R extends Return>(state: R): R => ({
  ...state,
  contact: null,
  lines: state.lines.map(withoutComment),
  closing: state.closing === null ? null : { ...state.closing, message: null },
  dispatch: state.dispatch === null ? null : { ...state.dispatch, proof: null },
});

/** An event of a return's history, in the same way. */
export const anonymiseReturnEvent = (event: ReturnEvent): ReturnEvent => {
  switch (event.type) {
    case 'requested':
      return { ...event, request: anonymiseReturn(event.request) };
    case 'withdrawal_confirmed':
      return { ...event, lines: event.lines.map(withoutComment) };
    case 'replied':
      return { ...event, message: erasedText };
    case 'closed':
      return { ...event, closing: { ...event.closing, message: null } };
    case 'dispatched':
      return { ...event, proof: null };
    case 'authorized':
    case 'documents_replaced':
    case 'answered_by_message':
    case 'answer_undelivered':
    case 'received':
    case 'mismatch_decided':
    case 'completed':
    case 'escalated':
    case 'refund_due':
    case 'refunded':
    case 'refund_not_owed':
    case 'refund_reversed':
    case 'notice_raised':
      return event;
    default:
      return unreachable(event);
  }
};

const anonymiseStep = (step: RefundStep): RefundStep =>
  step.type === 'declined' || step.type === 'failed' ? { ...step, detail: null } : step;

/** A refund without what people wrote: the reason of one by rule is the rule's code, and stays. */
export const anonymiseRefund = (refund: Refund): Refund => ({
  ...refund,
  reason: refund.cause === 'seller' || refund.cause === 'batch' ? erasedText : refund.reason,
  declineDetail: null,
  steps: refund.steps.map(anonymiseStep),
});

/** A cancellation in the same way: only the system's reasons are codes. */
export const anonymiseCancellation = (cancellation: Cancellation): Cancellation =>
  cancellation.source === 'system' ? cancellation : { ...cancellation, reason: null };
