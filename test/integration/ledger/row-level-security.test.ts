import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase, type Tx } from '../../../db/client.ts';
import { claimJobs } from '../../../db/repositories/jobs/claim-jobs.ts';
import { dissolveBundle } from '../../../db/repositories/jobs/dissolve-bundle.ts';
import { finishJobs } from '../../../db/repositories/jobs/finish-jobs.ts';
import { insertJobs } from '../../../db/repositories/jobs/insert-jobs.ts';
import { recordFailure } from '../../../db/repositories/jobs/record-failure.ts';
import { loadOrders } from '../../../db/repositories/orders/load-orders.ts';
import { addJobs, aJob, type Ledger, markQueued, openLedger, rowOf } from '../../support/ledger-fixture.ts';
import { runRows } from '../runtime/cases.ts';
import { placeJob, saveMail, scanJob } from '../runtime/samples.ts';

let ledger: Ledger;
let ours: string;
let theirs: string;
let theirJob: string;

beforeAll(async () => {
  ledger = await openLedger();
  [ours, theirs] = [await ledger.newSeller(), await ledger.newSeller()];
  // Their order, with everything that hangs on one, and work that is on its way.
  const jobs = [placeJob(theirs), scanJob(theirs)];
  await addJobs(ledger, jobs);
  await markQueued(
    ledger,
    jobs.map(({ id }) => id),
  );
  await runRows(ledger, 'orders', [jobs[0]?.id ?? '']);
  await runRows(ledger, 'tracking', [jobs[1]?.id ?? '']);
  await saveMail(ledger, theirs);
  await ledger.admin`INSERT INTO idempotency_key (seller_id, scope, key, request_hash, job_id)
    VALUES (${theirs}, 's', 'k', 'h', ${theirs})`;
  await ledger.admin`INSERT INTO natural_key (seller_id, kind, key, content_hash, job_id)
    VALUES (${theirs}, 'order', 'k', 'h', ${theirs})`;
  const waiting = placeJob(theirs);
  await addJobs(ledger, [waiting]);
  await markQueued(ledger, [waiting.id]);
  theirJob = waiting.id;
});
afterAll(() => ledger.close());

const asUs = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => ledger.database.asSellers([ours], work);

const tablesOfSellers = async (): Promise<string[]> => {
  const rows = await ledger.admin<{ name: string }[]>`
    SELECT table_name AS name FROM information_schema.columns
    WHERE table_schema = 'public' AND column_name = 'seller_id' AND table_name <> 'api_key' ORDER BY 1`;
  return rows.map(({ name }) => name);
};

describe("another seller's rows", () => {
  it('are seen in no table, and all of them have a wall', async () => {
    const filled = [];
    for (const table of await tablesOfSellers()) {
      const [all] = await ledger.admin<
        { count: number }[]
      >`SELECT count(*)::int AS count FROM ${ledger.admin(table)}`;
      if ((all?.count ?? 0) > 0) filled.push(table);
      const seen = await asUs(({ sql }) => sql`SELECT 1 FROM ${sql(table)}`);
      expect(seen, table).toHaveLength(0);
      const [wall] = await ledger.admin<{ on: boolean }[]>`
        SELECT relrowsecurity AS on FROM pg_class WHERE oid = ${table}::regclass`;
      expect(wall?.on, table).toBe(true);
    }
    expect(filled).toEqual(
      expect.arrayContaining([
        'idempotency_key',
        'job',
        'mail',
        'natural_key',
        'orders',
        'promise',
        'tracking_event',
      ]),
    );
  });

  it('cannot be claimed, ended, failed, dissolved or loaded', async () => {
    const [order] = await ledger.admin<{ id: string }[]>`SELECT id FROM orders`;
    await asUs(async (tx) => {
      expect(await claimJobs(tx, [theirJob])).toEqual([]);
      expect(await loadOrders(tx, [order?.id ?? ''])).toEqual(new Map());
      await finishJobs(tx, [{ id: theirJob, state: 'done' }]);
      await dissolveBundle(tx, [theirJob]);
      const failure = { error: { code: 'x', detail: 'x' }, attemptsLimit: 1, permanent: true };
      expect(await recordFailure(tx, theirJob, failure)).toBeNull();
    });
    expect(await rowOf(ledger, theirJob)).toMatchObject({ state: 'queued', attempts: 0, solo: false });
  });

  it('cannot be written, whatever the statement says', async () => {
    await expect(asUs((tx) => insertJobs(tx, [aJob(theirs)]))).rejects.toThrow(/row-level security/);
    const moved = asUs(
      ({ sql }) => sql`INSERT INTO parcel (seller_id, carrier, tracking_number) VALUES (${theirs}, 'a', 'b')`,
    );
    await expect(moved).rejects.toThrow(/row-level security/);
  });
});

