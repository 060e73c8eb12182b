import { findRefundProvider } from '../../db/repositories/refunds/find-refund-provider.ts';
import type { PaymentProvider } from '../../src/domain/orders/order.ts';
import type { PaymentGateway } from '../adapters/payments/gateway.ts';
import { type CallingHandler, PermanentError } from '../handler.ts';
import type { Mailing } from '../mailing.ts';
import { askProvider } from '../payments/ask-provider.ts';
import { compareWithBooks } from '../payments/compare-books.ts';
import { executeRefund } from '../payments/execute-refund.ts';
import { noGateway } from '../payments/no-gateway.ts';

export interface PaymentsPorts {
  readonly mailing: Mailing;
  readonly gateways: ReadonlyMap<PaymentProvider, PaymentGateway>;
}

/** Calls payment providers, one refund at a time, with no transaction open meanwhile. */
export const createPaymentsHandler = ({ mailing, gateways }: PaymentsPorts): CallingHandler<'payments'> => {
  const gatewayOf = (provider: PaymentProvider): PaymentGateway =>
    gateways.get(provider) ?? noGateway(provider);
  return {
    kind: 'calls',
    run: async (job, context) => {
      if (job.name === 'reconcile') {
        return compareWithBooks({ job, context, mailing, gateway: gatewayOf(job.payload.provider) });
      }
      const provider = await findRefundProvider(context.database, job.sellerId, job.payload.refundId);
      if (provider === null)
        throw new PermanentError('refund_missing', 'The refund of this job does not exist');
      const call = { job, context, mailing, gateway: gatewayOf(provider) };
      return job.name === 'execute' ? executeRefund(call) : askProvider(call);
    },
  };
};
