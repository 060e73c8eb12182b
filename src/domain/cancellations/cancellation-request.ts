import type { Instant } from '../calendar/instant.ts';
import type { ParcelLine } from '../orders/order.ts';

export const cancellationRequestStates = ['requested', 'accepted', 'refused', 'lapsed'] as const;
export type CancellationRequestState = (typeof cancellationRequestStates)[number];

/** Longest reason of a buyer and message of a seller, in characters. */
export const mostCancellationReasonCharacters = 500;
export const mostRefusalMessageCharacters = 1_000;

/**
 * The buyer's official request to cancel before the order leaves (002): the seller accepts or refuses it. It lapses
 * when nothing of what it asks for can be cancelled any more.
 */
export interface CancellationRequest {
  readonly id: string;
  readonly orderId: string;
  readonly channel: string;
  readonly channelOrderId: string;
  readonly state: CancellationRequestState;
  readonly requestedAt: Instant;
  readonly reason: string | null;
  /** Null: the whole order. */
  readonly lines: readonly ParcelLine[] | null;
  readonly decidedAt: Instant | null;
  /** The seller's words to the buyer when it was refused. */
  readonly message: string | null;
}
