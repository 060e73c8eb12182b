import type { Instant } from '../calendar/instant.ts';
import type { Language } from '../languages.ts';
import type {
  Address,
  Buyer,
  Cancellation,
  ConfirmedOrder,
  GivenPromise,
  ParcelLine,
  Payment,
  PendingOrder,
  Shipment,
  TrackingCode,
  UnfulfillableReason,
} from './order.ts';

/** Carries the whole new order, as it is to be stored: verified orders begin as `unshipped`. */
export interface OrderPlaced {
  readonly type: 'order_placed';
  readonly order: PendingOrder | ConfirmedOrder;
}

export interface PaymentVerified {
  readonly type: 'payment_verified';
  readonly payment: Payment;
  readonly buyer: Buyer;
  readonly shipTo: Address;
  readonly language: Language;
}

/** The order's first promise and the instants that follow from it. */
export interface PromiseGiven {
  readonly type: 'promise_given';
  readonly promise: GivenPromise;
  readonly shipByEndsAt: Instant;
  readonly autoCancelAt: Instant | null;
}

/** `promise` counts from the day of shipping; null when today's policy has no way to compute it. */
export interface ShipmentRecorded {
  readonly type: 'shipment_recorded';
  readonly shipment: Shipment;
  readonly promise: GivenPromise | null;
}

/** What the fold over a parcel's scans says now. */
export interface TrackingChanged {
  readonly type: 'tracking_changed';
  readonly shipmentId: string;
  readonly status: TrackingCode;
  readonly statusAt: Instant;
  readonly deliveredAt: Instant | null;
  /** Old data that is loaded: nothing follows of it. */
  readonly historical?: boolean;
}

export interface MarkedUnfulfillable {
  readonly type: 'marked_unfulfillable';
  readonly reason: UnfulfillableReason;
  readonly at: Instant;
}

/** Units taken out of the order before they left. */
export interface UnitsCancelled {
  readonly type: 'units_cancelled';
  readonly lines: readonly ParcelLine[];
  readonly source: Cancellation['source'];
  readonly reason: string | null;
  /** The buyer's official request that it accepted. */
  readonly requestId: string | null;
  /** By the buyer's withdrawal, whose acknowledgement tells of it. */
  readonly withdrawn: boolean;
  readonly at: Instant;
}

export interface OrderCancelled {
  readonly type: 'order_cancelled';
  readonly cancellation: Cancellation;
}

/** Something the seller must hear of. Never of a historical order. */
export type OrderAlert =
  | { readonly kind: 'payment_expired'; readonly at: Instant; readonly dueAt: Instant }
  | { readonly kind: 'not_shipped_by_edd'; readonly at: Instant; readonly latestAt: Instant }
  | { readonly kind: 'auto_cancelled'; readonly at: Instant; readonly dueAt: Instant }
  | { readonly kind: 'unfulfillable'; readonly at: Instant; readonly reason: UnfulfillableReason };

export interface AlertRaised {
  readonly type: 'alert_raised';
  readonly alert: OrderAlert;
}

/** The order's state and its deadlines are not events: `evolve` and `deadlinesOf` derive them. */
export type OrderEvent =
  | OrderPlaced
  | PaymentVerified
  | PromiseGiven
  | ShipmentRecorded
  | TrackingChanged
  | MarkedUnfulfillable
  | UnitsCancelled
  | OrderCancelled
  | AlertRaised;
