import { isOpen } from '../../domain/cancellations/requests.ts';
import { refuseFound } from '../../domain/claims/open.ts';
import { cancellableUnits } from '../../domain/orders/cancel-units.ts';
import { counts, isSettled } from '../../domain/refunds/refund.ts';
import type { MoneyView } from './money-view.ts';
import type { MatterOf } from './ports.ts';
import type { MoneyTexts } from './texts/money-texts.ts';

export type Obstacle = keyof MoneyTexts['over'];

/** Why a link does nothing (any more), or not yet; null: it can be used. One that only shows has none. */
export const obstacleTo = ({ matter, now }: MoneyView): Obstacle | null => {
  switch (matter.action) {
    case 'decide_cancellation':
      return matter.request.state === 'requested' ? null : matter.request.state;
    case 'request_cancellation':
      return toRequest(matter);
    case 'file_claim':
      return toClaim(matter, now);
    case 'refund_return':
      return toRefund(matter);
    case 'show_refund':
      return null;
    default:
      return matter satisfies never;
  }
};

const toRequest = ({ order, requests }: MatterOf<'request_cancellation'>): Obstacle | null => {
  const units = cancellableUnits(order, null);
  if (units.ok) return requests.some(isOpen) ? 'requestOpen' : null;
  switch (units.refusal.code) {
    case 'order_pending':
      return 'pending';
    case 'order_called_off':
      return 'calledOff';
    default:
      return 'shipped';
  }
};

const toClaim = ({ claim, order }: MatterOf<'file_claim'>, now: string): Obstacle | null => {
  switch (claim.state) {
    case 'eligible':
    case 'opened':
      return foundParcel({ claim, order }) ?? (now < claim.closesAt ? null : 'claimExpired');
    case 'submitted':
      return 'claimSubmitted';
    case 'approved':
    case 'reimbursed':
    case 'denied':
      return 'claimDecided';
    case 'expired':
      return 'claimExpired';
    case 'withdrawn':
      return foundParcel({ claim, order }) ?? 'claimWithdrawn';
    default:
      return claim.state satisfies never;
  }
};

/** Of a claim for a loss: the parcel has turned up. */
const foundParcel = ({
  claim: { kind, shipmentId },
  order,
}: Pick<MatterOf<'file_claim'>, 'claim' | 'order'>): Obstacle | null => {
  const parcel = order.shipments.find(({ id }) => id === shipmentId);
  if (kind !== 'lost' || parcel === undefined) return null;
  const found = refuseFound(parcel);
  if (found === null) return null;
  return found.code === 'parcel_delivered' ? 'parcelDelivered' : 'parcelReturning';
};

const toRefund = ({ owed, refunds, return: state }: MatterOf<'refund_return'>): Obstacle | null => {
  if (owed !== null) return null;
  const counting = refunds.filter(counts);
  if (counting.some((refund) => !isSettled(refund))) return 'refundUnderWay';
  if (counting.length > 0) return 'refunded';
  return state.state === 'requested' || state.state === 'authorized' ? 'notBack' : 'nothingOwed';
};
