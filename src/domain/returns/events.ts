import type { Instant } from '../calendar/instant.ts';
import type { Address } from '../orders/order.ts';
import type { ClockNotice } from '../response-clock.ts';
import type {
  Authorization,
  Closing,
  Mismatch,
  MismatchOutcome,
  ReceivedUnits,
  RefundClock,
  RefundNotice,
  RequestedReturn,
  ReturnActor,
  ReturnLabel,
  ReturnLine,
  ReturnWarning,
  Withdrawal,
} from './return.ts';

/** What happened to a return; kept as its history, with who did it and when. */
export type ReturnFact =
  /** Carries the whole request. */
  | { readonly type: 'requested'; readonly request: RequestedReturn }
  /** `lines` when the buyer chose among those that were stated. */
  | {
      readonly type: 'withdrawal_confirmed';
      readonly withdrawal: Withdrawal;
      readonly lines: readonly ReturnLine[];
      readonly warnings: readonly ReturnWarning[];
    }
  | { readonly type: 'authorized'; readonly authorization: Authorization }
  | {
      readonly type: 'documents_replaced';
      readonly returnAddress: Address;
      readonly label: ReturnLabel;
      readonly issuedAt: Instant;
    }
  /** `messageId`: what the reply is in the order's conversation, and its mail; older ones have none. */
  | { readonly type: 'replied'; readonly message: string; readonly messageId?: string }
  /** The seller wrote to the buyer in the order's conversation. */
  | { readonly type: 'answered_by_message'; readonly messageId: string }
  /** What had answered the request did not reach the buyer. */
  | { readonly type: 'answer_undelivered'; readonly messageId: string }
  | { readonly type: 'closed'; readonly closing: Closing }
  | { readonly type: 'dispatched'; readonly dispatchedAt: Instant; readonly proof: string | null }
  | {
      readonly type: 'received';
      readonly received: readonly ReceivedUnits[];
      readonly mismatches: readonly Mismatch[];
    }
  | { readonly type: 'mismatch_decided'; readonly mismatchId: string; readonly outcome: MismatchOutcome }
  | { readonly type: 'completed' }
  | { readonly type: 'escalated' }
  | { readonly type: 'refund_due'; readonly clock: RefundClock }
  | {
      readonly type: 'refunded';
      readonly refundId: string;
      readonly amountMinor: number;
      /** Nothing more is owed. */
      readonly isAll: boolean;
    }
  | { readonly type: 'refund_not_owed' }
  | { readonly type: 'refund_reversed'; readonly refundId: string }
  | { readonly type: 'notice_raised'; readonly notice: ClockNotice | RefundNotice };

export type ReturnEvent = ReturnFact & { readonly actor: ReturnActor; readonly at: Instant };
