import type { z } from 'zod';
import { cancellationsQueue } from './cancellations.queue.ts';
import { claimsQueue } from './claims.queue.ts';
import { deadlinesQueue } from './deadlines.queue.ts';
import { labelsQueue } from './labels.queue.ts';
import { mailQueue } from './mail.queue.ts';
import { messagesQueue } from './messages.queue.ts';
import { ordersQueue } from './orders.queue.ts';
import { paymentsQueue } from './payments.queue.ts';
import { privacyQueue } from './privacy.queue.ts';
import { refundsQueue } from './refunds.queue.ts';
import { returnsQueue } from './returns.queue.ts';
import { trackingQueue } from './tracking.queue.ts';

/**
 * Every queue. Producers' types, the workers that start, the board's list, metric labels and shutdown
 * all follow from this tuple: a new queue is its contract, a line here, and the handler that
 * workers/handlers/index.ts then does not compile without.
 */
export const registry = [
  ordersQueue,
  trackingQueue,
  messagesQueue,
  returnsQueue,
  labelsQueue,
  cancellationsQueue,
  refundsQueue,
  paymentsQueue,
  claimsQueue,
  deadlinesQueue,
  mailQueue,
  privacyQueue,
] as const;

type Contract = (typeof registry)[number];
export type QueueName = Contract['name'];
export type ContractOf<Q extends QueueName> = Extract<Contract, { readonly name: Q }>;
export type JobName<Q extends QueueName> = Q extends QueueName ? keyof ContractOf<Q>['jobs'] & string : never;
type Schema<Q extends QueueName, J extends JobName<Q>> = J extends keyof ContractOf<Q>['jobs']
  ? Extract<ContractOf<Q>['jobs'][J], z.ZodType>
  : never;

/** What a producer hands in, before defaults. */
export type PayloadInput<Q extends QueueName, J extends JobName<Q>> = z.input<Schema<Q, J>>;

/** What a handler receives, parsed. */
export type Payload<Q extends QueueName, J extends JobName<Q>> = z.output<Schema<Q, J>>;

const byName = new Map<string, Contract>(registry.map((contract) => [contract.name, contract]));

/** Throws on a name that is no queue's. */
export const getContract = <Q extends QueueName>(name: Q): ContractOf<Q> => {
  const contract = byName.get(name);
  if (contract === undefined) throw new Error(`No queue is called ${name}`);
  return contract as ContractOf<Q>;
};
