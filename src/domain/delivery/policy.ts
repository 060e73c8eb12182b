import type { LocalDate } from '../calendar/instant.ts';

/** How fast a buyer paid to have it. */
export const shippingSpeeds = ['standard', 'expedited', 'priority'] as const;
export type ShippingSpeed = (typeof shippingSpeeds)[number];

export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof weekdays)[number];

/** Which places a seller ships to, after the territorial status of the EU's countries. */
export const exportPolicies = ['eu_member_states', 'eu_customs_and_vat', 'anywhere'] as const;
export type ExportPolicy = (typeof exportPolicies)[number];

/** A place that orders leave from. `cutOff` is local wall-clock `HH:MM` or `HH:MM:SS`. */
export interface FulfilmentCentre {
  readonly id: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** ISO 3166-2, e.g. `FR-67`; it decides regional holidays. */
  readonly subdivision: string | null;
  readonly timeZone: string;
  readonly cutOff: string;
  /** Whole working days between release and shipping. */
  readonly handlingDays: number;
  readonly workingDays: readonly Weekday[];
  readonly closures: readonly LocalDate[];
}

export interface Carrier {
  readonly id: string;
  readonly deliveryDays: readonly Weekday[];
}

/** Where a lane leads: `country` is ISO 3166-1 alpha-2 or `*`; a prefix narrows one country. */
export interface LaneDestination {
  readonly country: string;
  readonly postalPrefix?: string | null;
}

export interface Lane {
  readonly from: string;
  readonly to: LaneDestination;
  readonly speed: ShippingSpeed;
  readonly carrier: string;
  /** Delivery days of the carrier, both included. */
  readonly transitDays: { readonly min: number; readonly max: number };
}

export interface ShippingFee {
  readonly country: string;
  readonly speed: ShippingSpeed;
  readonly feeMinor: number;
  readonly currency: string;
}

/** A seller's rules for delivery promises. The first centre is the default one. */
export interface DeliveryPolicy {
  readonly fulfilmentCentres: readonly FulfilmentCentre[];
  readonly carriers: readonly Carrier[];
  readonly lanes: readonly Lane[];
  readonly fees: readonly ShippingFee[];
  readonly exportPolicy: ExportPolicy;
  /** Days after ship-by at which the system cancels what has not left; null: never. */
  readonly autoCancelUnshippedDays: number | null;
  /** Days after which an order whose payment is not verified is cancelled. */
  readonly paymentExpiryDays: number;
}
