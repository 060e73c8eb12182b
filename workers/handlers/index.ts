import type { QueueName } from '../../queues/registry.ts';
import type { PaymentProvider } from '../../src/domain/orders/order.ts';
import type { MailTransport } from '../../src/mail/transport.ts';
import type { PaymentGateway } from '../adapters/payments/gateway.ts';
import type { Handler } from '../handler.ts';
import type { Mailing } from '../mailing.ts';
import { createCancellationsHandler } from './cancellations.handler.ts';
import { createClaimsHandler } from './claims.handler.ts';
import { createDeadlinesHandler } from './deadlines.handler.ts';
import { createLabelsHandler } from './labels.handler.ts';
import { createMailHandler } from './mail.handler.ts';
import { createMessagesHandler } from './messages.handler.ts';
import { createOrdersHandler } from './orders.handler.ts';
import { createPaymentsHandler } from './payments.handler.ts';
import { createPrivacyHandler } from './privacy.handler.ts';
import { createRefundsHandler } from './refunds.handler.ts';
import { createReturnsHandler } from './returns.handler.ts';
import { createTrackingHandler } from './tracking.handler.ts';

export interface HandlerPorts extends Mailing {
  readonly transport: MailTransport;
  /** What this process may call; for others what waits is left to a process that may. */
  readonly gateways: ReadonlyMap<PaymentProvider, PaymentGateway>;
}

export type Handlers = { readonly [Q in QueueName]: Handler<Q> };

/** One handler per queue: a queue of the registry that is missing here does not compile. */
export const createHandlers = ({ transport, gateways, ...mailing }: HandlerPorts) =>
  ({
    orders: createOrdersHandler(mailing),
    tracking: createTrackingHandler(mailing),
    messages: createMessagesHandler(mailing),
    returns: createReturnsHandler(mailing),
    labels: createLabelsHandler(mailing),
    cancellations: createCancellationsHandler(mailing),
    refunds: createRefundsHandler(mailing),
    payments: createPaymentsHandler({ mailing, gateways }),
    claims: createClaimsHandler(mailing),
    deadlines: createDeadlinesHandler(mailing),
    mail: createMailHandler({ transport }),
    privacy: createPrivacyHandler(),
  }) satisfies Handlers;
