import type { Tx } from '../../db/client.ts';
import { insertJobs, type NewJob } from '../../db/repositories/jobs/insert-jobs.ts';
import { saveMails } from '../../db/repositories/mail/save-mails.ts';
import { changeBalances } from '../../db/repositories/refunds/change-balances.ts';
import { saveRefunds } from '../../db/repositories/refunds/save-refunds.ts';
import type { Instant } from '../../src/domain/calendar/instant.ts';
import { isPending } from '../../src/domain/refunds/report.ts';
import { saveDigestEntries } from '../digest/save-digest-entries.ts';
import type { Mailing } from '../mailing.ts';
import { askJob, executeJob, pendingAskAt } from '../payments/follow-ups.ts';
import { balanceChanges } from './balance-changes.ts';
import { toRefundDigestEntries, toRefundMails } from './refund-mails.ts';
import type { TouchedRefund } from './refund-session.ts';

/** The provider is called once this is committed; where the upstream system pays, it tells us. */
const toPaymentJobs = ({ sellerId, before, after }: TouchedRefund): NewJob[] =>
  before !== null || after.provider === 'external' ? [] : [executeJob(sellerId, after)];

/** What the provider has and will tell of is asked for as well: its own word may never come. */
const toAskJobs = ({ sellerId, after }: TouchedRefund, now: Instant): NewJob[] =>
  isPending(after) ? [askJob(sellerId, after, pendingAskAt(after, now))] : [];

/** Writes all that a session has decided: refunds, what is left, calls to make, mails. */
export const saveRefundSession = async (
  tx: Tx,
  touched: readonly TouchedRefund[],
  { mailing, now }: { readonly mailing: Mailing; readonly now: Instant },
): Promise<void> => {
  if (touched.length === 0) return;
  await saveRefunds(
    tx,
    touched.map(({ sellerId, after }) => ({ sellerId, refund: after })),
  );
  await changeBalances(tx, balanceChanges(touched));
  await insertJobs(tx, [...touched.flatMap(toPaymentJobs), ...touched.flatMap((one) => toAskJobs(one, now))]);
  await saveMails(
    tx,
    touched.flatMap((one) => toRefundMails(one, mailing)),
  );
  await saveDigestEntries(
    tx,
    touched.flatMap((one) => toRefundDigestEntries(one, now)),
    now,
  );
};
