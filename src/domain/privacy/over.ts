import { addDays, addMonths, type Instant } from '../calendar/instant.ts';
import type { CancellationRequest } from '../cancellations/cancellation-request.ts';
import type { Claim } from '../claims/claim.ts';
import type { Order } from '../orders/order.ts';
import { isSettled, type Refund } from '../refunds/refund.ts';
import { isRefundClockRunning } from '../returns/refund-clock.ts';
import type { Return } from '../returns/return.ts';
import { abandonedAfterDays } from './policy.ts';

/** An order and all that hangs on it, as far as it tells whether it is over. */
export interface OrderMatters {
  readonly order: Order;
  readonly returns: readonly Return[];
  readonly refunds: readonly Refund[];
  readonly claims: readonly Claim[];
  readonly requests: readonly CancellationRequest[];
  /** When the last message of its conversation was sent. */
  readonly lastMessageAt: Instant | null;
}

/** When something was over; null: money is under way, and nobody can say. */
type OverAt = Instant | null;

const latestOf = (instants: readonly (Instant | null | undefined)[]): Instant =>
  instants.reduce<Instant>((last, at) => (at != null && at > last ? at : last), '');

const abandonedAt = (lastTouchedAt: Instant): Instant => addDays(lastTouchedAt, abandonedAfterDays);

const orderOverAt = ({ state, placedAt, payment, shipments, ...order }: Order): Instant => {
  const touchedAt = latestOf([
    placedAt,
    payment.verifiedAt,
    ...shipments.flatMap(({ shippedAt, statusAt, deliveredAt }) => [shippedAt, statusAt, deliveredAt]),
  ]);
  switch (state) {
    case 'delivered':
    case 'returned_to_sender':
      return touchedAt;
    case 'cancelled':
    case 'unfulfillable':
      return latestOf([touchedAt, order.cancellation?.at, order.unfulfillable?.at]);
    case 'pending':
    case 'unshipped':
    case 'shipped':
      return abandonedAt(touchedAt);
    default:
      return state satisfies never;
  }
};

const returnOverAt = (state: Return): OverAt => {
  if (isRefundClockRunning(state)) return null;
  const { requestedAt, repliedAt, withdrawal, authorization, closing, completedAt, dispatch } = state;
  const touchedAt = latestOf([
    requestedAt,
    repliedAt,
    withdrawal?.confirmedAt,
    authorization?.issuedAt,
    closing?.at,
    completedAt,
    dispatch?.at,
    ...state.received.map(({ receivedAt }) => receivedAt),
  ]);
  return state.state === 'closed' || state.state === 'completed' ? touchedAt : abandonedAt(touchedAt);
};

/** What a person has to look at is not over, however long ago it was. */
const refundOverAt = (refund: Refund): OverAt =>
  isSettled(refund) && refund.attention === null ? (refund.settledAt ?? refund.requestedAt) : null;

const endedClaims: readonly Claim['state'][] = ['reimbursed', 'denied', 'expired', 'withdrawn'];

const claimOverAt = ({ state, eligibleAt, steps }: Claim): Instant => {
  const touchedAt = latestOf([eligibleAt, ...steps.map(({ at }) => at)]);
  return endedClaims.includes(state) ? touchedAt : abandonedAt(touchedAt);
};

const requestOverAt = ({ requestedAt, decidedAt }: CancellationRequest): Instant =>
  decidedAt ?? abandonedAt(requestedAt);

/**
 * When an order was over, with all that hangs on it; null: money is under way. It may be in the future: what nobody
 * has touched for half a year counts as over from then on.
 */
export const overAtOf = ({
  order,
  returns,
  refunds,
  claims,
  requests,
  lastMessageAt,
}: OrderMatters): OverAt => {
  const ends = [
    orderOverAt(order),
    ...returns.map(returnOverAt),
    ...refunds.map(refundOverAt),
    ...claims.map(claimOverAt),
    ...requests.map(requestOverAt),
  ];
  return ends.includes(null) ? null : latestOf([...ends, lastMessageAt]);
};

/** Whether a single return is over, as of now. */
export const isReturnOver = (state: Return, now: Instant): boolean => {
  const at = returnOverAt(state);
  return at !== null && at <= now;
};

export interface ErasureQuestion {
  readonly overAt: OverAt;
  /** Its buyer has asked: nothing but its end is waited for. */
  readonly asked: boolean;
  /** Of the seller's policy. */
  readonly afterMonths: number;
  readonly now: Instant;
}

/** `checkAt`: when to look again. */
export type ErasureVerdict =
  | { readonly kind: 'erase' }
  | { readonly kind: 'keep'; readonly checkAt: Instant };

/** How long nothing is looked at whose end cannot be told, in days. */
const openDays = 30;

/** Whether the personal data of an order, or of a conversation without one, goes now. */
export const decideErasure = ({ overAt, asked, afterMonths, now }: ErasureQuestion): ErasureVerdict => {
  const soonest = addDays(now, 1);
  if (overAt === null) return { kind: 'keep', checkAt: asked ? soonest : addDays(now, openDays) };
  const dueAt = asked ? overAt : addMonths(overAt, afterMonths);
  if (dueAt <= now) return { kind: 'erase' };
  return { kind: 'keep', checkAt: asked || dueAt < soonest ? soonest : dueAt };
};
