import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase, type Tx } from '../../../db/client.ts';
import { startTestApi, type TestApi } from '../../support/api-fixture.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { createVictim, type Victim } from './victim.ts';

/** Of a table, as its catalogue has it. */
interface Wall {
  readonly name: string;
  readonly enabled: boolean;
  readonly ofSellers: boolean;
  /** Policies that bind the application's role, in SQL. */
  readonly conditions: readonly string[];
  readonly appReads: boolean;
  readonly systemColumns: readonly string[];
}

let pg: TestDatabase;
let admin: postgres.Sql;
let first: TestApi;
let second: TestApi;
let victim: Victim;

beforeAll(async () => {
  pg = await createTestDatabase();
  admin = postgres(pg.url, { max: 1, onnotice: () => {} });
  first = await startTestApi(pg.database);
  second = await startTestApi(pg.database);
  victim = await createVictim(pg.database, first);
  await createVictim(pg.database, second, 'W');
});

afterAll(async () => {
  await Promise.all([first.stop(), second.stop(), admin.end()]);
  await pg.stop();
});

/** Every table of ours, whatever a migration adds: BullMQ's stand in a schema of their own. */
const walls = (): Promise<Wall[]> =>
  admin<Wall[]>`
    SELECT c.relname AS name, c.relrowsecurity AS enabled,
      EXISTS (SELECT 1 FROM pg_attribute a
        WHERE a.attrelid = c.oid AND a.attname = 'seller_id' AND NOT a.attisdropped) AS "ofSellers",
      ARRAY(SELECT p.qual FROM pg_policies p WHERE p.schemaname = 'public' AND p.tablename = c.relname
        AND p.roles && ARRAY['navette_app', 'public']::name[]) AS conditions,
      has_any_column_privilege('navette_app', c.oid, 'SELECT') AS "appReads",
      ARRAY(SELECT a.attname::text FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
        AND has_column_privilege('navette_system', c.oid, a.attnum, 'SELECT') ORDER BY 1) AS "systemColumns"
    FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') ORDER BY 1`;

const tablesOfSellers = async (): Promise<string[]> =>
  (await walls()).filter(({ ofSellers, appReads }) => ofSellers && appReads).map(({ name }) => name);

/** How many rows a transaction sees, all tables of sellers together. */
const countAll = async ({ sql }: Tx, tables: readonly string[]): Promise<number> => {
  let sum = 0;
  for (const table of tables) {
    const [row] = await sql<{ count: number }[]>`SELECT count(*)::int AS count FROM ${sql(table)}`;
    sum += row?.count ?? 0;
  }
  return sum;
};

describe('Every table', () => {
  it('with a seller has row-level security, and policies that ask for the seller and for nothing else', async () => {
    const all = await walls();
    expect(all.length).toBeGreaterThan(25);
    for (const { name, enabled, ofSellers, conditions, appReads } of all) {
      expect(enabled, name).toBe(true);
      if (!appReads) continue;
      // Also the table of sellers, which has no seller_id but is one.
      expect(conditions.length, name).toBe(1);
      const column = ofSellers ? 'seller_id' : 'id';
      expect(conditions[0], name).toMatch(
        new RegExp(`^\\(${column} = ANY \\(\\(\\s*SELECT app\\.sellers\\(\\) AS sellers\\)`),
      );
    }
    const unbound = all.filter(({ ofSellers, appReads }) => !ofSellers && appReads).map(({ name }) => name);
    expect(unbound).toEqual(['seller']);
  });

  it('shows the role that works across sellers these columns and no others', async () => {
    const seen = Object.fromEntries(
      (await walls())
        .filter(({ systemColumns }) => systemColumns.length > 0)
        .map(({ name, systemColumns }) => [name, systemColumns.join(' ')]),
    );
    expect(seen).toEqual({
      api_key: 'created_at hash id name prefix revoked_at seller_id',
      idempotency_key: 'created_at job_id key request_hash scope seller_id',
      job:
        'attempts carrier created_at error finished_at from_api handed_at id name payload_version priority queue refs ' +
        'result run_at seller_id solo state subject_id unique_key',
      // Of the development alone.
      mailbox_message: 'attachments headers html id message_id received_at recipient sender subject text',
      message: 'answered_at counts due_at seller_id warn_at',
      orders: 'channel_order_id id seller_id',
      queue_heartbeat: 'consumed_at queue',
      refund:
        'channel channel_order_id first_called_at id order_id payment_reference provider provider_refund_id seller_id state',
      return: 'id rma_key seller_id',
      seller: 'created_at id name',
    });
  });
});