describe('the setting', () => {
  it('does not leak to the next transaction of the same connection', async () => {
    const one = openDatabase({ url: ledger.url, maxConnections: 1, applicationName: 'one connection' });
    const seenBy = (sellers: readonly string[]) =>
      one.asSellers(sellers, async ({ sql }) => (await sql`SELECT 1 FROM job`).length);
    expect(await seenBy([theirs])).toBeGreaterThan(0);
    expect(await seenBy([ours])).toBe(0);
    expect(await seenBy([])).toBe(0);
    await one.asSellers([theirs], async () => Promise.reject(new Error('rolled back'))).catch(() => {});
    expect(await seenBy([])).toBe(0);
    await one.close();
  });

  it('of nobody shows nothing, and neither does none at all', async () => {
    const fresh = openDatabase({ url: ledger.url, maxConnections: 1, applicationName: 'fresh' });
    expect(await fresh.asSellers([], ({ sql }) => sql`SELECT 1 FROM job`)).toHaveLength(0);
    await fresh.close();
    await ledger.admin.begin(async (sql) => {
      await sql`SET LOCAL ROLE navette_app`;
      expect(await sql`SELECT 1 FROM job`).toHaveLength(0);
    });
  });

  it('of both sellers shows both, for bundles', async () => {
    const sellers = await ledger.database.asSellers(
      [ours, theirs],
      ({ sql }) => sql`SELECT DISTINCT seller_id FROM job`,
    );
    expect(sellers).toHaveLength(1);
  });
});

describe('the system role', () => {
  it.each(['payload', '*'])('cannot read %s of the ledger', async (columns) => {
    const reading = ledger.system.unsafe(`SELECT ${columns} FROM job LIMIT 1`);
    await expect(reading).rejects.toThrow(/permission denied/);
  });

  it.each(['buyer', 'ship_to', '*'])(
    'cannot read %s of orders, whose numbers it may look up',
    async (columns) => {
      await expect(
        ledger.system.unsafe(`SELECT id, seller_id, channel_order_id FROM orders`),
      ).resolves.toBeDefined();
      await expect(ledger.system.unsafe(`SELECT ${columns} FROM orders`)).rejects.toThrow(
        /permission denied/,
      );
    },
  );

  it.each(['details', '*'])('cannot read %s of returns, whose codes it may look up', async (columns) => {
    await expect(ledger.system.unsafe(`SELECT id, seller_id, rma_key FROM "return"`)).resolves.toBeDefined();
    await expect(ledger.system.unsafe(`SELECT ${columns} FROM "return"`)).rejects.toThrow(
      /permission denied/,
    );
  });

  it.each([
    'order_line',
    'mail',
    'tracking_event',
    'shipment',
    'setting',
    'return_event',
    'return_document',
    'return_document_source',
    'stock_movement',
  ])('cannot read %s at all', async (table) => {
    await expect(ledger.system.unsafe(`SELECT 1 FROM ${table}`)).rejects.toThrow(/permission denied/);
  });

  it('cannot insert work', async () => {
    const inserting = ledger.system`INSERT INTO job (id, seller_id, queue, name, payload) VALUES
      (${theirs}, ${theirs}, 'mail', 'send', '{}')`;
    await expect(inserting).rejects.toThrow(/permission denied/);
  });

  it.each(['navette_app', 'navette_system'])('%s is no superuser and obeys the policies', async (role) => {
    const [row] =
      await ledger.admin`SELECT rolsuper, rolbypassrls, rolcanlogin FROM pg_roles WHERE rolname = ${role}`;
    expect(row).toEqual({ rolsuper: false, rolbypassrls: false, rolcanlogin: false });
  });
});
