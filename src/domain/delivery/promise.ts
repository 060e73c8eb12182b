import type { Instant, LocalDate } from '../calendar/instant.ts';

/** What moved a promise, in order. `detail` is a sentence in the buyer's language. */
export interface ExplanationStep {
  readonly code: ExplanationCode;
  readonly date?: LocalDate;
  readonly detail: string;
}

export type ExplanationCode =
  | 'payment_verified_later'
  | 'cut_off_missed'
  | 'centre_day_off'
  | 'centre_holiday'
  | 'centre_closure'
  | 'handling_time'
  | 'ship_by'
  | 'shipped'
  | 'lane_chosen'
  | 'carrier_day_off'
  | 'destination_holiday';

/** The dates given for an order; DOMAIN section 1. */
export interface DeliveryPromise {
  /** Local date at the centre. Once shipped: the local date of shipping. */
  readonly shipBy: LocalDate;
  /** Local dates at the destination. */
  readonly earliest: LocalDate;
  readonly latest: LocalDate;
  /** The end of `latest` in the destination's zone (the first instant of the next local day). */
  readonly latestAt: Instant;
  /** e.g. `lille → FR 20 (standard)`. */
  readonly lane: string;
  readonly carrier: string;
  readonly explanation: readonly ExplanationStep[];
  readonly feeMinor?: number;
}
