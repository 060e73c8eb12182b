import { dayFromDate } from '../../src/domain/calendar/day.ts';
import type { LocalDate } from '../../src/domain/calendar/instant.ts';
import type { ListedOrder } from './api-client.ts';
import { percentile } from './learn-policy.ts';
import type { SourceOrder } from './source-order.ts';

/** Our first promises and the shop's, over delivered orders that have both. */
export interface Comparison {
  readonly delivered: number;
  readonly late: { readonly ours: number; readonly theirs: number };
  /** Days from the purchase to the last promised day, half of them being shorter. */
  readonly medianDays: { readonly ours: number; readonly theirs: number; readonly taken: number };
}

const daysBetween = (from: LocalDate, to: LocalDate): number =>
  (dayFromDate(to) ?? 0) - (dayFromDate(from) ?? 0);

export const compare = (
  orders: readonly SourceOrder[],
  listed: ReadonlyMap<string, ListedOrder>,
): Comparison => {
  const both = orders.flatMap(({ id, purchasedOn, deliveredOn, promisedOn }) => {
    const latest = listed.get(id)?.latest ?? null;
    if (deliveredOn === null || latest === null) return [];
    return [{ purchasedOn, deliveredOn, theirs: promisedOn, ours: latest }];
  });
  const median = (lastDayOf: (one: (typeof both)[number]) => LocalDate): number =>
    percentile(
      both.map((one) => daysBetween(one.purchasedOn, lastDayOf(one))),
      0.5,
    );
  return {
    delivered: both.length,
    late: {
      ours: both.filter(({ deliveredOn, ours }) => deliveredOn > ours).length,
      theirs: both.filter(({ deliveredOn, theirs }) => deliveredOn > theirs).length,
    },
    medianDays: {
      ours: median(({ ours }) => ours),
      theirs: median(({ theirs }) => theirs),
      taken: median(({ deliveredOn }) => deliveredOn),
    },
  };
};
