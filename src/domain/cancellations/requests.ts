import type { Instant } from '../calendar/instant.ts';
import { cancellableUnits } from '../orders/cancel-units.ts';
import type { Order, ParcelLine } from '../orders/order.ts';
import { unitsLeft } from '../orders/progress.ts';
import { accept, type Outcome, refuse } from '../outcome.ts';
import { refuseTime } from '../returns/times.ts';
import type { CancellationRequest } from './cancellation-request.ts';

/** What a buyer asks for officially. */
export interface AskedCancellation {
  readonly id: string;
  readonly requestedAt: Instant;
  readonly reason: string | null;
  /** Null: the whole order. */
  readonly lines: readonly ParcelLine[] | null;
}

export const isOpen = ({ state }: CancellationRequest): boolean => state === 'requested';

/**
 * A buyer's official request: kept where what it asks for could be cancelled now, and no other request of the order
 * waits for an answer.
 */
export const decideRequest = (
  order: Order,
  requests: readonly CancellationRequest[],
  { asked: { id, requestedAt, reason, lines }, now }: { asked: AskedCancellation; now: Instant },
): Outcome<CancellationRequest> => {
  const untimely = refuseTime(requestedAt, { now, since: order.placedAt });
  if (untimely !== null) return { ok: false, refusal: untimely };
  const units = cancellableUnits(order, lines);
  if (!units.ok) return units;
  if (requests.some(isOpen)) {
    return refuse('request_open', 'An earlier request about this order waits for an answer.');
  }
  const { id: orderId, channel, channelOrderId } = order;
  return accept({
    id,
    orderId,
    channel,
    channelOrderId,
    state: 'requested',
    requestedAt,
    reason,
    lines,
    decidedAt: null,
    message: null,
  });
};

/** The request of this order that somebody decides about, as long as nobody has. */
export const undecidedRequest = (
  requests: readonly CancellationRequest[],
  requestId: string,
): Outcome<CancellationRequest> => {
  const request = requests.find(({ id }) => id === requestId);
  if (request === undefined) return refuse('unknown_request', 'The order has no such request.');
  return isOpen(request)
    ? accept(request)
    : refuse('request_decided', `The request is decided already: ${request.state}.`);
};

/** What a request still asks for: units that have left or are cancelled are no longer of it. */
export const unitsStillAsked = ({ lines }: CancellationRequest, order: Order): readonly ParcelLine[] => {
  if (order.state !== 'unshipped') return [];
  const left = unitsLeft(order);
  if (lines === null) return left;
  return lines.flatMap(({ lineId, quantity }) => {
    const available = left.find((line) => line.lineId === lineId)?.quantity ?? 0;
    return available > 0 ? [{ lineId, quantity: Math.min(quantity, available) }] : [];
  });
};

/** Whether cancelling these units does all that a request still asks for. */
export const covers = (
  lines: readonly ParcelLine[] | null,
  request: CancellationRequest,
  order: Order,
): boolean =>
  lines === null ||
  unitsStillAsked(request, order).every((asked) =>
    lines.some(({ lineId, quantity }) => lineId === asked.lineId && quantity >= asked.quantity),
  );

/** Nothing of what it asks for can be cancelled any more. */
export const hasLapsed = (request: CancellationRequest, order: Order): boolean =>
  isOpen(request) && unitsStillAsked(request, order).length === 0;
