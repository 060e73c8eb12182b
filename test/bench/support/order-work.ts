import { pino } from 'pino';
import type { Database } from '../../../db/client.ts';
import { ordersQueue } from '../../../queues/orders.queue.ts';
import { newId } from '../../../src/platform/ids.ts';
import type { ParsedJob } from '../../../workers/handler.ts';
import { createOrdersHandler } from '../../../workers/handlers/orders.handler.ts';
import { orderBody } from './orders.ts';

/** What the other job systems carry: an order as intake would have it, for one seller. */
export const orderPayload = (n: number): unknown =>
  ordersQueue.jobs.place.parse({ orderId: newId(), draft: JSON.parse(orderBody(n)) });

const logger = pino({ level: 'silent' });
const handler = createOrdersHandler({
  mailDomain: 'navette.test',
  links: { publicUrl: 'http://navette.test', linkSecrets: ['a link secret of more than 32 characters'] },
});

/**
 * Our handler's own load, decision and writes, in one transaction, without our ledger: what a shop would write that
 * used another job system.
 */
export const doOrders = (database: Database, sellerId: string, payloads: readonly unknown[]): Promise<void> =>
  database.asSellers([sellerId], async (tx) => {
    const now = new Date().toISOString();
    const jobs = payloads.map((payload) => ({
      id: newId(),
      sellerId,
      name: 'place',
      payload: ordersQueue.jobs.place.parse(payload),
      refs: {},
      runAt: now,
      createdAt: now,
      attempts: 0,
    })) as ParsedJob<'orders'>[];
    const context = { now, logger };
    const state = await handler.load(tx, jobs, context);
    for (const job of jobs) {
      const verdict = handler.decide(state, job, context);
      if (verdict.kind !== 'done') throw new Error('An order of the bench was refused');
    }
    await handler.save(tx, state, context);
  });