describe('A transaction', () => {
  it('sees its own seller’s rows in every table, and no other’s', async () => {
    const tables = await tablesOfSellers();
    let filled = 0;
    for (const table of tables) {
      const [row] = await admin<{ count: number }[]>`
        SELECT count(*)::int AS count FROM ${admin(table)} WHERE seller_id = ${victim.sellerId}`;
      if ((row?.count ?? 0) > 0) filled += 1;
      const sellers = await pg.database.asSellers(
        [second.sellerId],
        ({ sql }) => sql<{ seller_id: string }[]>`SELECT DISTINCT seller_id FROM ${sql(table)}`,
      );
      expect(
        sellers.every(({ seller_id }) => seller_id === second.sellerId),
        table,
      ).toBe(true);
    }
    // Else it would prove nothing.
    expect(filled).toBeGreaterThan(18);
  });

  it('of nobody sees nothing: on a fresh connection, on one that served a seller, after errors and roll-backs', async () => {
    const tables = await tablesOfSellers();
    const one = openDatabase({ url: pg.url, maxConnections: 1, applicationName: 'one connection' });
    const seenByNobody = (): Promise<number> => one.asSellers([], (tx) => countAll(tx, tables));
    const seenByFirst = (): Promise<number> => one.asSellers([first.sellerId], (tx) => countAll(tx, tables));
    expect(await seenByNobody()).toBe(0);
    const own = await seenByFirst();
    expect(own).toBeGreaterThan(50);
    expect(await seenByNobody()).toBe(0);

    const failing: readonly ((tx: Tx) => Promise<unknown>)[] = [
      ({ sql }) => sql`SELECT 1 / 0`,
      ({ sql }) => sql`SELECT * FROM no_such_table`,
      ({ sql }) => sql.savepoint((inner) => inner`SELECT 'x'::uuid`),
      ({ sql }) => sql`INSERT INTO orders (id, seller_id) VALUES (gen_random_uuid(), ${second.sellerId})`,
      () => Promise.reject(new Error('the work gave up')),
      async ({ sql }) => {
        await sql.savepoint((inner) => inner`SELECT 1 / 0`).catch(() => {});
        throw new Error('after an error that was caught');
      },
    ];
    for (const work of failing) {
      await expect(one.asSellers([first.sellerId], work)).rejects.toThrow();
      expect(await seenByNobody()).toBe(0);
      await expect(one.asSellers([first.sellerId, second.sellerId], work)).rejects.toThrow();
      expect(await seenByNobody()).toBe(0);
      expect(await seenByFirst()).toBe(own);
    }
    await one.close();
  });

  it('that goes on after a caught error is still its sellers’ alone', async () => {
    const sellers = await pg.database.asSellers([second.sellerId], async ({ sql }) => {
      await sql.savepoint((inner) => inner`SELECT 1 / 0`).catch(() => {});
      return sql<{ seller_id: string }[]>`SELECT DISTINCT seller_id FROM orders`;
    });
    expect(sellers).toEqual([{ seller_id: second.sellerId }]);
  });

  it('of a bundle sees the sellers of the bundle, writes theirs, and moves no row to another', async () => {
    const both = [first.sellerId, second.sellerId];
    const stranger = await startTestApi(pg.database);
    await stranger.stop();
    await pg.database.asSellers(both, async ({ sql }) => {
      const seen = await sql<{ seller_id: string }[]>`SELECT DISTINCT seller_id FROM orders ORDER BY 1`;
      expect(seen.map(({ seller_id }) => seller_id)).toEqual(both.toSorted());
      const moving = sql.savepoint(
        (inner) =>
          inner`UPDATE parcel SET seller_id = ${stranger.sellerId} WHERE seller_id = ${first.sellerId}`,
      );
      await expect(moving).rejects.toThrow(/row-level security/);
    });
    const other = await pg.database.asSellers([stranger.sellerId], async ({ sql }) => {
      const updated = await sql`UPDATE orders SET channel = 'stolen' WHERE id = ${victim.orderId}`;
      const deleted = await sql`DELETE FROM message WHERE id = ${victim.messageId}`;
      return updated.count + deleted.count;
    });
    expect(other).toBe(0);
  });

  it.each(["' OR true --", '*', '{', `${'0'.repeat(36)},`, 'NULL'])(
    'named for the seller %s sees nothing',
    async (seller) => {
      const seen = pg.database
        .asSellers([seller], async ({ sql }) => (await sql`SELECT 1 FROM orders`).length)
        .catch(() => 'refused');
      expect([0, 'refused']).toContain(await seen);
    },
  );
});

