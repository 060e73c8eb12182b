import type { NewJob } from '../../db/repositories/jobs/insert-jobs.ts';
import type { OwnedLedgerEntry } from '../../db/repositories/refunds/read-ledger-entries.ts';
import type { Instant } from '../../src/domain/calendar/instant.ts';
import type { BookEntry } from '../../src/domain/refunds/reconcile.ts';
import { followUp } from '../follow-up.ts';

interface Books {
  readonly sellerId: string;
  readonly ours: readonly OwnedLedgerEntry[];
  readonly books: readonly BookEntry[];
  readonly now: Instant;
}

/** Whether the books tell of a refund what we would have been told, had the provider's message arrived. */
const tells = ({ state }: OwnedLedgerEntry, { status }: BookEntry): boolean =>
  state === 'succeeded'
    ? status === 'failed'
    : (state === 'processing' || state === 'unknown') && status !== 'pending';

/** Outcomes that stand in the provider's books and not in ours, to be recorded as its own messages are. */
export const healingJobs = ({ sellerId, ours, books, now }: Books): NewJob[] =>
  ours.flatMap((our) => {
    const entries = books.filter(({ refundId }) => refundId === our.refundId);
    const [entry] = entries;
    if (entry === undefined || entry.status === 'pending' || entries.length > 1 || !tells(our, entry))
      return [];
    const { providerRefundId, status: outcome } = entry;
    const report = { outcome, at: now, providerRefundId, code: 'found_in_books', detail: null };
    const { orderId, refundId, channel, channelOrderId: order } = our;
    return [
      followUp('refunds', 'record-outcome', {
        sellerId,
        payload: { orderId, refundId, from: 'webhook', report },
        refs: { channel, order },
      }),
    ];
  });
