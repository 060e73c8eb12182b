import type { Instant } from '../calendar/instant.ts';
import type {
  Address,
  Buyer,
  Cancellation,
  OrderDraft,
  ParcelLine,
  Payment,
  TrackingEvent,
  UnfulfillableReason,
} from './order.ts';

/** A new order; it has no state yet. */
export interface PlaceOrder {
  readonly type: 'place';
  readonly orderId: string;
  readonly draft: OrderDraft;
}

/** The channel's word about the payment. Verification brings buyer and address (002). */
export interface RecordPayment {
  readonly type: 'record_payment';
  readonly status: Payment['status'];
  readonly at: Instant;
  readonly provider?: Payment['provider'] | undefined;
  readonly reference?: string | null | undefined;
  readonly capturedMinor?: number | null | undefined;
  readonly buyer?: Buyer | null | undefined;
  readonly shipTo?: Address | null | undefined;
}

/** A parcel left. Without `lines` it holds everything not yet shipped nor cancelled. */
export interface RecordShipment {
  readonly type: 'record_shipment';
  readonly shipmentId: string;
  readonly carrier: string;
  readonly trackingNumber: string;
  readonly shippedAt: Instant;
  readonly lines?: readonly ParcelLine[] | null | undefined;
  readonly historical?: boolean | undefined;
  /** Every scan kept for this parcel while its shipment was not known. */
  readonly scans: readonly TrackingEvent[];
}

/** Scans of one parcel: all that are known of it, old and new, for the fold has no memory. */
export interface RecordScans {
  readonly type: 'record_scans';
  readonly shipmentId: string;
  readonly scans: readonly TrackingEvent[];
  /** All that is new among them is old data that is loaded. */
  readonly historical?: boolean;
}

export interface MarkUnfulfillable {
  readonly type: 'mark_unfulfillable';
  readonly reason: UnfulfillableReason;
}

/** Units are taken out of the order before they leave, whoever wants it (002). */
export interface CancelUnits {
  readonly type: 'cancel_units';
  /** Null: all that has not left. */
  readonly lines: readonly ParcelLine[] | null;
  readonly source: Cancellation['source'];
  readonly reason: string | null;
  /** The buyer's official request that this accepts. */
  readonly requestId: string | null;
  readonly at: Instant;
}

/**
 * The buyer withdraws from units before they leave (Directive 2011/83/EU): nobody may refuse that, also not while
 * the payment is pending.
 */
export interface WithdrawUnits {
  readonly type: 'withdraw_units';
  readonly lines: readonly ParcelLine[];
  readonly at: Instant;
}

export const deadlineKinds = ['payment_expiry', 'unshipped_by_edd', 'auto_cancel'] as const;
export type DeadlineKind = (typeof deadlineKinds)[number];

/** A wake-up, nothing more: what to do is decided again from the state and the clock. */
export interface MeetDeadline {
  readonly type: 'meet_deadline';
  readonly kind: DeadlineKind;
}

export type OrderCommand =
  | PlaceOrder
  | RecordPayment
  | RecordShipment
  | RecordScans
  | MarkUnfulfillable
  | CancelUnits
  | WithdrawUnits
  | MeetDeadline;
