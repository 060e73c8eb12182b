import type { Instant, LocalDate } from '../domain/calendar/instant.ts';
import type { ClaimBasis, ClaimKind, ClaimState } from '../domain/claims/claim.ts';
import type { Address, TrackingCode } from '../domain/orders/order.ts';
import type { RefundState } from '../domain/refunds/refund.ts';

export interface EvidenceLine {
  readonly sku: string;
  readonly title: string;
  readonly quantity: number;
  /** Of an order's line what the buyer paid for it, tax inside; of a claim's what is claimed for it. */
  readonly amountMinor: number;
}

export interface EvidenceClaim {
  readonly id: string;
  readonly kind: ClaimKind;
  readonly state: ClaimState;
  readonly amountMinor: number;
  readonly basis: ClaimBasis;
  readonly eligibleAt: Instant;
  readonly closesAt: Instant;
  readonly submittedAt: Instant | null;
  readonly lines: readonly EvidenceLine[];
}

export interface EvidenceOrder {
  readonly number: string;
  readonly channel: string;
  readonly placedAt: Instant;
  readonly lines: readonly EvidenceLine[];
  /** Whole, for a carrier compares it with the label; null once the buyer has been forgotten. */
  readonly shipTo: Address | null;
}

export interface EvidenceShipment {
  readonly carrier: string;
  readonly trackingNumber: string;
  readonly shippedAt: Instant;
  readonly status: TrackingCode | null;
  readonly deliveredAt: Instant | null;
}

export interface EvidenceScan {
  readonly code: TrackingCode;
  readonly occurredAt: Instant;
  readonly location: string | null;
}

export interface EvidenceRefund {
  readonly id: string;
  /** When it was settled, else when it was asked for. */
  readonly at: Instant;
  readonly amountMinor: number;
  readonly state: RefundState;
}

export interface EvidencePhoto {
  /** JPEG: `toJpeg` of src/photos makes one of any photograph of a claim. */
  readonly content: Uint8Array;
  readonly width: number;
  readonly height: number;
  readonly addedAt: Instant;
}

/**
 * All that a carrier wants to see of a claim. Amounts in minor units of `currency`; lists are drawn in the order
 * that they have.
 */
export interface EvidencePack {
  readonly sellerName: string | null;
  /** When all of this was so; the date of the file. */
  readonly asOf: Instant;
  /** IANA name of the zone in which times are written. */
  readonly timeZone: string;
  readonly currency: string;
  readonly claim: EvidenceClaim;
  readonly order: EvidenceOrder;
  /** Dates at the centre and at the destination; null: none was given. */
  readonly promise: { readonly shipBy: LocalDate; readonly latest: LocalDate } | null;
  readonly shipment: EvidenceShipment;
  readonly scans: readonly EvidenceScan[];
  readonly refunds: readonly EvidenceRefund[];
  readonly photos: readonly EvidencePhoto[];
}
