import type { Database } from '../../../db/client.ts';
import type { PaymentProvider } from '../../../src/domain/orders/order.ts';
import type { StripeConfig } from '../../../src/platform/config.ts';
import type { PaymentGateway } from './gateway.ts';
import { createSandboxGateway } from './sandbox-gateway.ts';
import { sandboxMessages } from './sandbox-messages.ts';
import { createStripeGateway } from './stripe-gateway.ts';

export interface GatewaysConfig {
  readonly database: Database;
  readonly stripe: Pick<StripeConfig, 'apiKey' | 'apiBase'>;
  /** Default: the machine's clock. */
  readonly now?: () => Date;
}

/**
 * The providers that this process can call. `external` is none of them, for such channels pay by themselves; Stripe
 * is one where its key is set.
 */
export const createGateways = ({
  database,
  stripe: { apiKey, apiBase },
  now = () => new Date(),
}: GatewaysConfig): ReadonlyMap<PaymentProvider, PaymentGateway> => {
  const gateways = new Map<PaymentProvider, PaymentGateway>();
  gateways.set('sandbox', createSandboxGateway({ database, notify: sandboxMessages(database, now) }));
  if (apiKey !== null) gateways.set('stripe', createStripeGateway({ apiKey, apiBase }));
  return gateways;
};
