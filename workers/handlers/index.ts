import type { QueueName } from '../../queues/registry.ts';
import type { MailTransport } from '../../src/mail/transport.ts';
import type { Handler } from '../handler.ts';
import type { Mailing } from '../mailing.ts';
import { createDeadlinesHandler } from './deadlines.handler.ts';
import { createLabelsHandler } from './labels.handler.ts';
import { createMailHandler } from './mail.handler.ts';
import { createMessagesHandler } from './messages.handler.ts';
import { createOrdersHandler } from './orders.handler.ts';
import { createReturnsHandler } from './returns.handler.ts';
import { createTrackingHandler } from './tracking.handler.ts';

export interface HandlerPorts extends Mailing {
  readonly transport: MailTransport;
}

export type Handlers = { readonly [Q in QueueName]: Handler<Q> };

/** One handler per queue: a queue of the registry that is missing here does not compile. */
export const createHandlers = ({ transport, ...mailing }: HandlerPorts) =>
  ({
    orders: createOrdersHandler(mailing),
    tracking: createTrackingHandler(mailing),
    messages: createMessagesHandler(mailing),
    returns: createReturnsHandler(mailing),
    labels: createLabelsHandler(mailing),
    deadlines: createDeadlinesHandler(mailing),
    mail: createMailHandler({ transport }),
  }) satisfies Handlers;
