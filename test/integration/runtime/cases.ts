import postgres from 'postgres';
import type { Tx } from '../../../db/client.ts';
import type { NewJob } from '../../../db/repositories/jobs/insert-jobs.ts';
import { saveDocumentSource } from '../../../db/repositories/returns/documents.ts';
import type { QueueContract } from '../../../queues/contract.ts';
import { getContract, type QueueName } from '../../../queues/registry.ts';
import { newId } from '../../../src/platform/ids.ts';
import type { Handler } from '../../../workers/handler.ts';
import type { Handlers } from '../../../workers/handlers/index.ts';
import { runCarrier } from '../../../workers/runtime/run-carrier.ts';
import { addJobs, aJob, type Ledger, markQueued, silent } from '../../support/ledger-fixture.ts';
import { aRecord } from '../../support/messages-fixture.ts';
import { findFreePort } from '../../support/redis.ts';
import type { SmtpSink } from '../../support/smtp-sink.ts';
import { quick, realHandlers } from './rig.ts';
import {
  aDraft,
  aPendingDraft,
  aReturnDocument,
  daysAgo,
  placeJob,
  requestJob,
  saveMail,
  scanJob,
  shipJobs,
} from './samples.ts';

/** A job of each queue, and how often it has had its effect. */
export interface Case {
  readonly queue: QueueName;
  readonly contract: QueueContract<QueueName>;
  /** Makes a job that is due; gives its id. */
  arrange(ledger: Ledger, sellerId: string): Promise<string>;
  effects(ledger: Ledger, sink: SmtpSink): Promise<number>;
}

const countOf = async (admin: postgres.Sql, table: string): Promise<number> => {
  const [row] = await admin<{ count: number }[]>`SELECT count(*)::int AS count FROM ${admin(table)}`;
  return row?.count ?? 0;
};

const caseOf = (queue: QueueName, rest: Pick<Case, 'arrange' | 'effects'>): Case => ({
  queue,
  contract: quick(getContract(queue)),
  ...rest,
});

/** Runs rows as a carrier of BullMQ's would, without BullMQ. */
export const runRows = async (
  ledger: Ledger,
  queue: QueueName,
  ids: readonly string[],
  options: { readonly handler?: Handler<never>; readonly contract?: QueueContract<QueueName> } = {},
) => {
  const sellers = await ledger.system<{ id: string }[]>`
    SELECT DISTINCT seller_id AS id FROM job WHERE id = ANY (${ids as string[]}::uuid[])`;
  return runCarrier(
    {
      contract: options.contract ?? quick(getContract(queue)),
      handler: (options.handler ?? realHandlers()[queue]) as Handler<QueueName>,
      database: ledger.database,
      logger: silent,
    },
    { ids, sellers: sellers.map(({ id }) => id), refs: [] },
  );
};

/** A job that is due in an hour: nothing takes it before the test lets it go. */
const addHeld = async (ledger: Ledger, job: NewJob): Promise<string> => {
  await addJobs(ledger, [{ ...job, runAt: new Date(Date.now() + 3_600_000).toISOString() }]);
  return job.id;
};

/** Of a gift, without anybody to write to: the other queues are left in peace. */
const silently = { requestedBy: 'gift_recipient' } as const;

/** Makes jobs and does their work at once, one by one. */
const runAll = async (ledger: Ledger, queue: QueueName, jobs: readonly NewJob[]): Promise<void> => {
  for (const job of jobs) {
    await addJobs(ledger, [job]);
    await markQueued(ledger, [job.id]);
    await runRows(ledger, queue, [job.id]);
  }
};

const shipped = async (ledger: Ledger, sellerId: string): Promise<string> => {
  const { orderId, jobs } = shipJobs(sellerId);
  await runAll(ledger, 'orders', jobs);
  return orderId;
};

/**
 * A refund of old data, by a channel that pays itself: mails and calls would be jobs of other queues, which their
 * workers take in the middle of other tests.
 */
const aRefundJob = async (ledger: Ledger, sellerId: string): Promise<NewJob> => {
  const orderId = newId();
  const draft = aDraft({ historical: true, payment: { status: 'verified', provider: 'external' } });
  await runAll(ledger, 'orders', [placeJob(sellerId, draft, orderId)]);
  const request = { lines: [{ lineId: '1', quantity: 1 }], reason: 'goodwill' };
  const payload = { orderId, refundId: newId(), source: 'api', request };
  return aJob(sellerId, { queue: 'refunds', name: 'request', payload });
};

