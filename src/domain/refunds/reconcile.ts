import type { Instant } from '../calendar/instant.ts';
import type { RefundState } from './refund.ts';

/** A refund as a provider's books have it. */
export interface BookEntry {
  readonly providerRefundId: string;
  /** Ours, by the metadata that went with the call; null: not made by Navette. */
  readonly refundId: string | null;
  /** The payment that was refunded, by all names that the provider has for it. */
  readonly paymentReferences: readonly string[];
  readonly amountMinor: number;
  readonly currency: string;
  readonly status: 'succeeded' | 'pending' | 'declined' | 'failed';
  readonly bookedAt: Instant;
}

/** Where our ledger and the provider's books do not agree. */
export interface BookDifference {
  readonly kind: 'missing_there' | 'missing_here' | 'amount_differs' | 'state_differs' | 'booked_twice';
  readonly refundId: string | null;
  readonly providerRefundIds: readonly string[];
  readonly ours: { readonly state: RefundState; readonly amountMinor: number } | null;
  readonly theirs: { readonly status: BookEntry['status']; readonly amountMinor: number } | null;
  readonly currency: string;
}

/** A refund as our ledger has it, as far as a comparison needs it. */
export interface LedgerEntry {
  readonly refundId: string;
  readonly paymentReference: string | null;
  readonly amountMinor: number;
  readonly currency: string;
  readonly state: RefundState;
  readonly settledAt: Instant | null;
}

export interface BookComparison {
  /** Refunds that succeeded, on either side. */
  readonly ours: number;
  readonly theirs: number;
  readonly sums: readonly {
    readonly currency: string;
    readonly oursMinor: number;
    readonly theirsMinor: number;
  }[];
  readonly differences: readonly BookDifference[];
}

const paid = ({ status }: BookEntry): boolean => status === 'succeeded' || status === 'pending';

/** What our states mean in a provider's books; null: we do not know ourselves. */
const expected = (state: RefundState): boolean | null => {
  switch (state) {
    case 'succeeded':
      return true;
    case 'declined':
    case 'failed':
      return false;
    case 'requested':
    case 'processing':
    case 'unknown':
      return null;
    default:
      return state satisfies never;
  }
};

const sumsOf = (ours: readonly LedgerEntry[], theirs: readonly BookEntry[]): BookComparison['sums'] => {
  const currencies = [...new Set([...ours, ...theirs].map(({ currency }) => currency))].toSorted();
  const sumIn = (entries: readonly { currency: string; amountMinor: number }[], currency: string): number =>
    entries.reduce((sum, entry) => sum + (entry.currency === currency ? entry.amountMinor : 0), 0);
  return currencies.map((currency) => ({
    currency,
    oursMinor: sumIn(ours, currency),
    theirsMinor: sumIn(theirs, currency),
  }));
};

/**
 * Compares refunds of ours with a provider's books. Entries without our name count only where they are of a payment
 * that we know: somebody refunded it beside us. What we do not know the end of ourselves is no difference yet.
 */
export const compareBooks = (
  ledger: readonly LedgerEntry[],
  allBooks: readonly BookEntry[],
  /** When the books began to be read: what was settled since is not in them for certain. */
  readFromAt: Instant,
): BookComparison => {
  const isFresh = ({ settledAt }: LedgerEntry): boolean => settledAt !== null && settledAt >= readFromAt;
  const fresh = new Set(ledger.filter(isFresh).map(({ refundId }) => refundId));
  const ours = ledger.filter(({ refundId }) => !fresh.has(refundId));
  const books = allBooks.filter(({ refundId }) => refundId === null || !fresh.has(refundId));
  const payments = new Set(ours.flatMap(({ paymentReference }) => paymentReference ?? []));
  const theirs = books.filter(
    ({ refundId, paymentReferences }) =>
      refundId !== null || paymentReferences.some((reference) => payments.has(reference)),
  );
  const differences: BookDifference[] = [];
  const differ = (
    kind: BookDifference['kind'],
    our: LedgerEntry | null,
    entries: readonly BookEntry[],
  ): void => {
    const [first] = entries;
    differences.push({
      kind,
      refundId: our?.refundId ?? first?.refundId ?? null,
      providerRefundIds: entries.map(({ providerRefundId }) => providerRefundId),
      ours: our && { state: our.state, amountMinor: our.amountMinor },
      theirs: first === undefined ? null : { status: first.status, amountMinor: first.amountMinor },
      currency: our?.currency ?? first?.currency ?? '',
    });
  };
  for (const our of ours) {
    const entries = theirs.filter(({ refundId }) => refundId === our.refundId);
    const booked = entries.filter(paid);
    const isPaid = expected(our.state);
    if (booked.length > 1) differ('booked_twice', our, booked);
    else if (isPaid === true && entries.length === 0) differ('missing_there', our, []);
    else if (isPaid !== null && isPaid !== booked.length > 0 && entries.length > 0)
      differ('state_differs', our, entries);
    else if (booked.some((one) => one.amountMinor !== our.amountMinor || one.currency !== our.currency)) {
      differ('amount_differs', our, booked);
    }
  }
  const known = new Set(ours.map(({ refundId }) => refundId));
  for (const entry of theirs.filter(paid)) {
    if (entry.refundId === null || !known.has(entry.refundId)) differ('missing_here', null, [entry]);
  }
  const ourPaid = ours.filter(({ state }) => state === 'succeeded');
  const theirPaid = theirs.filter(({ status }) => status === 'succeeded');
  return { ours: ourPaid.length, theirs: theirPaid.length, sums: sumsOf(ourPaid, theirPaid), differences };
};
