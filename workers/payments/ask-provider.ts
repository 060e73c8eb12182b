import { insertJobs } from '../../db/repositories/jobs/insert-jobs.ts';
import type { Instant } from '../../src/domain/calendar/instant.ts';
import { isSettled, type Refund } from '../../src/domain/refunds/refund.ts';
import { isPending, mayRepeatKey } from '../../src/domain/refunds/report.ts';
import type { LookUp } from '../adapters/payments/gateway.ts';
import { done, later, type Verdict } from '../handler.ts';
import { recordReport } from '../refunds/money-session.ts';
import { isLastTry, putOff, type RefundCall, reportOf } from './execute-refund.ts';
import { hasWaitedTooLong, pendingAskAt, repeatJob } from './follow-ups.ts';
import { type OpenRefund, toGatewayRefund, withRefund } from './open-refund.ts';

/**
 * Looks into the provider's books for a refund whose outcome nobody told. Not there: the same call again while its
 * key is known, and a person after that, for a new key might pay twice.
 */
export const askProvider = async (call: RefundCall): Promise<void> => {
  const refund = await readRefund(call);
  if (refund === null) return;
  const found = await call.gateway.find(toGatewayRefund(call.job.sellerId, refund));
  if (found.kind !== 'busy' && found.kind !== 'unknown') return noteFinding(call, found);
  const isLast = isLastTry(call.job, refund, call.context.now);
  return isLast ? noteInVain(call) : putOff(call, found);
};

/** Null: it is settled meanwhile, and the job's end is written. */
const readRefund = ({ job, context, mailing }: RefundCall): Promise<Refund | null> =>
  context.database.asSellers([job.sellerId], async (tx) => {
    const { now, claim, finish } = context;
    if (!(await claim(tx))) return null;
    const refund = await withRefund(tx, job, { now, mailing }, async (open) =>
      isSettled(open.refund) ? null : open.refund,
    );
    if (refund === null) await finish(tx, done({ outcome: 'no_longer_applies' }));
    return refund;
  });

type Finding = Exclude<LookUp, { kind: 'busy' | 'unknown' }>;

const noteFinding = ({ job, context, mailing }: RefundCall, found: Finding): Promise<void> =>
  context.database.asSellers([job.sellerId], async (tx) => {
    const { now, claim, finish } = context;
    if (!(await claim(tx))) return;
    const verdict = await withRefund(tx, job, { now, mailing }, async (open): Promise<Verdict> => {
      const { session, target, refund } = open;
      if (found.kind === 'absent') {
        if (isSettled(refund)) return done({ state: refund.state });
        // It said that it has it, so it is not called again; the books may follow, or a person.
        if (isPending(refund)) return whilePending(open, now);
        if (!mayRepeatKey(refund, now)) return done({ state: handOver(open, now, 'not_in_books').state });
        await insertJobs(tx, [repeatJob(job.sellerId, refund, now)]);
        return done({ outcome: 'absent', state: refund.state });
      }
      const after = recordReport(session, { target, refundId: refund.id, report: reportOf(found, now) }, now);
      return isSettled(after) ? done({ state: after.state }) : whilePending({ ...open, refund: after }, now);
    });
    await finish(tx, verdict);
  });

/** Looks again later, and after days leaves it to a person. */
const whilePending = (open: OpenRefund, now: Instant): Verdict =>
  hasWaitedTooLong(open.refund, now)
    ? done({ state: handOver(open, now, 'still_pending').state })
    : later(pendingAskAt(open.refund, now));

/** Nobody could be asked for days: a person has to look. */
const noteInVain = ({ job, context, mailing }: RefundCall): Promise<void> =>
  context.database.asSellers([job.sellerId], async (tx) => {
    const { now, claim, finish } = context;
    if (!(await claim(tx))) return;
    const state = await withRefund(tx, job, { now, mailing }, async (open) =>
      isSettled(open.refund) ? open.refund.state : handOver(open, now, 'provider_silent').state,
    );
    await finish(tx, done({ state }));
  });

const handOver = (
  { session, target, refund }: OpenRefund,
  at: Instant,
  code: 'not_in_books' | 'provider_silent' | 'still_pending',
): Refund =>
  refund.attention === 'unresolved'
    ? refund
    : session.refunds.step(target, refund.id, { type: 'handed_to_person', at, code });
