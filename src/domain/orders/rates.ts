import { addDays, type Instant } from '../calendar/instant.ts';
import { percentHalfUp } from '../percent.ts';
import type { Order, OrderPurpose } from './order.ts';
import { deliveredAtOf, shippedAtOf } from './progress.ts';

/** In days of 24 hours, as 003 shows them side by side. */
export const rateWindows = [7, 30, 90] as const;
export type RateWindow = (typeof rateWindows)[number];

/** All that the two rates ask of an order; db counts by the same rules in SQL. */
export interface RateFacts {
  readonly purpose: OrderPurpose;
  readonly placedAt: Instant;
  /** End of the first promise's ship-by day at the centre, and of its `latest` at the destination. */
  readonly shipByEndsAt: Instant | null;
  readonly latestAt: Instant | null;
  /** When the last line left, when the last parcel arrived; null: not (yet). */
  readonly shippedAt: Instant | null;
  readonly deliveredAt: Instant | null;
  /** When it was cancelled or found unfulfillable. */
  readonly calledOffAt: Instant | null;
  readonly returnedToSender: boolean;
}

/** `of` are the orders that could be judged by `asOf`, `count` the late ones among them. */
export interface RateCount {
  readonly count: number;
  readonly of: number;
}

export interface Rate extends RateCount {
  /** Whole percent, half up; 0 of nothing. */
  readonly percent: number;
}

export interface ShippingRates {
  readonly asOf: Instant;
  /** Null: all channels. */
  readonly channel: string | null;
  readonly windows: readonly {
    readonly days: RateWindow;
    readonly lateShipment: Rate;
    readonly lateDelivery: Rate;
  }[];
}

export const rateFactsOf = (order: Order): RateFacts => ({
  purpose: order.purpose,
  placedAt: order.placedAt,
  shipByEndsAt: order.shipByEndsAt,
  latestAt: order.promises[0]?.latestAt ?? null,
  shippedAt: shippedAtOf(order),
  deliveredAt: deliveredAtOf(order),
  calledOffAt: order.cancellation?.at ?? order.unfulfillable?.at ?? null,
  returnedToSender: order.state === 'returned_to_sender',
});

/**
 * Whether an order is of the window (asOf − N × 24 h, asOf], by when it was placed. Removals are no sales
 * and are of none. Whether old (historical) or new makes no difference.
 */
export const isInWindow = (
  facts: Pick<RateFacts, 'purpose' | 'placedAt'>,
  asOf: Instant,
  days: RateWindow,
): boolean => facts.purpose === 'sale' && facts.placedAt > addDays(asOf, -days) && facts.placedAt <= asOf;

/**
 * Late shipment counts what has left, and what has not though its ship-by day is over. What may still leave
 * in time is in no share (as open messages are in 003), and so is what was called off before it left:
 * that belongs to the cancellation rate.
 */
export function isShippingJudged(facts: RateFacts, asOf: Instant): boolean {
  if (facts.shipByEndsAt === null) return false;
  if (hasHappened(facts.shippedAt, asOf)) return true;
  return facts.shipByEndsAt <= asOf && !hasHappened(facts.calledOffAt, asOf);
}

/** Left, as a whole, after the ship-by day of its first promise (local date at the centre), or not yet. */
export const isShippedLate = (facts: RateFacts, asOf: Instant): boolean =>
  isShippingJudged(facts, asOf) && isLate(facts.shippedAt, facts.shipByEndsAt, asOf);

/**
 * Late delivery counts what arrived, and what did not though the first promise's window is over, shipped or
 * not. Called off or come back is no delivery, neither late nor in time.
 */
export function isDeliveryJudged(facts: RateFacts, asOf: Instant): boolean {
  if (facts.latestAt === null || facts.returnedToSender) return false;
  if (hasHappened(facts.deliveredAt, asOf)) return true;
  return facts.latestAt <= asOf && !hasHappened(facts.calledOffAt, asOf);
}

/** Judged against the first promise, whatever later ones said (domain section 1). */
export const isDeliveredLate = (facts: RateFacts, asOf: Instant): boolean =>
  isDeliveryJudged(facts, asOf) && isLate(facts.deliveredAt, facts.latestAt, asOf);

/** The figures as they are shown, from the counts. */
export const shippingRates = (
  asOf: Instant,
  channel: string | null,
  counts: readonly {
    readonly days: RateWindow;
    readonly lateShipment: RateCount;
    readonly lateDelivery: RateCount;
  }[],
): ShippingRates => ({
  asOf,
  channel,
  windows: counts.map(({ days, lateShipment, lateDelivery }) => ({
    days,
    lateShipment: rate(lateShipment),
    lateDelivery: rate(lateDelivery),
  })),
});

const rate = ({ count, of }: RateCount): Rate => ({ count, of, percent: percentHalfUp(count, of) });

const hasHappened = (at: Instant | null, asOf: Instant): boolean => at !== null && at <= asOf;

/** An end is the first instant after the day, so that instant itself is late. Not yet counts as now. */
const isLate = (doneAt: Instant | null, endsAt: Instant | null, asOf: Instant): boolean =>
  endsAt !== null && (doneAt !== null && doneAt <= asOf ? doneAt : asOf) >= endsAt;
