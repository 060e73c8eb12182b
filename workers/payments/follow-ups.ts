import type { NewJob } from '../../db/repositories/jobs/insert-jobs.ts';
import { addDays, addHours, type Instant } from '../../src/domain/calendar/instant.ts';
import type { Refund } from '../../src/domain/refunds/refund.ts';
import { isPending } from '../../src/domain/refunds/report.ts';
import { followUp } from '../follow-up.ts';

const millisecondsPerHour = 3_600_000;
const firstPauseMs = 1_000;
const mostPauseMs = millisecondsPerHour;

/** How often we were left without an answer. */
const failuresOf = ({ steps }: Refund): number => steps.filter(({ type }) => type === 'unknown').length;

/** Pause before the next try after an answer that told nothing: a second, then twice as long, at most an hour. */
const pauseMs = (refund: Refund): number =>
  Math.min(mostPauseMs, firstPauseMs * 2 ** Math.max(0, Math.min(20, failuresOf(refund) - 1)));

const onRefund = (sellerId: string, refund: Refund) => ({
  sellerId,
  payload: { orderId: refund.orderId, refundId: refund.id },
  refs: { channel: refund.channel, order: refund.channelOrderId },
});

/** Ask what became of a call that was not answered; at once unless given. */
export const askJob = (sellerId: string, refund: Refund, runAt?: Instant): NewJob =>
  followUp('payments', 'ask', {
    ...onRefund(sellerId, refund),
    ...(runAt === undefined ? {} : { runAt }),
    uniqueKey: `ask:${refund.id}`,
  });

/** The first call. */
export const executeJob = (sellerId: string, refund: Refund): NewJob =>
  followUp('payments', 'execute', { ...onRefund(sellerId, refund), uniqueKey: `execute:${refund.id}` });

/** The same call once more, with the same key; none while a call is under way. */
export const repeatJob = (sellerId: string, refund: Refund, now: Instant): NewJob => ({
  ...executeJob(sellerId, refund),
  runAt: addHours(now, pauseMs(refund) / millisecondsPerHour),
});

/** Days for which we wait for a refund that the provider has, or for a provider: after that a person looks. */
const mostPendingDays = 14;
const mostBusyDays = 2;

export const hasWaitedTooLong = (refund: Refund, now: Instant): boolean =>
  refund.firstCalledAt !== null &&
  now >= addDays(refund.firstCalledAt, isPending(refund) ? mostPendingDays : mostBusyDays);

const leastPendingPauseMs = 30_000;
const mostPendingPauseMs = 6 * millisecondsPerHour;

/**
 * When to ask again about a refund that the provider has and will tell of: after as long as it has had it, for its
 * own word may never come; not within half a minute, and at the latest after six hours.
 */
export const pendingAskAt = ({ firstCalledAt }: Refund, now: Instant): Instant => {
  const sinceMs = Date.parse(now) - Date.parse(firstCalledAt ?? now);
  const pause = Math.min(mostPendingPauseMs, Math.max(leastPendingPauseMs, sinceMs));
  return addHours(now, pause / millisecondsPerHour);
};

/** Books are compared the morning after, once the day is over everywhere that matters to them (UTC). */
const comparedAtHour = 3;

export const reconcileJob = (sellerId: string, provider: Refund['provider'], now: Instant): NewJob => {
  const day = now.slice(0, 10);
  const midnight = addDays(`${day}T00:00:00.000Z`, 1);
  return followUp('payments', 'reconcile', {
    sellerId,
    payload: { provider, day },
    refs: { channel: provider },
    runAt: addHours(midnight, comparedAtHour),
    uniqueKey: `reconcile:${provider}:${day}`,
  });
};
