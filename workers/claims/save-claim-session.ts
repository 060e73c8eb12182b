import type { Tx } from '../../db/client.ts';
import { saveClaims } from '../../db/repositories/claims/save-claims.ts';
import {
  type NewReimbursement,
  saveReimbursements,
} from '../../db/repositories/claims/save-reimbursements.ts';
import { cancelJobsByKey } from '../../db/repositories/jobs/cancel-jobs.ts';
import { insertJobs, type NewJob } from '../../db/repositories/jobs/insert-jobs.ts';
import { saveMails } from '../../db/repositories/mail/save-mails.ts';
import type { Instant } from '../../src/domain/calendar/instant.ts';
import type { ClaimDeadlineKind } from '../../src/domain/claims/claim.ts';
import { type ClaimDeadline, deadlinesOf } from '../../src/domain/claims/deadlines.ts';
import { saveDigestEntries } from '../digest/save-digest-entries.ts';
import { followUp } from '../follow-up.ts';
import type { Mailing } from '../mailing.ts';
import { toClaimDigestEntries, toClaimMails } from './claim-mails.ts';
import type { TouchedClaim } from './claim-session.ts';

const keyOf = (claimId: string, kind: ClaimDeadlineKind): string => `claim:${kind}:${claimId}`;

/** Those of the first that the second do not have. The times of a claim's deadlines never change. */
const without = (some: readonly ClaimDeadline[], others: readonly ClaimDeadline[]): ClaimDeadline[] =>
  some.filter(({ kind }) => !others.some((other) => other.kind === kind));

const deadlinesBefore = ({ before }: TouchedClaim): readonly ClaimDeadline[] =>
  before === null ? [] : deadlinesOf(before);

const toDeadlineJobs = (about: TouchedClaim): NewJob[] => {
  const { sellerId, after } = about;
  return without(deadlinesOf(after), deadlinesBefore(about)).map(({ kind, at }) =>
    followUp('claims', 'meet-deadline', {
      sellerId,
      payload: { orderId: after.orderId, claimId: after.id, kind },
      refs: { channel: after.channel, order: after.channelOrderId },
      runAt: at,
      uniqueKey: keyOf(after.id, kind),
    }),
  );
};

const deadlinesToCancel = (about: TouchedClaim): string[] =>
  without(deadlinesBefore(about), deadlinesOf(about.after)).map(({ kind }) => keyOf(about.after.id, kind));

const toReimbursements = ({ sellerId, before, after }: TouchedClaim): NewReimbursement[] => {
  const { id: claimId, orderId, channel, currency, reimbursedMinor, reimbursedAt } = after;
  if (before?.state === 'reimbursed' || reimbursedMinor === null || reimbursedAt === null) return [];
  return [
    { sellerId, claimId, orderId, channel, currency, amountMinor: reimbursedMinor, paidAt: reimbursedAt },
  ];
};

/** Writes all that a session has decided: claims, deadlines, what was paid, mails. */
export const saveClaimSession = async (
  tx: Tx,
  touched: readonly TouchedClaim[],
  { mailing, now }: { readonly mailing: Mailing; readonly now: Instant },
): Promise<void> => {
  if (touched.length === 0) return;
  await saveClaims(
    tx,
    touched.map(({ sellerId, after }) => ({ sellerId, claim: after })),
  );
  await saveReimbursements(tx, touched.flatMap(toReimbursements));
  await cancelJobsByKey(tx, touched.flatMap(deadlinesToCancel));
  await insertJobs(tx, touched.flatMap(toDeadlineJobs));
  await saveMails(
    tx,
    touched.flatMap((one) => toClaimMails(one, mailing)),
  );
  await saveDigestEntries(
    tx,
    touched.flatMap((one) => toClaimDigestEntries(one, now)),
    now,
  );
};
