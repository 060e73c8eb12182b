import type { QueueName } from '../../queues/registry.ts';
import type { MailTransport } from '../../src/mail/transport.ts';
import type { LinkSigning } from '../../src/platform/link-tokens.ts';
import type { Handler } from '../handler.ts';
import { createDeadlinesHandler } from './deadlines.handler.ts';
import { createLabelsHandler } from './labels.handler.ts';
import { createMailHandler } from './mail.handler.ts';
import { createOrdersHandler } from './orders.handler.ts';
import { createReturnsHandler } from './returns.handler.ts';
import { createTrackingHandler } from './tracking.handler.ts';

export interface HandlerPorts {
  readonly transport: MailTransport;
  /** What Message-IDs end in. */
  readonly mailDomain: string;
  /** What the links in mails are made with. */
  readonly links: LinkSigning;
}

export type Handlers = { readonly [Q in QueueName]: Handler<Q> };

/** One handler per queue: a queue of the registry that is missing here does not compile. */
export const createHandlers = ({ transport, mailDomain, links }: HandlerPorts) =>
  ({
    orders: createOrdersHandler({ mailDomain }),
    tracking: createTrackingHandler({ mailDomain }),
    returns: createReturnsHandler({ mailDomain, links }),
    labels: createLabelsHandler({ mailDomain, links }),
    deadlines: createDeadlinesHandler({ mailDomain, links }),
    mail: createMailHandler({ transport }),
  }) satisfies Handlers;
