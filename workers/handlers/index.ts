import type { QueueName } from '../../queues/registry.ts';
import type { MailTransport } from '../../src/mail/transport.ts';
import type { Handler } from '../handler.ts';
import { deadlinesHandler } from './deadlines.handler.ts';
import { createMailHandler } from './mail.handler.ts';
import { ordersHandler } from './orders.handler.ts';
import { trackingHandler } from './tracking.handler.ts';

export interface HandlerPorts {
  readonly transport: MailTransport;
}

export type Handlers = { readonly [Q in QueueName]: Handler<Q> };

/** One handler per queue: a queue of the registry that is missing here does not compile. */
export const createHandlers = ({ transport }: HandlerPorts) =>
  ({
    orders: ordersHandler,
    tracking: trackingHandler,
    deadlines: deadlinesHandler,
    mail: createMailHandler({ transport }),
  }) satisfies Handlers;
