import type { Booking, Books, Payment, WireAnswer } from './books.ts';
import type { CallFault } from './faults.ts';

/** A refund that is asked for, as it came over the wire. */
export interface RefundCall {
  readonly key: string | null;
  /** The body: with a key it must be the same every time. */
  readonly form: string;
  readonly params: URLSearchParams;
}

export interface SavedAnswer extends WireAnswer {
  readonly key: string;
  readonly form: string;
}

export interface CallPorts {
  readonly books: Books;
  readonly paymentOf: (params: URLSearchParams) => Payment | null;
  readonly save: (answer: SavedAnswer) => void;
  /** Resolves after the caller's time limit. */
  readonly untilLate: () => Promise<void>;
}

/** `drop`: the connection is cut, without an answer. */
export type CallResult = (WireAnswer & { readonly isReplay?: boolean }) | 'drop';

export const wireError = (status: number, type: string, message: string, code?: string): WireAnswer => ({
  status,
  body: { error: { type, message, ...(code && { code }) } },
});

export const tooMany = wireError(429, 'invalid_request_error', 'Request rate limit exceeded', 'rate_limit');
export const brokenDown = wireError(500, 'api_error', 'An unknown error occurred');

const metadataOf = (params: URLSearchParams): Record<string, string> =>
  Object.fromEntries(
    [...params].flatMap(([name, value]) => {
      const key = /^metadata\[(.+)\]$/.exec(name)?.[1];
      return key === undefined ? [] : [[key, value]];
    }),
  );

/**
 * Answers calls as Stripe does: what was executed is kept as the key's answer, errors included; a key that is used
 * while its first call runs, or with another body, is refused.
 */
export const createCalls = ({ books, paymentOf, save, untilLate }: CallPorts) => {
  const saved = new Map<string, SavedAnswer>();
  const running = new Map<string, string>();

  const known = ({ key, form }: RefundCall): CallResult | null => {
    if (key === null) return null;
    const answer = saved.get(key);
    const before = answer?.form ?? running.get(key);
    if (before === undefined) return null;
    if (before !== form) {
      const message = 'Keys for idempotent requests can only be used with the same parameters';
      return wireError(400, 'idempotency_error', message);
    }
    return answer === undefined
      ? wireError(409, 'invalid_request_error', 'Another request runs', 'idempotency_key_in_use')
      : { ...answer, isReplay: true };
  };

  const keep = ({ key, form }: RefundCall, answer: WireAnswer): WireAnswer => {
    if (key === null) return answer;
    const entry = { key, form, status: answer.status, body: answer.body };
    saved.set(key, entry);
    save(entry);
    return answer;
  };

  const book = (call: RefundCall, payment: Payment, fault: CallFault | null): WireAnswer => {
    const becomes: Partial<Record<CallFault, Booking['becomes']>> = {
      pending: 'succeeded',
      pending_fails: 'failed',
      fails_later: 'failed',
    };
    const amount = call.params.get('amount');
    const booked = books.book({
      payment,
      amount: Number(amount),
      metadata: metadataOf(call.params),
      reason: call.params.get('reason'),
      key: call.key,
      status: fault === 'pending' || fault === 'pending_fails' ? 'pending' : 'succeeded',
      becomes: (fault && becomes[fault]) ?? null,
    });
    return 'refund' in booked ? { status: 200, body: booked.refund } : booked;
  };

  const execute = async (call: RefundCall, fault: CallFault | null): Promise<CallResult> => {
    const payment = paymentOf(call.params);
    if (payment === null) {
      return wireError(404, 'invalid_request_error', 'No such payment_intent', 'resource_missing');
    }
    if (!/^[1-9]\d*$/.test(call.params.get('amount') ?? '')) {
      return wireError(400, 'invalid_request_error', 'Invalid positive integer', 'parameter_invalid_integer');
    }
    if (fault === 'drop_before_booking') return 'drop';
    if (fault === 'error_before_booking') return brokenDown;
    if (fault === 'error_for_good') return keep(call, brokenDown);
    if (fault === 'books_late') await untilLate();
    const answer = book(call, payment, fault);
    if (fault === 'error_after_booking') return keep(call, brokenDown);
    keep(call, answer);
    if (fault === 'answers_late') await untilLate();
    return fault === 'drop_after_booking' ? 'drop' : answer;
  };

  return {
    /** Puts in what an earlier process had answered. */
    restore: (answer: SavedAnswer): void => void saved.set(answer.key, answer),
    answer: async (call: RefundCall, fault: CallFault | null): Promise<CallResult> => {
      if (fault === 'too_many') return tooMany;
      const before = known(call);
      if (before !== null || call.key === null) return before ?? execute(call, fault);
      running.set(call.key, call.form);
      try {
        return await execute(call, fault);
      } finally {
        running.delete(call.key);
      }
    },
  };
};
