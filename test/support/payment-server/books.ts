import { newId } from '../../../src/platform/ids.ts';

/** A payment that can be refunded; amounts in the units of Stripe. */
export interface Payment {
  readonly intent: string | null;
  readonly charge: string;
  /** Null: without limit. */
  readonly captured: number | null;
  readonly currency: string;
}

/** A refund as it goes over the wire. */
export interface WireRefund {
  readonly id: string;
  readonly object: 'refund';
  readonly amount: number;
  readonly currency: string;
  readonly charge: string;
  readonly payment_intent: string | null;
  readonly created: number;
  readonly metadata: Readonly<Record<string, string>>;
  readonly reason: string | null;
  readonly status: 'pending' | 'succeeded' | 'failed';
  readonly failure_reason?: string;
}

export interface Booking {
  readonly refund: WireRefund;
  readonly key: string | null;
  /** What comes of it later, if anything. */
  readonly becomes: 'succeeded' | 'failed' | null;
}

/** What a call is answered, at once or again. */
export interface WireAnswer {
  readonly status: number;
  readonly body: unknown;
}

export interface Wanted {
  readonly payment: Payment;
  readonly amount: number;
  readonly metadata: Readonly<Record<string, string>>;
  readonly reason: string | null;
  readonly key: string | null;
  readonly status: 'pending' | 'succeeded';
  readonly becomes: Booking['becomes'];
}

export interface Filter {
  readonly payment_intent: string | null;
  readonly charge: string | null;
  readonly from: number;
  readonly until: number;
}

const refused = (message: string, code?: string): WireAnswer => ({
  status: 400,
  body: { error: { type: 'invalid_request_error', message, param: 'amount', ...(code && { code }) } },
});

/** The books of the payment server. `onChange` hears of every booking and of every change of one. */
export const createBooks = (onChange: (booking: Booking) => void) => {
  const bookings = new Map<string, Booking>();
  const put = (booking: Booking): Booking => {
    bookings.set(booking.refund.id, booking);
    return booking;
  };
  const leftOf = ({ charge, captured }: Payment): number => {
    if (captured === null) return Number.POSITIVE_INFINITY;
    const ofCharge = [...bookings.values()].filter(({ refund }) => refund.charge === charge);
    return ofCharge.reduce(
      (left, { refund }) => (refund.status === 'failed' ? left : left - refund.amount),
      captured,
    );
  };
  return {
    /** Puts in what an earlier process had booked. */
    restore: put,
    /** Never above what was captured, whatever is asked. */
    book: ({ payment, amount, metadata, reason, key, status, becomes }: Wanted): Booking | WireAnswer => {
      const left = leftOf(payment);
      if (left === 0)
        return refused(`Charge ${payment.charge} has already been refunded.`, 'charge_already_refunded');
      if (amount > left) {
        return refused(`Refund amount (${amount}) is greater than unrefunded amount on charge (${left})`);
      }
      const refund: WireRefund = {
        id: `re_${newId().replaceAll('-', '')}`,
        object: 'refund',
        amount,
        currency: payment.currency.toLowerCase(),
        charge: payment.charge,
        payment_intent: payment.intent,
        created: Math.floor(Date.now() / 1_000),
        metadata,
        reason,
        status,
      };
      const booking = put({ refund, key, becomes });
      onChange(booking);
      return booking;
    },
    /** Brings a refund to what becomes of it. */
    settle: ({ refund: { id } }: Booking): void => {
      const booking = bookings.get(id);
      if (booking?.becomes == null) return;
      const failure = booking.becomes === 'failed' ? { failure_reason: 'expired_or_canceled_card' } : {};
      const refund = { ...booking.refund, status: booking.becomes, ...failure };
      onChange(put({ ...booking, refund, becomes: null }));
    },
    find: (id: string): WireRefund | null => bookings.get(id)?.refund ?? null,
    all: (): Booking[] => [...bookings.values()],
    /** Newest first; those of one second in the order of their ids, which is that of time. */
    list: ({ payment_intent: intent, charge, from, until }: Filter): WireRefund[] =>
      [...bookings.values()]
        .map(({ refund }) => refund)
        .filter(
          (refund) =>
            (intent === null || refund.payment_intent === intent) &&
            (charge === null || refund.charge === charge) &&
            refund.created >= from &&
            refund.created < until,
        )
        .sort((a, b) => b.created - a.created || (a.id < b.id ? 1 : -1)),
  };
};

export type Books = ReturnType<typeof createBooks>;
