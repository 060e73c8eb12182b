import type { Instant } from '../calendar/instant.ts';
import type { Cancellation, Order } from '../orders/order.ts';
import { isInWindow, type RateFacts, type RateWindow, rateWindows } from '../orders/rates.ts';

/** All that the cancellation rate asks of an order; db counts by the same rules in SQL. */
export interface CancellationFacts extends Pick<RateFacts, 'purpose' | 'placedAt' | 'calledOffAt'> {
  /** Who called the whole order off; null: nobody did. */
  readonly calledOffBy: Cancellation['source'] | 'unpaid' | 'unfulfillable' | null;
}

export interface CancellationCount {
  readonly days: RateWindow;
  /** Placed in the window, whatever became of them. */
  readonly orders: number;
  readonly cancelled: number;
}

export const cancellationFactsOf = ({
  purpose,
  placedAt,
  payment,
  cancellation,
  unfulfillable,
}: Order): CancellationFacts => ({
  purpose,
  placedAt,
  calledOffAt: cancellation?.at ?? unfulfillable?.at ?? null,
  calledOffBy: unfulfillable !== null ? 'unfulfillable' : calledOffBy(payment.status, cancellation),
});

/** Nobody but the system, and a buyer's withdrawal, cancels what was never paid. */
const calledOffBy = (
  status: Order['payment']['status'],
  cancellation: Cancellation | null,
): CancellationFacts['calledOffBy'] =>
  cancellation?.source === 'system' && status === 'pending' ? 'unpaid' : (cancellation?.source ?? null);

/**
 * Whether an order counts as cancelled (002): as a whole, by the seller, by the system or for a mere message, or
 * because it could not be fulfilled. The buyer's official requests and payments that never came do not count.
 */
export const isCancelled = ({ calledOffAt, calledOffBy: by }: CancellationFacts, asOf: Instant): boolean =>
  calledOffAt !== null && calledOffAt <= asOf && by !== null && by !== 'buyer_request' && by !== 'unpaid';

/** The counts of the rate, as they were known at `asOf`. */
export const cancellationRates = (
  facts: readonly CancellationFacts[],
  asOf: Instant,
): readonly CancellationCount[] =>
  rateWindows.map((days) => {
    const placed = facts.filter((fact) => isInWindow(fact, asOf, days));
    return {
      days,
      orders: placed.length,
      cancelled: placed.filter((fact) => isCancelled(fact, asOf)).length,
    };
  });
