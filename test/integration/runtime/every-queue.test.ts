import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Tx } from '../../../db/client.ts';
import { retryJob } from '../../../db/repositories/jobs/operate-jobs.ts';
import { singleCarrier } from '../../../queues/carrier.ts';
import type { MailTransport } from '../../../src/mail/outgoing-mail.ts';
import { createMailTransport } from '../../../src/mail/transport.ts';
import { createGateways } from '../../../workers/adapters/payments/gateways.ts';
import { PermanentError } from '../../../workers/handler.ts';
import type { Handlers } from '../../../workers/handlers/index.ts';
import { markQueued, type Row, rowOf } from '../../support/ledger-fixture.ts';
import { type SmtpSink, startSmtpSink } from '../../support/smtp-sink.ts';
import { until } from '../../support/until.ts';
import { type Case, cases, reachNoPostgres, runRows, trapped } from './cases.ts';
import { kinds, openRig, type Rig, realHandlers } from './rig.ts';

const noTrap = async (): Promise<void> => {};

describe.each(kinds)('on %s', (kind) => {
  let rig: Rig;
  let sink: SmtpSink;
  let transport: MailTransport;
  let handlers: Handlers;
  let sellerId: string;

  beforeAll(async () => {
    [rig, sink] = await Promise.all([openRig(kind), startSmtpSink()]);
    transport = createMailTransport({
      smtpUrl: sink.url,
      mailFrom: 'shop@navette.test',
      mailbox: rig.ledger.system,
    });
    const { database } = rig.ledger;
    const stripe = { apiKey: null, apiBase: 'https://api.stripe.com' };
    handlers = realHandlers(transport, createGateways({ database, stripe }));
    sellerId = await rig.ledger.newSeller();
    await rig.begin();
  });
  afterAll(async () => {
    transport.close();
    await sink.close();
    await rig.close();
  });

  describe.each(cases)('a job of $queue', ({ queue, contract, arrange, effects }: Case) => {
    let trap: (tx: Tx) => Promise<void> = noTrap;
    let stopWorkers: () => Promise<void>;
    let effectsBefore = 0;

    beforeAll(() => {
      const own = trapped(handlers, queue, (tx) => trap(tx));
      stopWorkers = rig.work({ contracts: [contract], handlers: { ...handlers, ...own }, concurrency: 2 });
    });
    afterAll(() => stopWorkers());
    beforeEach(async () => {
      trap = noTrap;
      effectsBefore = await effects(rig.ledger, sink);
    });

    const newEffects = async (): Promise<number> => (await effects(rig.ledger, sink)) - effectsBefore;

    /** A job that waits until it is let go, so that all of a test is in place before. */
    const held = async (): Promise<string> => arrange(rig.ledger, sellerId);
    const release = async (ids: readonly string[]): Promise<void> => {
      await rig.ledger.system`UPDATE job SET run_at = now() WHERE id = ANY (${ids as string[]}::uuid[])`;
      rig.nudge();
    };

    const ended = (id: string): Promise<Row> =>
      until(`job ${id} of ${queue} ends`, async () => {
        const row = await rowOf(rig.ledger, id);
        return row.finishedAt !== null && row;
      });

    /** BullMQ hears of an end a moment after the ledger. */
    const carrierIs = (carrier: string | null, state: string): Promise<true> =>
      until(`the carrier is ${state}`, async () => {
        const states = await rig.producer.statesOf(queue, [carrier ?? '']);
        return states.get(carrier ?? '') === state;
      });

    it('has its effect once and is done', async () => {
      const id = await held();
      await release([id]);
      const row = await ended(id);
      expect(row).toMatchObject({ state: 'done', attempts: 0, error: null });
      await carrierIs(row.carrier, 'completed');
      expect(await newEffects()).toBe(1);
    });

    it('has no second effect when its carrier is delivered again after a lost acknowledgement', async () => {
      const id = await held();
      const carrier = singleCarrier({ id, sellerId, name: 'again', refs: {} });
      await markQueued(rig.ledger, [id], { carrier: carrier.id });
      await runRows(rig.ledger, queue, [id], { handler: handlers[queue] as never });
      const before = await rowOf(rig.ledger, id);
      expect(before.state).toBe('done');
      await rig.producer.add(queue, [carrier]);
      await carrierIs(carrier.id, 'completed');
      expect(await rowOf(rig.ledger, id)).toEqual(before);
      expect(await newEffects()).toBe(1);
    });

    // Without BullMQ, so of one of its backends.
    if (kind === kinds[0])
      it('has one effect when its carrier is run three times at once', async () => {
        const id = await held();
        await markQueued(rig.ledger, [id]);
        const run = () => runRows(rig.ledger, queue, [id], { handler: handlers[queue] as never });
        await Promise.all([run(), run(), run()]);
        expect(await newEffects()).toBe(1);
        // Who found somebody else's lease on a mail looks again when it is over.
        await rig.ledger.system`UPDATE job SET run_at = now() WHERE id = ${id} AND state = 'waiting'`;
        rig.nudge();
        expect((await ended(id)).state).toBe('done');
        expect(await newEffects()).toBe(1);
      });

    it('fails at once when its payload does not fit, and is told with paths instead of values', async () => {
      const id = await held();
      await rig.ledger.admin`UPDATE job SET payload = '{"nonsense":"zoe@example.test"}' WHERE id = ${id}`;
      await release([id]);
      const row = await ended(id);
      expect(row).toMatchObject({ state: 'failed', attempts: 1, error: { code: 'poison_payload' } });
      expect(row.error?.detail).not.toContain('zoe@example.test');
      await carrierIs(row.carrier, 'failed');
      expect(await newEffects()).toBe(0);
    });

    if (contract.bundleSize > 1)
      it('does not harm its bundle when its payload is poison', async () => {
        const ids: string[] = [];
        for (let n = 0; n < 6; n += 1) ids.push(await held());
        const [poison = '', ...good] = ids;
        await rig.ledger.admin`UPDATE job SET payload = '[]' WHERE id = ${poison}`;
        await release(ids);
        expect(await ended(poison)).toMatchObject({
          state: 'failed',
          attempts: 1,
          carrier: expect.stringMatching(/^b\./),
        });
        for (const row of await Promise.all(good.map(ended))) {
          expect(row).toMatchObject({ state: 'done', attempts: 0, carrier: expect.stringMatching(/^b\./) });
        }
        expect(await newEffects()).toBe(5);
      });

    it('fails at once on a permanent error, shows so in BullMQ, and runs when a person retries it', async () => {
      trap = async () => {
        throw new PermanentError('gone_for_good', 'There is no such thing');
      };
      const id = await held();
      await release([id]);
      const failed = await ended(id);
      expect(failed).toMatchObject({
        state: 'failed',
        attempts: 1,
        error: { code: 'gone_for_good', detail: 'There is no such thing' },
      });
      await carrierIs(failed.carrier, 'failed');
      expect(await newEffects()).toBe(0);
      trap = noTrap;
      expect(await retryJob(rig.ledger.system, id)).toBe(true);
      rig.nudge();
      const retried = await ended(id);
      expect(retried).toMatchObject({ state: 'done', attempts: 0, error: null });
      expect(retried.carrier).not.toBe(failed.carrier);
      expect(await newEffects()).toBe(1);
    });

    it('is tried again after its back-off when it fails for a while, and counts it in the ledger', async () => {
      const runsAt: number[] = [];
      trap = async () => {
        runsAt.push(Date.now());
        if (runsAt.length < 3) throw new Error('not now');
      };
      const id = await held();
      await release([id]);
      const row = await ended(id);
      expect(row).toMatchObject({ state: 'done', attempts: 2, error: null });
      const [first = 0, second = 0, third = 0] = runsAt;
      expect(second - first).toBeGreaterThanOrEqual(contract.backoff.baseMs / 2);
      expect(third - second).toBeGreaterThanOrEqual(contract.backoff.baseMs);
      expect(await newEffects()).toBe(1);
    });

    // The runtime's doing, before any handler: one that decides and one that calls say it for all.
    if (queue !== 'orders' && queue !== 'mail') return;
    it('fails, with nothing written, when its attempts are used up', async () => {
      const id = await held();
      trap = async ({ sql }) => {
        await sql`UPDATE job SET refs = '{"order":"half-written"}' WHERE id = ${id}`;
        throw new Error('never');
      };
      await release([id]);
      const row = await ended(id);
      expect(row).toMatchObject({
        state: 'failed',
        attempts: contract.attempts,
        error: { code: 'handler_failed', detail: 'never' },
      });
      await carrierIs(row.carrier, 'failed');
      expect(await newEffects()).toBe(0);
      const [kept] = await rig.ledger.system<{ order: string }[]>`
        SELECT refs ->> 'order' AS order FROM job WHERE id = ${id}`;
      expect(kept?.order).not.toBe('half-written');
    });

    it('uses no attempt while PostgreSQL is away, however often that is', async () => {
      let runs = 0;
      trap = async () => {
        runs += 1;
        if (runs <= contract.attempts) await reachNoPostgres();
      };
      const id = await held();
      await release([id]);
      expect(await ended(id)).toMatchObject({ state: 'done', attempts: 0 });
      expect(runs).toBe(contract.attempts + 1);
      expect(await newEffects()).toBe(1);
    });
  });
});
