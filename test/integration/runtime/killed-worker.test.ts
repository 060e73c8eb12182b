import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { ordersQueue } from '../../../queues/orders.queue.ts';
import { addJobs, rowOf } from '../../support/ledger-fixture.ts';
import { ownCode } from '../../support/own-code.ts';
import { until } from '../../support/until.ts';
import { aCommand, createTraceTable, probe, tracesOf } from './probe.ts';
import { kinds, openRig, type Rig } from './rig.ts';

// Side by side: both wait for seconds until BullMQ takes the worker for dead.
describe.concurrent.each(kinds)('on %s', (kind) => {
  let rig: Rig;
  let seller: string;
  beforeAll(async () => {
    rig = await openRig(kind);
    seller = await rig.ledger.newSeller();
    await createTraceTable(rig.ledger);
    await rig.begin();
  });
  afterAll(() => rig.close());
  afterEach(() => rig.end());

  it('the job of a worker that is killed in the middle is done exactly once, by another', async () => {
    const job = aCommand(seller);
    const where = [rig.ledger.url, ...(rig.redis ? [rig.redis.url] : [])];
    const child = spawn(process.execPath, ownCode('test/integration/runtime/worker.child.ts', ...where), {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const holding = once(createInterface(child.stdout), 'line');
    await addJobs(rig.ledger, [{ ...job, carrier: job.id }]);
    await rig.producer.add('orders', [
      { id: job.id, name: job.name, data: { ids: [job.id], sellers: [seller], refs: [{}] } },
    ]);
    await holding;
    const { handler, decided } = probe();
    rig.work({ contracts: [ordersQueue], handlers: { orders: handler } });
    expect(decided).toEqual([]);
    child.kill('SIGKILL');
    await once(child, 'exit');
    const killedAt = Date.now();
    await until('it is done', async () => (await rowOf(rig.ledger, job.id)).state === 'done', 20_000);
    const recoveryMs = Date.now() - killedAt;
    console.log(`${kind}: the job of a killed worker was done ${recoveryMs} ms later`);
    expect(recoveryMs).toBeLessThan(10_000);
    expect(decided).toEqual([job.id]);
    expect(await tracesOf(rig.ledger)).toEqual([job.id]);
    expect((await rowOf(rig.ledger, job.id)).attempts).toBe(0);
  });
});
