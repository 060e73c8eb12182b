import type { Instant } from '../calendar/instant.ts';
import type { ShippingSpeed } from '../delivery/policy.ts';
import type { DeliveryPromise } from '../delivery/promise.ts';
import type { Language } from '../languages.ts';

export const orderStates = [
  'pending',
  'unshipped',
  'shipped',
  'delivered',
  'cancelled',
  'unfulfillable',
  'returned_to_sender',
] as const;
export type OrderState = (typeof orderStates)[number];

export const orderPurposes = ['sale', 'removal'] as const;
export type OrderPurpose = (typeof orderPurposes)[number];

export const unfulfillableReasons = ['damaged', 'dangerous_goods', 'out_of_stock'] as const;
export type UnfulfillableReason = (typeof unfulfillableReasons)[number];

export const paymentProviders = ['sandbox', 'stripe', 'external'] as const;
export type PaymentProvider = (typeof paymentProviders)[number];

export const trackingCodes = [
  'accepted',
  'in_transit',
  'out_for_delivery',
  'delivered',
  'exception',
  'damaged',
  'lost',
  'returning',
  'returned_to_sender',
] as const;
export type TrackingCode = (typeof trackingCodes)[number];

export interface Buyer {
  readonly name: string;
  readonly email: string;
  readonly language?: Language | null;
}

export interface Address {
  readonly name: string;
  readonly line1: string;
  readonly line2?: string | null;
  readonly postalCode: string;
  readonly city: string;
  readonly region?: string | null;
  /** ISO 3166-1 alpha-2, upper case. */
  readonly country: string;
  readonly phone?: string | null;
}

export interface Payment {
  readonly status: 'pending' | 'verified';
  readonly verifiedAt?: Instant | null;
  readonly provider: PaymentProvider;
  readonly reference?: string | null;
  /** What the buyer paid, in minor units of the order's currency; the order's total unless given. */
  readonly capturedMinor?: number | null;
}

export interface OrderLine {
  readonly lineId: string;
  readonly sku: string;
  readonly title: string;
  readonly quantity: number;
  readonly unitPriceMinor: number;
  readonly discountMinor: number;
  readonly taxMinor: number;
  readonly unitCostMinor?: number | null;
  readonly returnable: boolean;
  readonly dangerousGoods: boolean;
}

/** An order as it was posted, with defaults filled in. */
export interface OrderDraft {
  readonly channel: string;
  readonly channelOrderId: string;
  readonly purpose: OrderPurpose;
  readonly historical: boolean;
  readonly placedAt: Instant;
  readonly payment: Payment;
  readonly shippingSpeed: ShippingSpeed;
  readonly currency: string;
  readonly taxIncluded: boolean;
  /** Missing only while the payment is pending. */
  readonly buyer: Buyer | null;
  readonly shipTo: Address | null;
  readonly lines: readonly OrderLine[];
  readonly shippingMinor: number;
  readonly shippingTaxMinor: number;
  readonly shippingDiscountMinor: number;
  readonly fulfilmentCentre: string | null;
}

/** Units of one line in one parcel. */
export interface ParcelLine {
  readonly lineId: string;
  readonly quantity: number;
}

export interface TrackingEvent {
  readonly code: TrackingCode;
  readonly occurredAt: Instant;
  readonly location?: string | null;
  /** The carrier's own id of the scan; else null. */
  readonly eventId: string | null;
}

export interface Shipment {
  readonly id: string;
  readonly carrier: string;
  readonly trackingNumber: string;
  readonly shippedAt: Instant;
  readonly historical: boolean;
  readonly lines: readonly ParcelLine[];
  /** The newest event by event time, except that nothing older undoes `delivered`; null: none yet. */
  readonly status: TrackingCode | null;
  readonly statusAt: Instant | null;
  readonly deliveredAt: Instant | null;
}

/** A promise that was given, in the order in which they were given. */
export interface GivenPromise extends DeliveryPromise {
  readonly sequence: number;
  /** Null: given for the whole order before anything left. */
  readonly shipmentId: string | null;
  readonly policyVersion: number;
  readonly promisedAt: Instant;
}

export const cancellationSources = ['buyer_request', 'buyer_message', 'seller', 'system'] as const;

export interface Cancellation {
  readonly source: (typeof cancellationSources)[number];
  /** In somebody's own words, or why the system did it; null: none was given. */
  readonly reason: string | null;
  readonly at: Instant;
}

/** Why the system cancels of its own accord (002). */
export const systemCancellationReasons = ['payment_expired', 'not_shipped'] as const;
export type SystemCancellationReason = (typeof systemCancellationReasons)[number];

export const orderAlertKinds = [
  'payment_expired',
  'not_shipped_by_edd',
  'auto_cancelled',
  'unfulfillable',
] as const;
export type OrderAlertKind = (typeof orderAlertKinds)[number];

/** What every order has, whatever its state. */
interface OrderBase extends OrderDraft {
  readonly id: string;
  /** Language of the buyer, decided by the buyer's own, else the channel's. */
  readonly language: Language;
  /** The centre it leaves from, resolved when it was placed: a later default does not move it. */
  readonly fulfilmentCentre: string;
  /** Units taken out of the order before they left, by line. */
  readonly cancelledUnits: readonly ParcelLine[];
  readonly shipments: readonly Shipment[];
  readonly promises: readonly GivenPromise[];
  /** Kinds already raised: each is raised once in the life of an order. */
  readonly alertsRaised: readonly OrderAlertKind[];
  /**
   * Instants frozen from the policy that held when they were set, for a change of policy never touches
   * orders under way (003). Null: the rule does not apply (yet). Historical orders have them too, for the
   * rates; `deadlinesOf` is where they raise nothing.
   */
  readonly paymentDueAt: Instant | null;
  /** The end of the first promise's `shipBy`, at the centre. */
  readonly shipByEndsAt: Instant | null;
  readonly autoCancelAt: Instant | null;
}

/** Payment not verified. Buyer and address are what the upstream system said early, if it did. */
export interface PendingOrder extends OrderBase {
  readonly state: 'pending';
  readonly cancellation: null;
  readonly unfulfillable: null;
}

/** Payment verified: on its way or done. Buyer and address are there until they are anonymised. */
export interface ConfirmedOrder extends OrderBase {
  readonly state: 'unshipped' | 'shipped' | 'delivered' | 'returned_to_sender';
  readonly cancellation: null;
  readonly unfulfillable: null;
}

/** Cancelled as a whole; before verification it may never have had a buyer. */
export interface CancelledOrder extends OrderBase {
  readonly state: 'cancelled';
  readonly cancellation: Cancellation;
  readonly unfulfillable: null;
}

export interface UnfulfillableOrder extends OrderBase {
  readonly state: 'unfulfillable';
  readonly cancellation: null;
  readonly unfulfillable: { readonly reason: UnfulfillableReason; readonly at: Instant };
}

/** An order with all that happened to it: the state that `decide` reads and `evolve` makes. */
export type Order = PendingOrder | ConfirmedOrder | CancelledOrder | UnfulfillableOrder;

/** An order as a row holds it: the same fields, whose combination nothing has checked yet. */
export interface OrderRecord extends OrderBase {
  readonly state: OrderState;
  readonly cancellation: Cancellation | null;
  readonly unfulfillable: UnfulfillableOrder['unfulfillable'] | null;
}
