import type { ClaimBasis, ClaimKind, ClaimState } from '../../../domain/claims/claim.ts';
import type { TrackingCode } from '../../../domain/orders/order.ts';
import type { RefundState } from '../../../domain/refunds/refund.ts';

/** The words of an evidence pack, addressed to a carrier. */
export interface EvidenceTexts {
  readonly title: string;
  readonly claim: string;
  /** At the foot: when all of this was so. */
  readonly asOf: (moment: string) => string;
  readonly times: (timeZone: string) => string;

  readonly kindName: string;
  readonly kinds: Readonly<Record<ClaimKind, string>>;
  readonly stateName: string;
  readonly states: Readonly<Record<ClaimState, string>>;
  readonly claimed: string;
  readonly basisName: string;
  readonly bases: Readonly<Record<ClaimBasis, string>>;
  readonly eligibleSince: string;
  readonly closes: string;
  readonly submitted: string;

  readonly order: string;
  readonly orderNumber: string;
  readonly channel: string;
  readonly placed: string;
  readonly addressee: string;
  /** In place of an address that was deleted. */
  readonly addressGone: string;
  readonly item: string;
  readonly sku: string;
  readonly quantity: string;
  readonly paid: string;
  readonly amount: string;

  readonly shipment: string;
  readonly carrier: string;
  readonly trackingNumber: string;
  readonly shipped: string;
  readonly lastStatus: string;
  readonly delivered: string;
  readonly notDelivered: string;
  readonly shipBy: string;
  readonly latest: string;
  /** In place of a date that was never given. */
  readonly noPromise: string;

  readonly scans: string;
  readonly noScans: string;
  readonly time: string;
  readonly event: string;
  readonly place: string;
  readonly codes: Readonly<Record<TrackingCode, string>>;

  readonly refunds: string;
  readonly noRefunds: string;
  readonly refundNumber: string;
  readonly date: string;
  readonly refundStates: Readonly<Record<RefundState, string>>;
  readonly refunded: string;

  readonly photos: string;
  readonly photoOf: (number: number, count: number) => string;
  readonly added: (moment: string) => string;
}
