import type { Tx } from '../../db/client.ts';
import type { Refund } from '../../src/domain/refunds/refund.ts';
import type { GatewayRefund } from '../adapters/payments/gateway.ts';
import { type CallContext, type ParsedJob, PermanentError } from '../handler.ts';
import type { Mailing } from '../mailing.ts';
import { type MoneySession, openMoney, saveMoney } from '../refunds/money-session.ts';
import type { RefundTarget } from '../refunds/refund-session.ts';

export type RefundJob = Extract<ParsedJob<'payments'>, { readonly name: 'execute' | 'ask' }>;

export interface OpenRefund {
  readonly session: MoneySession;
  readonly target: RefundTarget;
  readonly refund: Refund;
}

/** Opens the refund of a job under the lock of its order, lets `work` decide, and writes what it did. */
export const withRefund = <T>(
  tx: Tx,
  job: RefundJob,
  { now, mailing }: Pick<CallContext, 'now'> & { readonly mailing: Mailing },
  work: (open: OpenRefund) => Promise<T>,
): Promise<T> => {
  const { sellerId, payload } = job;
  const target = { sellerId, orderId: payload.orderId };
  return openMoney(tx, [target]).then(async (session) => {
    const refund = session.refunds.find(payload.refundId);
    if (refund === null) throw new PermanentError('refund_missing', 'The refund of this job does not exist');
    const result = await work({ session, target, refund });
    await saveMoney(tx, session, { mailing, now });
    return result;
  });
};

/** What a provider is told of a refund: names of ours and amounts, nobody's name or address. */
export const toGatewayRefund = (sellerId: string, refund: Refund): GatewayRefund => ({
  sellerId,
  refundId: refund.id,
  orderId: refund.orderId,
  key: refund.gatewayKey,
  paymentReference: refund.paymentReference,
  amountMinor: refund.amountMinor,
  currency: refund.currency,
});
