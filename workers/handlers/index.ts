import type { QueueName } from '../../queues/registry.ts';
import type { MailTransport } from '../../src/mail/transport.ts';
import type { Handler } from '../handler.ts';
import { createDeadlinesHandler } from './deadlines.handler.ts';
import { createMailHandler } from './mail.handler.ts';
import { createOrdersHandler } from './orders.handler.ts';
import { createTrackingHandler } from './tracking.handler.ts';

export interface HandlerPorts {
  readonly transport: MailTransport;
  /** What Message-IDs end in. */
  readonly mailDomain: string;
}

export type Handlers = { readonly [Q in QueueName]: Handler<Q> };

/** One handler per queue: a queue of the registry that is missing here does not compile. */
export const createHandlers = ({ transport, mailDomain }: HandlerPorts) =>
  ({
    orders: createOrdersHandler({ mailDomain }),
    tracking: createTrackingHandler({ mailDomain }),
    deadlines: createDeadlinesHandler({ mailDomain }),
    mail: createMailHandler({ transport }),
  }) satisfies Handlers;
