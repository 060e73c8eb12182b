import type { Tx } from '../../db/client.ts';
import { insertJobs, type NewJob } from '../../db/repositories/jobs/insert-jobs.ts';
import { saveMails } from '../../db/repositories/mail/save-mails.ts';
import { changeBalances } from '../../db/repositories/refunds/change-balances.ts';
import { saveRefunds } from '../../db/repositories/refunds/save-refunds.ts';
import type { Instant } from '../../src/domain/calendar/instant.ts';
import { saveDigestEntries } from '../digest/save-digest-entries.ts';
import { followUp } from '../follow-up.ts';
import type { Mailing } from '../mailing.ts';
import { balanceChanges } from './balance-changes.ts';
import { toRefundDigestEntries, toRefundMails } from './refund-mails.ts';
import type { TouchedRefund } from './refund-session.ts';

/** The provider is called once this is committed; where the upstream system pays, it tells us. */
const toPaymentJobs = ({ sellerId, before, after }: TouchedRefund): NewJob[] =>
  before !== null || after.provider === 'external'
    ? []
    : [
        followUp('payments', 'execute', {
          sellerId,
          payload: { orderId: after.orderId, refundId: after.id },
          refs: { channel: after.channel, order: after.channelOrderId },
        }),
      ];

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
  await insertJobs(tx, touched.flatMap(toPaymentJobs));
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
