import type { Instant } from '../calendar/instant.ts';
import type { CancelUnits } from '../orders/commands.ts';
import type { Cancellation, Order, ParcelLine } from '../orders/order.ts';
import { accept, type Outcome } from '../outcome.ts';
import type { CancellationRequest } from './cancellation-request.ts';
import { covers, isOpen, undecidedRequest, unitsStillAsked } from './requests.ts';

/** A cancellation as somebody asks for it. */
export interface AskedToCancel {
  readonly source: Cancellation['source'];
  /** The buyer's official request that it accepts. */
  readonly requestId: string | null;
  readonly reason: string | null;
  /** Null: what the request asks for, else all that has not left. */
  readonly lines: readonly ParcelLine[] | null;
}

export interface CancellationDecision {
  /** Accepted with it; null: none was open, or this is about something else. */
  readonly request: CancellationRequest | null;
  /** What the order is told. */
  readonly command: CancelUnits;
}

/**
 * What a cancellation comes to. By the buyer's official way it accepts a request: the one that it names, or the open
 * one if it does all that this still asks for. What of an accepted request has left meanwhile is no longer asked for.
 */
export const decideCancellation = (
  order: Order,
  requests: readonly CancellationRequest[],
  { asked, at }: { readonly asked: AskedToCancel; readonly at: Instant },
): Outcome<CancellationDecision> => {
  const found = requestOf(order, requests, asked);
  if (!found.ok) return found;
  const request = found.value;
  const { source, reason } = asked;
  return accept({
    request: request === null ? null : { ...request, state: 'accepted', decidedAt: at },
    command: {
      type: 'cancel_units',
      lines: asked.lines ?? (request === null || asked.requestId === null ? null : linesOf(request, order)),
      source,
      reason: reason ?? request?.reason ?? null,
      requestId: request?.id ?? null,
      at,
    },
  });
};

const requestOf = (
  order: Order,
  requests: readonly CancellationRequest[],
  { source, requestId, lines }: AskedToCancel,
): Outcome<CancellationRequest | null> => {
  if (requestId !== null) return undecidedRequest(requests, requestId);
  if (source !== 'buyer_request') return accept(null);
  return accept(requests.find((request) => isOpen(request) && covers(lines, request, order)) ?? null);
};

/** Of a request that asks for nothing any more its own words: the order then says why. */
const linesOf = (request: CancellationRequest, order: Order): readonly ParcelLine[] | null => {
  if (request.lines === null) return null;
  const asked = unitsStillAsked(request, order);
  return asked.length > 0 ? asked : request.lines;
};