describe('The functions that run as their owner', () => {
  it('are these, tell nothing about sellers that the transaction does not name, and run for nobody else', async () => {
    const functions = await admin<{ name: string; path: string | null; everybody: boolean }[]>`
      SELECT p.proname AS name, array_to_string(p.proconfig, ' ') AS path,
        has_function_privilege('navette_system', p.oid, 'EXECUTE') AS everybody
      FROM pg_proc p WHERE p.prosecdef AND p.pronamespace IN ('app'::regnamespace, 'public'::regnamespace) ORDER BY 1`;
    // One more needs a test like the next one.
    expect(functions.map(({ name }) => name)).toEqual(['empty_mailbox', 'things_of_buyer']);
    for (const { name, path, everybody } of functions) {
      expect(path, name).toMatch(/^search_path=pg_catalog, public, pg_temp$/);
      expect(everybody, name).toBe(false);
    }
    const found = (sellers: readonly string[]) =>
      pg.database.asSellers(sellers, async ({ sql }) => {
        let count = 0;
        for (const kind of ['order', 'return', 'thread', 'mail']) {
          count += (await sql`SELECT app.things_of_buyer(${kind}, 'zoe@example.test', NULL, 1000)`).length;
        }
        return count;
      });
    expect(await found([])).toBe(0);
    const [one, other] = [await found([first.sellerId]), await found([second.sellerId])];
    expect(one).toBeGreaterThan(0);
    expect(await found([first.sellerId, second.sellerId])).toBe(one + other);
    await admin`INSERT INTO mailbox_message (id, message_id, sender, recipient, subject, text, html, headers, attachments)
      SELECT id, message_id, 'a@example.test', recipient, subject, text, html, '{}', '[]' FROM mail
      WHERE seller_id = ${first.sellerId} LIMIT 1`;
    const [mail] = await admin<{ id: string }[]>`SELECT id FROM mailbox_message`;
    await pg.database.asSellers(
      [second.sellerId],
      ({ sql }) => sql`SELECT app.empty_mailbox(ARRAY[${mail?.id ?? ''}]::uuid[])`,
    );
    expect(await admin`SELECT 1 FROM mailbox_message`).toHaveLength(1);
  });
});

describe('The two roles', () => {
  it('have no rights beyond their tables: no superuser, no bypass, no schema, no rights of the other', async () => {
    const roles = await admin`
      SELECT rolname, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication, rolcanlogin,
        has_schema_privilege(oid, 'public', 'CREATE') AS creates,
        pg_has_role(oid, CASE rolname WHEN 'navette_app' THEN 'navette_system' ELSE 'navette_app' END::name, 'MEMBER')
          AS other
      FROM pg_roles WHERE rolname IN ('navette_app', 'navette_system')`;
    expect(roles).toHaveLength(2);
    for (const { rolname, ...rights } of roles) {
      expect(Object.values(rights).some(Boolean), `${rolname} ${JSON.stringify(rights)}`).toBe(false);
    }
    const owned = await admin`
      SELECT relname FROM pg_class WHERE relowner IN (SELECT oid FROM pg_roles WHERE rolname LIKE 'navette_%')`;
    expect(owned).toEqual([]);
  });

  it.each([
    'ALTER TABLE orders DISABLE ROW LEVEL SECURITY',
    'DROP POLICY orders_seller ON orders',
    'CREATE POLICY everybody ON orders USING (true)',
    'SELECT hash FROM api_key',
    'SELECT recipient FROM mailbox_message',
    'SELECT queue FROM queue_heartbeat',
    "UPDATE seller SET name = 'stolen'",
    'DELETE FROM refund',
    'TRUNCATE orders',
    'CREATE TABLE public.copy AS SELECT 1',
    "COPY orders TO PROGRAM 'true'",
    "SELECT pg_read_file('/etc/passwd')",
  ])('the application may not: %s', async (statement) => {
    const doing = pg.database.asSellers([first.sellerId], ({ sql }) => sql.unsafe(statement));
    await expect(doing).rejects.toThrow(/permission denied|must be owner/);
  });

  it('of a login that is a member of them and no more, nobody gets further', async () => {
    const name = `login_${victim.sellerId.slice(-12)}`;
    await admin.unsafe(`CREATE ROLE ${name} LOGIN PASSWORD 'long enough' NOSUPERUSER NOINHERIT`);
    await admin.unsafe(`GRANT navette_app, navette_system TO ${name}`);
    const url = new URL(pg.url);
    const owner = url.username;
    [url.username, url.password] = [name, 'long enough'];
    const plain = openDatabase({ url: url.href, maxConnections: 2, applicationName: 'plain login' });
    try {
      const seen = await plain.asSellers(
        [first.sellerId],
        ({ sql }) => sql<{ role: string; orders: number }[]>`
          SELECT current_user AS role, (SELECT count(*)::int FROM orders) AS orders`,
      );
      expect(seen).toEqual([{ role: 'navette_app', orders: expect.any(Number) }]);
      expect(seen[0]?.orders).toBeGreaterThan(0);
      for (const step of [`SET ROLE "${owner}"`, `SET SESSION AUTHORIZATION "${owner}"`]) {
        const climbing = plain.asSellers([first.sellerId], ({ sql }) => sql.unsafe(step));
        await expect(climbing, step).rejects.toThrow(/permission denied/);
      }
      // Back to the login itself, which has rights only where it has taken a role on.
      const left = plain.asSellers([first.sellerId], async ({ sql }) => {
        await sql.unsafe('SET LOCAL ROLE NONE');
        return sql`SELECT 1 FROM orders`;
      });
      await expect(left).rejects.toThrow(/permission denied/);
    } finally {
      await plain.close();
      await admin.unsafe(`DROP OWNED BY ${name}`);
      await admin.unsafe(`DROP ROLE ${name}`);
    }
  });
});
