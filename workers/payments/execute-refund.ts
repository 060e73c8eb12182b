import { insertJobs } from '../../db/repositories/jobs/insert-jobs.ts';
import { paymentsQueue } from '../../queues/payments.queue.ts';
import { addHours, type Instant } from '../../src/domain/calendar/instant.ts';
import { isSettled, type Refund } from '../../src/domain/refunds/refund.ts';
import { isPending, mayRepeatKey, type RefundReport } from '../../src/domain/refunds/report.ts';
import type { GatewayAnswer, LookUp, PaymentGateway } from '../adapters/payments/gateway.ts';
import { type CallContext, done, later } from '../handler.ts';
import type { Mailing } from '../mailing.ts';
import { recordReport } from '../refunds/money-session.ts';
import { askJob, hasWaitedTooLong, reconcileJob } from './follow-ups.ts';
import { type RefundJob, toGatewayRefund, withRefund } from './open-refund.ts';

/** How long a provider's word makes us wait, at least and at most. */
const leastRetryAfterMs = 1_000;
const mostRetryAfterMs = 3_600_000;

/** The provider has certainly done nothing: it is tried again after the queue's back-off. */
class ProviderBusyError extends Error {
  override readonly name = 'ProviderBusyError';
}

export interface RefundCall {
  readonly job: RefundJob;
  readonly context: CallContext;
  readonly gateway: PaymentGateway;
  readonly mailing: Mailing;
}

/**
 * Refunds at the provider: intent → commit → call → outcome → commit. Whoever runs it again after a crash sends the
 * same key while the provider still knows it, and only asks after that.
 */
export const executeRefund = async (call: RefundCall): Promise<void> => {
  const { job, gateway } = call;
  const intent = await noteIntent(call);
  if (intent === null) return;
  const asked = toGatewayRefund(job.sellerId, intent.refund);
  const answer = await gateway.refund(asked);
  // A refusal of a repetition may be about the first call's success ("already refunded"): the books know.
  const believed =
    answer.kind === 'declined' && intent.isRepetition ? believe(answer, await gateway.find(asked)) : answer;
  await noteAnswer(call, believed, intent.refund);
};

interface Intent {
  readonly refund: Refund;
  readonly isRepetition: boolean;
}

/** The first transaction. Null: there is nothing (more) to call for, and the job's end is written. */
const noteIntent = ({ job, context, mailing }: RefundCall): Promise<Intent | null> =>
  context.database.asSellers([job.sellerId], async (tx) => {
    const { now, claim, finish } = context;
    if (!(await claim(tx))) return null;
    const intent = await withRefund(tx, job, { now, mailing }, async ({ session, target, refund }) => {
      if (isSettled(refund) || isPending(refund)) return null;
      if (!mayRepeatKey(refund, now)) {
        await insertJobs(tx, [askJob(job.sellerId, refund)]);
        return null;
      }
      const isRepetition = refund.firstCalledAt !== null;
      // A provider that was busy is called again: one step tells of all these calls.
      const isNoted = refund.steps.at(-1)?.type === 'called';
      const called = isNoted ? refund : session.refunds.step(target, refund.id, { type: 'called', at: now });
      await insertJobs(tx, [reconcileJob(job.sellerId, refund.provider, now)]);
      return { refund: called, isRepetition };
    });
    if (intent === null) await finish(tx, done({ outcome: 'no_longer_applies' }));
    return intent;
  });

const believe = (declined: GatewayAnswer, found: LookUp): GatewayAnswer =>
  found.kind === 'absent' ? declined : found;

/** The second transaction: what the provider said, and what follows. Throws when it said "not now". */
const noteAnswer = async (
  { job, context, mailing }: RefundCall,
  answer: GatewayAnswer,
  called: Refund,
): Promise<void> => {
  const { database, now } = context;
  if (answer.kind === 'busy' && !isLastTry(job, called, now)) return putOff({ job, context }, answer);
  await database.asSellers([job.sellerId], async (tx) => {
    const isOurs = await context.claim(tx);
    const state = await withRefund(tx, job, { now, mailing }, async ({ session, target, refund }) => {
      if (answer.kind === 'busy') {
        const step = { type: 'handed_to_person', at: now, code: answer.code } as const;
        return isSettled(refund) ? refund.state : session.refunds.step(target, refund.id, step).state;
      }
      // Noted even if another run of this job has ended it: an answer is never thrown away.
      const report = reportOf(answer, now);
      const after = recordReport(session, { target, refundId: refund.id, report }, now);
      if (after.state === 'unknown') await insertJobs(tx, [askJob(job.sellerId, after)]);
      return after.state;
    });
    if (isOurs) await context.finish(tx, done({ state }));
  });
};

/** Whether a person has to look, should this run find nobody there either. */
export const isLastTry = ({ attempts }: RefundJob, refund: Refund, now: Instant): boolean =>
  attempts + 1 >= paymentsQueue.attempts || hasWaitedTooLong(refund, now);

/** Tries again when the provider says so, which uses no attempt; or after the queue's back-off, by throwing. */
export const putOff = async (
  { job, context }: Pick<RefundCall, 'job' | 'context'>,
  { code, retryAfterMs }: { readonly code: string; readonly retryAfterMs?: number | null },
): Promise<void> => {
  if (retryAfterMs === null || retryAfterMs === undefined) throw new ProviderBusyError(code);
  const pauseMs = Math.min(mostRetryAfterMs, Math.max(leastRetryAfterMs, retryAfterMs));
  const runAt = addHours(context.now, pauseMs / 3_600_000);
  await context.database.asSellers([job.sellerId], async (tx) => {
    if (await context.claim(tx)) await context.finish(tx, later(runAt));
  });
};

/** A provider's answer in the words of our ledger. */
export const reportOf = (answer: Exclude<GatewayAnswer, { kind: 'busy' }>, at: Instant): RefundReport => ({
  outcome: answer.kind,
  at,
  providerRefundId: 'providerRefundId' in answer ? answer.providerRefundId : null,
  code: 'code' in answer ? answer.code : null,
  detail: 'detail' in answer ? answer.detail : null,
});
