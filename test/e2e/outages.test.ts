import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type NavetteProcess, startNavetteProcess } from '../real-orders/navette-process.ts';
import { until } from '../support/until.ts';

const folder = mkdtempSync(join(tmpdir(), 'navette-outages-'));
let navette: NavetteProcess;
let count = 0;
const accepted: string[] = [];

beforeAll(async () => {
  navette = await startNavetteProcess(join(folder, 'data'));
}, 90_000);

afterAll(async () => {
  await navette.stop();
  rmSync(folder, { recursive: true, force: true });
}, 60_000);

const order = () => {
  count += 1;
  return {
    channel: 'shop',
    channelOrderId: `O-${count}`,
    placedAt: '2026-05-07T14:00:00+02:00',
    historical: true,
    payment: { status: 'verified' },
    currency: 'EUR',
    buyer: { name: 'Camille Martin', email: 'camille@example.com' },
    shipTo: { name: 'C', line1: '8 rue de la Soie', postalCode: '69003', city: 'Lyon', country: 'FR' },
    lines: [{ lineId: '1', sku: 'TASSE', title: 'Tasse', quantity: 1, unitPriceMinor: 1290 }],
  };
};

/** Posts one order; the answer's status, or 0 where the connection was refused or broke. */
const post = async (): Promise<number> => {
  try {
    const response = await fetch(`${navette.url}/v1/orders`, {
      method: 'POST',
      headers: { authorization: `Bearer ${navette.key}`, 'content-type': 'application/json' },
      body: JSON.stringify(order()),
    });
    const { jobId } = (await response.json()) as { jobId?: string };
    if (response.status === 202 && jobId !== undefined) accepted.push(jobId);
    return response.status;
  } catch {
    return 0;
  }
};

/** Posters that go on until they are told to stop. */
const startPosting = (posters: number): (() => Promise<void>) => {
  let going = true;
  const all = Array.from({ length: posters }, async () => {
    while (going) await post();
  });
  return async () => {
    going = false;
    await Promise.all(all);
  };
};

/** What was answered 202 and is not done, by the ledger itself; null: it cannot be asked. */
const findUnfinished = async (): Promise<readonly unknown[] | null> => {
  const sql = postgres(navette.databaseUrl, { max: 1, onnotice: () => {} });
  try {
    return await sql`
      SELECT accepted.id, state, carrier, attempts, error, run_at, handed_at
      FROM unnest(${accepted}::uuid[]) AS accepted (id) LEFT JOIN job ON job.id = accepted.id
      WHERE state IS DISTINCT FROM 'done'`;
  } catch {
    return null;
  } finally {
    await sql.end();
  }
};

/** Waits until every order that was answered 202 is done; tells which was not. */
const untilAllIsDone = async (): Promise<void> => {
  let left: readonly unknown[] | null = null;
  const isDone = async (): Promise<boolean> => {
    left = await findUnfinished();
    return left?.length === 0;
  };
  await until('all that was accepted is done', isDone, 60_000).catch((error: Error) => {
    throw new Error(`${error.message}: ${JSON.stringify(left)}`);
  });
};

describe('A process at work', () => {
  it('outlives its connections to PostgreSQL, and finishes what it accepted', {
    timeout: 90_000,
  }, async () => {
    const stopPosting = startPosting(8);
    const sql = postgres(navette.databaseUrl, { max: 1, onnotice: () => {} });
    for (let round = 0; round < 15; round += 1) {
      await pause(150);
      await sql`
        SELECT pg_terminate_backend(pid) FROM pg_stat_activity
        WHERE application_name LIKE 'navette%' AND pid <> pg_backend_pid()`;
    }
    await sql.end();
    await stopPosting();
    expect(navette.process.exitCode).toBeNull();
    await until('orders are accepted again', async () => (await post()) === 202, 30_000);
    await untilAllIsDone();
  });

  it('starts its PostgreSQL again when that is killed', { timeout: 120_000 }, async () => {
    const pid = Number(readFileSync(join(folder, 'data/postgres/postmaster.pid'), 'utf8').split('\n')[0]);
    process.kill(pid, 'SIGKILL');
    await until('orders are accepted again', async () => (await post()) === 202, 60_000);
    await untilAllIsDone();
    expect(navette.process.exitCode).toBeNull();
  });

  it('stops within 15 s of SIGTERM although clients go on, with 0', { timeout: 60_000 }, async () => {
    const before = accepted.length;
    const stopPosting = startPosting(8);
    await until('work is coming in', async () => accepted.length > before + 20, 30_000);
    const began = Date.now();
    const exited = once(navette.process, 'exit');
    navette.process.kill('SIGTERM');
    const [code] = await exited;
    await stopPosting();
    expect(code).toBe(0);
    expect(Date.now() - began).toBeLessThan(15_000);
  });
});
