import type { Instant } from '../calendar/instant.ts';
import type { RefundState } from './refund.ts';

/** A refund as a provider's books have it. */
export interface BookEntry {
  readonly providerRefundId: string;
  /** Ours, by the metadata that went with the call; null: not made by Navette. */
  readonly refundId: string | null;
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
