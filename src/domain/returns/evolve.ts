import { stopClock } from '../response-clock.ts';
import type { ReturnEvent } from './events.ts';
import type { Authorization, RefundClock, Return } from './return.ts';

/**
 * The return after one event. Makes a new object and never changes the old one; throws only on a stream that
 * `decide` cannot have given.
 */
export const evolve = (state: Return | null, event: ReturnEvent): Return => {
  if (event.type === 'requested') return event.request;
  if (state === null) throw new Error(`${event.type} came before the return was requested`);
  switch (event.type) {
    case 'withdrawal_confirmed':
      return { ...state, withdrawal: event.withdrawal, lines: event.lines, warnings: event.warnings };
    case 'authorized': {
      const { authorization } = event;
      return {
        ...stopped(state, event.at),
        state: 'authorized',
        authorization,
        closing: null,
        completedAt: null,
      };
    }
    case 'documents_replaced': {
      const { returnAddress, label, issuedAt } = event;
      const before = authorizationOf(state);
      const documentVersion = before.documentVersion + 1;
      return {
        ...state,
        authorization: { ...before, returnAddress, label, issuedAt, documentVersion },
      } as Return;
    }
    case 'replied': {
      const isFirst = state.clock !== null && state.clock.stoppedAt === null;
      const answeredBy = isFirst ? (event.messageId ?? null) : state.answeredBy;
      return { ...stopped(state, event.at), repliedAt: event.at, answeredBy };
    }
    case 'answered_by_message':
      return { ...restopped(state, event.at), repliedAt: event.at, answeredBy: event.messageId };
    case 'answer_undelivered':
      return { ...restopped(state, null), answeredBy: null };
    case 'closed':
      return { ...stopped(state, event.at), state: 'closed', closing: event.closing, completedAt: null };
    case 'dispatched':
      return { ...state, dispatch: { at: event.dispatchedAt, proof: event.proof } };
    case 'received': {
      const received = [...state.received, ...event.received];
      const arrived = { ...state, received, mismatches: [...state.mismatches, ...event.mismatches] };
      if (received.length === 0) return arrived;
      const authorization = authorizationOf(state);
      return { ...arrived, state: 'received', authorization, closing: null, completedAt: null };
    }
    case 'mismatch_decided':
      return {
        ...state,
        mismatches: state.mismatches.map((mismatch) =>
          mismatch.id === event.mismatchId
            ? { ...mismatch, outcome: event.outcome, decidedAt: event.at }
            : mismatch,
        ),
      };
    case 'completed':
      return { ...stopped(state, event.at), state: 'completed', closing: null, completedAt: event.at };
    case 'escalated':
      return { ...stopped(state, event.at), escalatedAt: event.at };
    case 'notice_raised':
      return noticed(state, event);
    case 'refund_due':
      return { ...state, refundClock: event.clock };
    case 'refunded': {
      const { refundId, amountMinor, at } = event;
      const others = (state.refunds ?? []).filter((one) => one.refundId !== refundId);
      const refunds = [...others, { refundId, amountMinor, at, reversedAt: null }];
      return { ...state, refunds, refundClock: event.isAll ? paidAt(state, at) : state.refundClock };
    }
    case 'refund_not_owed':
      return { ...state, refundClock: paidAt(state, event.at) };
    case 'refund_reversed': {
      const refunds = (state.refunds ?? []).map((one) =>
        one.refundId === event.refundId ? { ...one, reversedAt: event.at } : one,
      );
      const { refundClock = null } = state;
      return {
        ...state,
        refunds,
        refundClock: refundClock && { ...refundClock, stoppedAt: null, breachedAt: null },
      };
    }
    default:
      return event satisfies never;
  }
};

const noticed = (state: Return, { notice, at }: Extract<ReturnEvent, { type: 'notice_raised' }>): Return => {
  const raised =
    notice === 'response_warning' || notice === 'refund_warning' ? { warnedAt: at } : { breachedAt: at };
  if (notice === 'response_warning' || notice === 'response_breach') {
    if (state.clock === null) throw new Error('A notice was raised by no clock');
    return { ...state, clock: { ...state.clock, ...raised } };
  }
  const { refundClock = null } = state;
  if (refundClock === null) throw new Error('A notice was raised by no clock');
  return { ...state, refundClock: { ...refundClock, ...raised } };
};

/** The first payment of all stops the clock; later ones change nothing. */
const paidAt = ({ refundClock = null }: Return, at: string): RefundClock | null =>
  refundClock === null || refundClock.stoppedAt !== null ? refundClock : { ...refundClock, stoppedAt: at };

const stopped = <R extends Return>(state: R, at: string): R =>
  state.clock === null ? state : { ...state, clock: stopClock(state.clock, at) };

/** Stopped at another instant than before; null: it runs again. */
const restopped = <R extends Return>(state: R, stoppedAt: string | null): R =>
  state.clock === null ? state : { ...state, clock: { ...state.clock, stoppedAt } };

const authorizationOf = ({ id, authorization }: Return): Authorization => {
  if (authorization === null) throw new Error(`The return ${id} is not authorised`);
  return authorization;
};
