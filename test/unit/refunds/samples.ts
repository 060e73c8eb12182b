import type { Order } from '../../../src/domain/orders/order.ts';
import { createRefund } from '../../../src/domain/refunds/create-refund.ts';
import {
  decideRefund,
  type RefundContext,
  type RefundRequest,
} from '../../../src/domain/refunds/decide-request.ts';
import { defaultRefundPolicy } from '../../../src/domain/refunds/policy.ts';
import type { Refund, RefundCause } from '../../../src/domain/refunds/refund.ts';
import { evolve } from '../../../src/domain/refunds/report.ts';
import { deliveredOrder } from '../returns/samples.ts';

export const at = '2026-03-20T09:00:00.000Z';

const delivered = deliveredOrder();

/** Two of line a and one of line b at 12,50, and 4,90 of shipping. */
export const context = (changes: Partial<RefundContext> = {}): RefundContext => ({
  order: delivered,
  refunds: [],
  returns: [],
  policy: defaultRefundPolicy,
  ...changes,
});

export const request = (changes: Partial<RefundRequest> = {}): RefundRequest => ({
  currency: null,
  lines: [],
  shippingMinor: 0,
  restockingFee: null,
  reason: 'goodwill',
  returnId: null,
  previouslyRefundedMinor: null,
  ...changes,
});

export const units = (lineId: string, quantity = 1) => ({ lineId, quantity, amountMinor: null });
export const amount = (lineId: string, amountMinor: number) => ({ lineId, quantity: null, amountMinor });

let made = 0;

/** A refund as it is stored before anybody is called. */
export const refund = (
  asked: Partial<RefundRequest> = { lines: [units('a')] },
  { in: at_ = context(), cause = 'seller' }: { in?: RefundContext; cause?: RefundCause } = {},
): Refund => {
  const computed = decideRefund(request(asked), at_);
  if (!computed.ok) throw new Error(computed.refusal.code);
  made += 1;
  return createRefund(at_.order, computed.value, {
    id: `refund-${made}`,
    gatewayKey: `key-${made}`,
    cause,
    reason: asked.reason ?? 'goodwill',
    returnId: asked.returnId ?? null,
    at,
  });
};

export const called = (before: Refund, when = at): Refund => evolve(before, { type: 'called', at: when });
export const succeeded = (before: Refund): Refund =>
  evolve(called(before), { type: 'succeeded', at, providerRefundId: 're_1' });
export const declined = (before: Refund): Refund =>
  evolve(called(before), { type: 'declined', at, code: 'card_gone', detail: null });

export const orderOf = (changes: Partial<Order>): Order => ({ ...delivered, ...changes }) as Order;
