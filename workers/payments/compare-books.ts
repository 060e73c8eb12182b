import { insertJobs } from '../../db/repositories/jobs/insert-jobs.ts';
import { saveMails } from '../../db/repositories/mail/save-mails.ts';
import { readLedgerEntries } from '../../db/repositories/refunds/read-ledger-entries.ts';
import { saveReconciliation } from '../../db/repositories/refunds/save-reconciliation.ts';
import { listChannelSettings } from '../../db/repositories/settings/list-channel-settings.ts';
import { addDays } from '../../src/domain/calendar/instant.ts';
import { compareBooks } from '../../src/domain/refunds/reconcile.ts';
import type { PaymentGateway } from '../adapters/payments/gateway.ts';
import { type CallContext, done, type ParsedJob } from '../handler.ts';
import type { Mailing } from '../mailing.ts';
import { booksMail } from './books-mail.ts';
import { reconcileJob } from './follow-ups.ts';
import { healingJobs } from './healing-jobs.ts';

type ReconcileJob = Extract<ParsedJob<'payments'>, { readonly name: 'reconcile' }>;

/** Days before the one that is compared whose refunds are looked at again: outcomes change late. */
const daysAgain = 2;

export interface ComparisonCall {
  readonly job: ReconcileJob;
  readonly context: CallContext;
  readonly gateway: PaymentGateway;
  readonly mailing: Mailing;
}

/** Compares our refunds of a seller with the provider's books, once a day: what differs is healed, or told. */
export const compareWithBooks = async ({ job, context, gateway, mailing }: ComparisonCall): Promise<void> => {
  const { sellerId, payload } = job;
  const { now, database, claim, finish } = context;
  const { provider, day } = payload;
  const fromAt = addDays(`${day}T00:00:00.000Z`, -daysAgain);
  const untilAt = addDays(`${day}T00:00:00.000Z`, 1);
  // A day more than ours on both sides: clocks differ, and calls take their time.
  const books = await gateway.books(sellerId, { from: addDays(fromAt, -1), until: addDays(untilAt, 1) });
  const channels = await listChannelSettings(database, sellerId);
  await database.asSellers([sellerId], async (tx) => {
    if (!(await claim(tx))) return;
    const ids = books.flatMap(({ refundId }) => refundId ?? []);
    const ours = await readLedgerEntries(tx, { sellerId, provider, from: fromAt, until: untilAt, ids });
    const comparison = compareBooks(ours, books, now);
    await saveReconciliation(tx, sellerId, { provider, day, fromAt, untilAt, ...comparison });
    await insertJobs(tx, [
      ...healingJobs({ sellerId, ours, books, now }),
      ...(ours.length > 0 ? [reconcileJob(sellerId, provider, now)] : []),
    ]);
    if (comparison.differences.length > 0) {
      await saveMails(
        tx,
        booksMail({ sellerId, provider, day, differences: comparison.differences }, channels, mailing),
      );
    }
    await finish(
      tx,
      done({ ours: comparison.ours, theirs: comparison.theirs, differences: comparison.differences }),
    );
  });
};
