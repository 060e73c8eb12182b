import type { Instant } from '../calendar/instant.ts';
import type { Language } from '../languages.ts';
import type { Address } from '../orders/order.ts';
import { defaultResponsePolicy } from '../response-time/policy.ts';
import { defaultFaultByReason, type Fault, type ReturnReason } from './reasons.ts';

export const autoAuthorizeModes = ['off', 'all', 'policy'] as const;
export type AutoAuthorize = (typeof autoAuthorizeModes)[number];

export interface SavedAddress extends Address {
  readonly id: string;
}

/** What a seller has decided about the returns of one channel; a change never touches returns under way (003). */
export interface ReturnPolicy {
  readonly language: Language;
  readonly autoAuthorize: AutoAuthorize;
  /** While the seller is away requests authorise themselves (004). */
  readonly absence: {
    readonly from: Instant;
    readonly until: Instant;
    readonly autoAuthorize: Exclude<AutoAuthorize, 'off'>;
  } | null;
  /** Days of 24 hours from the order's date (003). */
  readonly returnWindowDays: number;
  /** Orders placed 1 Nov to 31 Dec may come back until 31 Jan. */
  readonly holidayExtension: boolean;
  readonly returnRequestTargetHours: number;
  /** The warning comes at the same share of the target as for messages. */
  readonly responseTargetHours: number;
  readonly responseWarningHours: number;
  /** The first one is the default. */
  readonly returnAddresses: readonly SavedAddress[];
  readonly faultByReason: Readonly<Partial<Record<ReturnReason, Fault>>>;
  /** What sending a parcel back costs, by the country that it comes from. */
  readonly returnCosts: readonly {
    readonly country: string;
    readonly costMinor: number;
    readonly currency: string;
  }[];
}

export const defaultReturnPolicy = (language: Language): ReturnPolicy => ({
  language,
  autoAuthorize: 'off',
  absence: null,
  returnWindowDays: 30,
  holidayExtension: true,
  returnRequestTargetHours: 48,
  responseTargetHours: defaultResponsePolicy.targetHours,
  responseWarningHours: defaultResponsePolicy.warningHours,
  returnAddresses: [],
  faultByReason: {},
  returnCosts: [],
});

/** Who answers for a reason, by the seller's policy. */
export const faultOf = (
  { faultByReason }: Pick<ReturnPolicy, 'faultByReason'>,
  reason: ReturnReason,
): Fault => faultByReason[reason] ?? defaultFaultByReason[reason];

/**
 * Whether the way back is the buyer's to pay: a parcel of which every line is the buyer's fault (003), or of a
 * withdrawal, which has no reason. It is one parcel: another's fault for a part of it is enough.
 */
export const buyerPaysWayBack = (
  policy: ReturnPolicy,
  lines: readonly { readonly reason: ReturnReason | null }[],
): boolean => lines.every(({ reason }) => reason === null || faultOf(policy, reason) === 'buyer');

/** Which mode holds at an instant: an absence wins over the channel's own. */
export const autoAuthorizeAt = ({ autoAuthorize, absence }: ReturnPolicy, at: Instant): AutoAuthorize =>
  absence !== null && absence.from <= at && at < absence.until ? absence.autoAuthorize : autoAuthorize;

/** Hours until the warning of a return request. */
export const returnWarningHours = (policy: ReturnPolicy): number =>
  policy.returnRequestTargetHours * (policy.responseWarningHours / policy.responseTargetHours);
