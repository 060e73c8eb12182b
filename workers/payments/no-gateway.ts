import type { PaymentProvider } from '../../src/domain/orders/order.ts';
import type { PaymentGateway } from '../adapters/payments/gateway.ts';

/**
 * Stands for a provider that this process has no access to: nothing is called, and what waits is tried again, by
 * this process or by one that has the key.
 */
export const noGateway = (provider: PaymentProvider): PaymentGateway => {
  const busy = async () => ({ kind: 'busy', code: 'provider_not_configured', retryAfterMs: null }) as const;
  return {
    refund: busy,
    find: busy,
    books: async () => {
      throw new Error(`There is no access to the payment provider ${provider}`);
    },
  };
};
