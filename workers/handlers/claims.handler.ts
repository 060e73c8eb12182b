import type { Instant } from '../../src/domain/calendar/instant.ts';
import type { Claim } from '../../src/domain/claims/claim.ts';
import type { ClaimCommand } from '../../src/domain/claims/commands.ts';
import { claimDeadlineAt } from '../../src/domain/claims/deadlines.ts';
import { accept, type Outcome } from '../../src/domain/outcome.ts';
import { type ClaimSession, type ClaimTarget, openClaimSession } from '../claims/claim-session.ts';
import { saveClaimSession } from '../claims/save-claim-session.ts';
import { type DecidingHandler, done, later, type ParsedJob, rejected, type Verdict } from '../handler.ts';
import type { Mailing } from '../mailing.ts';
import { openOrders } from '../orders/open-orders.ts';
import { releaseLinks } from '../release-links.ts';

type Job = ParsedJob<'claims'>;
type JobOf<Name extends Job['name']> = Extract<Job, { readonly name: Name }>;

const targetOf = ({ sellerId, payload: { orderId } }: Job): ClaimTarget => ({ sellerId, orderId });

/** What the API promised as the result of a claim (CONTRACT). */
const toResult = ({ id, state, amountMinor, currency, closesAt }: Claim) => ({
  claimId: id,
  state,
  amountMinor,
  currency,
  closesAt,
});

/** A command about one claim: the one that it changed, or the one that is named where it told nothing new. */
const decideOne = (
  session: ClaimSession,
  job: JobOf<'open' | 'submit' | 'decide'>,
  { command, now }: { readonly command: ClaimCommand; readonly now: Instant },
): Verdict => {
  const { orderId, claimId } = job.payload;
  const outcome = session.run(targetOf(job), command, now);
  if (!outcome.ok) return rejected(outcome.refusal);
  const claim = outcome.value[0] ?? session.find(orderId, claimId);
  if (claim === null) throw new Error('A decision about a claim made no claim');
  return done(toResult(claim));
};

const toVerdict = (outcome: Outcome<readonly Claim[]>): Verdict =>
  outcome.ok ? done({ claims: outcome.value.map(toResult) }) : rejected(outcome.refusal);

const decideDetect = (session: ClaimSession, job: JobOf<'detect'>, now: Instant): Verdict => {
  const { shipmentId, returnId } = job.payload;
  if (shipmentId !== undefined) {
    return toVerdict(session.run(targetOf(job), { type: 'detect_lost', shipmentId }, now));
  }
  if (returnId === undefined) return toVerdict(accept([]));
  return toVerdict(session.run(targetOf(job), { type: 'detect_damaged', returnId }, now));
};

const meetDeadline = (session: ClaimSession, job: JobOf<'meet-deadline'>, now: Instant): Verdict => {
  const { orderId, claimId, kind } = job.payload;
  const claim = session.find(orderId, claimId);
  if (claim === null) return done({ outcome: 'claim_gone' });
  const dueAt = claimDeadlineAt(claim, kind);
  if (dueAt === null) return done({ outcome: 'no_longer_applies' });
  if (dueAt > now) return later(dueAt);
  const outcome = session.run(targetOf(job), { type: 'meet_deadline', claimId, kind }, now);
  if (!outcome.ok) return rejected(outcome.refusal);
  return done({ outcome: 'met', state: session.find(orderId, claimId)?.state });
};

/** Decides about claims under the lock of their orders. */
export const createClaimsHandler = (mailing: Mailing): DecidingHandler<'claims', ClaimSession> => ({
  kind: 'decides',
  load: async (tx, jobs) => {
    const targets = jobs.map(targetOf);
    return openClaimSession(tx, await openOrders(tx, targets), targets);
  },
  decide: (session, job, { now }) => {
    switch (job.name) {
      case 'open': {
        const { claimId, claim } = job.payload;
        return decideOne(session, job, { command: { type: 'open', claimId, ...claim }, now });
      }
      case 'submit': {
        const { claimId } = job.payload;
        return decideOne(session, job, { command: { type: 'submit', claimId }, now });
      }
      case 'decide': {
        const { claimId, decision } = job.payload;
        return decideOne(session, job, { command: { type: 'record_answer', claimId, ...decision }, now });
      }
      case 'detect':
        return decideDetect(session, job, now);
      case 'reconsider':
        return toVerdict(session.run(targetOf(job), { type: 'reconsider' }, now));
      case 'meet-deadline':
        return meetDeadline(session, job, now);
      default:
        return job satisfies never;
    }
  },
  save: (tx, session, { now }) => saveClaimSession(tx, session.touched(), { mailing, now }),
  afterRejection: releaseLinks,
});