export const cases: readonly Case[] = [
  caseOf('orders', {
    arrange: (ledger, sellerId) => addHeld(ledger, placeJob(sellerId)),
    effects: ({ admin }) => countOf(admin, 'orders'),
  }),
  caseOf('tracking', {
    arrange: (ledger, sellerId) => addHeld(ledger, scanJob(sellerId)),
    effects: ({ admin }) => countOf(admin, 'tracking_event'),
  }),
  caseOf('messages', {
    arrange: (ledger, sellerId) =>
      addHeld(ledger, aJob(sellerId, { queue: 'messages', name: 'record', payload: aRecord() })),
    effects: ({ admin }) => countOf(admin, 'message'),
  }),
  caseOf('returns', {
    arrange: async (ledger, sellerId) => {
      const orderId = await shipped(ledger, sellerId);
      return addHeld(ledger, requestJob(sellerId, orderId, silently).job);
    },
    effects: ({ admin }) => countOf(admin, 'return'),
  }),
  caseOf('labels', {
    arrange: async (ledger, sellerId) => {
      const orderId = await shipped(ledger, sellerId);
      const { returnId, job } = requestJob(sellerId, orderId, silently);
      await runAll(ledger, 'returns', [job]);
      // Authorised by hand: the handler would add a job of its own, which the dispatcher takes at once.
      const authorization = {
        rma: 'RMA',
        documentVersion: 1,
        label: { kind: 'generated' },
        returnAddress: null,
      };
      await ledger.admin`
        UPDATE "return" SET state = 'authorized',
          details = jsonb_set(details, '{authorization}', ${ledger.admin.json(authorization)})
        WHERE id = ${returnId}`;
      await ledger.database.asSellers([sellerId], (tx) =>
        saveDocumentSource(tx, { sellerId, returnId, version: 1, source: aReturnDocument }),
      );
      const payload = { returnId, version: 1 };
      return addHeld(ledger, aJob(sellerId, { queue: 'labels', name: 'render', payload }));
    },
    effects: ({ admin }) => countOf(admin, 'return_document'),
  }),
  caseOf('cancellations', {
    arrange: async (ledger, sellerId) => {
      const orderId = newId();
      await runAll(ledger, 'orders', [placeJob(sellerId, aDraft({ historical: true }), orderId)]);
      const payload = { orderId, requestId: newId(), request: { requestedAt: new Date().toISOString() } };
      return addHeld(ledger, aJob(sellerId, { queue: 'cancellations', name: 'request', payload }));
    },
    effects: ({ admin }) => countOf(admin, 'cancellation_request'),
  }),
  caseOf('refunds', {
    arrange: async (ledger, sellerId) => addHeld(ledger, await aRefundJob(ledger, sellerId)),
    effects: ({ admin }) => countOf(admin, 'refund'),
  }),
  caseOf('payments', {
    arrange: async (ledger, sellerId) => {
      const job = await aRefundJob(ledger, sellerId);
      await runAll(ledger, 'refunds', [job]);
      const { orderId, refundId } = job.payload as { orderId: string; refundId: string };
      await ledger.admin`UPDATE refund SET provider = 'sandbox' WHERE id = ${refundId}`;
      return addHeld(
        ledger,
        aJob(sellerId, { queue: 'payments', name: 'execute', payload: { orderId, refundId } }),
      );
    },
    effects: ({ admin }) => countOf(admin, 'sandbox_refund'),
  }),
  caseOf('claims', {
    arrange: async (ledger, sellerId) => {
      const { orderId, jobs } = shipJobs(sellerId, {
        changes: { placedAt: daysAgo(60) },
        shippedDaysAgo: 59,
      });
      await runAll(ledger, 'orders', jobs);
      const payload = { orderId, claimId: newId(), claim: { kind: 'lost' } };
      return addHeld(ledger, aJob(sellerId, { queue: 'claims', name: 'open', payload }));
    },
    effects: ({ admin }) => countOf(admin, 'claim'),
  }),
  caseOf('deadlines', {
    arrange: async (ledger, sellerId) => {
      // The order's own deadline is far; the one that wakes it now is ours.
      const orderId = newId();
      const place = placeJob(sellerId, aPendingDraft(30), orderId);
      await addJobs(ledger, [place]);
      await markQueued(ledger, [place.id]);
      await runRows(ledger, 'orders', [place.id]);
      await ledger.admin`DELETE FROM job WHERE unique_key LIKE ${`deadline:%:${orderId}`}`;
      const payload = { orderId, kind: 'payment_expiry' };
      return addHeld(ledger, aJob(sellerId, { queue: 'deadlines', name: 'meet-order-deadline', payload }));
    },
    effects: ({ admin }) => countOf(admin, 'alert'),
  }),
  caseOf('mail', {
    arrange: (ledger, sellerId) => saveMail(ledger, sellerId, { inMs: 3_600_000 }),
    effects: async (_, sink) => sink.messages.length,
  }),
  caseOf('privacy', {
    arrange: async (ledger, sellerId) => {
      const [orderId, email] = [newId(), `${newId()}@example.test`];
      const draft = aDraft({ historical: true, buyer: { name: 'Zoé Łukasik', email } });
      await runAll(ledger, 'orders', [placeJob(sellerId, draft, orderId)]);
      const cancellation = { source: 'seller', reason: null, at: daysAgo(1) };
      await ledger.admin`
        UPDATE orders SET state = 'cancelled', called_off_at = now(), cancellation = ${ledger.admin.json(cancellation)}
        WHERE id = ${orderId}`;
      return addHeld(ledger, aJob(sellerId, { queue: 'privacy', name: 'erase-buyer', payload: { email } }));
    },
    effects: async ({ admin }) => {
      const [row] = await admin<{ orders: number }[]>`
        SELECT coalesce(sum((counts ->> 'ordersErased')::int), 0)::int AS orders FROM erasure`;
      return row?.orders ?? 0;
    },
  }),
];

/** The queue's own handler with a trap before it, inside its transaction where it has one. */
export const trapped = (
  handlers: Handlers,
  queue: QueueName,
  trap: (tx: Tx) => Promise<void>,
): Partial<Handlers> => {
  const handler = handlers[queue] as Handler<QueueName>;
  const changed: Handler<QueueName> =
    handler.kind === 'decides'
      ? {
          ...handler,
          load: async (tx, jobs, context) => {
            await trap(tx);
            return handler.load(tx, jobs, context);
          },
        }
      : {
          ...handler,
          run: async (job, context) => {
            await context.database.asSellers([job.sellerId], (tx) => trap(tx));
            return handler.run(job, context);
          },
        };
  return { [queue]: changed };
};

/** Fails as everything does while PostgreSQL is away. */
export const reachNoPostgres = async (): Promise<void> => {
  const away = postgres({ host: '127.0.0.1', port: await findFreePort(), max: 1 });
  try {
    await away`SELECT 1`;
  } finally {
    await away.end();
  }
};
