import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ImportOutcome, type ImportView, importFile } from '../../src/commands/import/import-file.ts';
import { closeConnections } from '../../src/commands/import/send-request.ts';
import { createApiClient, listOrders } from '../real-orders/api-client.ts';
import { type NavetteProcess, startNavetteProcess } from '../real-orders/navette-process.ts';
import { until } from '../support/until.ts';

/** Enough for kills in the middle, few enough for a minute on a busy machine. */
const orderCount = 2_500;
/** So that kills meet requests at their beginning, middle and end. */
const segmentLines = 1_500;

const folder = mkdtempSync(join(tmpdir(), 'navette-kill-'));
const file = join(folder, 'orders.ndjson');
let navette: NavetteProcess;

const order = (n: number) => ({
  channel: 'shop',
  channelOrderId: String(n),
  historical: true,
  placedAt: '2026-05-07T14:00:00+02:00',
  payment: { status: 'verified' },
  currency: 'EUR',
  buyer: { name: 'Camille Martin', email: 'camille@example.com' },
  shipTo: {
    name: 'Camille Martin',
    line1: '8 rue de la Soie',
    postalCode: '69003',
    city: 'Lyon',
    country: 'FR',
  },
  lines: [{ lineId: '1', sku: 'TASSE', title: 'Tasse', quantity: 1 + (n % 3), unitPriceMinor: 1290 }],
});

beforeAll(async () => {
  const lines = Array.from({ length: orderCount }, (_, n) => `${JSON.stringify(order(n + 1))}\n`);
  writeFileSync(file, lines.join(''));
  navette = await startNavetteProcess(join(folder, 'data'));
}, 90_000);

afterAll(async () => {
  closeConnections();
  await navette.stop();
  rmSync(folder, { recursive: true, force: true });
}, 60_000);

interface Run {
  /** Resolves when so many lines have their answer. */
  reached(lines: number): Promise<void>;
  readonly outcome: Promise<ImportOutcome>;
  stop(): void;
}

/** `navette import`, without the process around it. */
const startImport = ({ restart = false } = {}): Run => {
  const stopping = new AbortController();
  let line = 0;
  let wake = (): void => {};
  const view: ImportView = {
    begin: () => {},
    advance: (at) => {
      line = at.line;
      wake();
    },
    wait: () => {},
    say: () => {},
    end: () => {},
  };
  const findTarget = () => ({ url: navette.url, key: navette.key });
  return {
    reached: (lines) =>
      new Promise((resolve) => {
        wake = () => {
          if (line > lines) resolve();
        };
      }),
    outcome: importFile({
      file,
      format: 'ndjson',
      findTarget,
      restart,
      view,
      signal: stopping.signal,
      segmentLines,
    }),
    stop: () => stopping.abort(),
  };
};

const killAndRestart = async (): Promise<void> => {
  await navette.kill();
  navette = await startNavetteProcess(join(folder, 'data'));
};

const readDatabase = async () => {
  const sql = postgres(navette.databaseUrl, { max: 1, onnotice: () => {} });
  try {
    const [counts] = await sql`
      SELECT
        (SELECT count(*) FROM orders)::int AS orders,
        (SELECT count(DISTINCT channel_order_id) FROM orders)::int AS numbers,
        (SELECT count(*) FROM promise)::int AS promises,
        (SELECT count(DISTINCT order_id) FROM promise)::int AS promised,
        (SELECT count(*) FROM job WHERE queue <> 'privacy')::int AS jobs,
        (SELECT count(*) FROM job WHERE queue <> 'privacy' AND state <> 'done')::int AS unfinished,
        (SELECT md5(string_agg(order_id::text || promised_at::text, ',' ORDER BY order_id)) FROM promise) AS digest`;
    return counts;
  } finally {
    await sql.end();
  }
};

const awaitQuiet = async (): Promise<void> => {
  const sql = postgres(navette.databaseUrl, { max: 1, onnotice: () => {} });
  const isQuiet = async (): Promise<boolean> => {
    const left = await sql`SELECT 1 FROM job WHERE queue <> 'privacy' AND state <> 'done' LIMIT 1`;
    return left.length === 0;
  };
  try {
    await until('every job has ended', isQuiet, 120_000);
  } finally {
    await sql.end();
  }
};

const somewhere = (from: number, to: number): number => Math.floor(from + Math.random() * (to - from));

test('kill -9 twice during an import: every accepted order ends with exactly one promise', async () => {
  const first = startImport();
  const killedAt = [somewhere(200, 800), somewhere(1_100, 2_200)] as const;
  console.log(`Killed after lines ${killedAt.join(' and ')}`);
  // The first kill: the import waits for the server and goes on by itself.
  await first.reached(killedAt[0]);
  await killAndRestart();
  // The second kill takes the import with it: the same command goes on from where it stopped.
  await first.reached(killedAt[1]);
  const restarted = killAndRestart();
  first.stop();
  await restarted;
  const stopped = await first.outcome;
  expect(stopped.stopped).not.toBeNull();

  const outcome = await startImport().outcome;
  expect(outcome.stopped).toBeNull();
  expect(outcome.tally).toMatchObject({ accepted: orderCount, orders: orderCount, errors: {} });
  await awaitQuiet();

  const after = await readDatabase();
  expect(after).toMatchObject({
    orders: orderCount,
    numbers: orderCount,
    promises: orderCount,
    promised: orderCount,
    jobs: orderCount,
    unfinished: 0,
  });
  const listed = await listOrders(createApiClient(navette.url, navette.key), 'shop');
  expect(listed.size).toBe(orderCount);
  expect([...listed.values()].every(({ latest, state }) => latest !== null && state === 'unshipped')).toBe(
    true,
  );

  const again = await startImport({ restart: true }).outcome;
  expect(again.tally).toEqual({ accepted: orderCount, replayed: orderCount, orders: orderCount, errors: {} });
  expect(await readDatabase()).toEqual(after);
}, 240_000);
