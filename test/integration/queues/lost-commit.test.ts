import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Database, openDatabase } from '../../../db/client.ts';
import { isConnectionError } from '../../../db/errors.ts';
import { createIntake } from '../../../queues/intake/create-intake.ts';
import type { AnySubmission, Intake, Submission } from '../../../queues/intake/submission.ts';
import { newId } from '../../../src/platform/ids.ts';
import { emptyLedger, type Ledger, openLedger, rowsOf, silent } from '../../support/ledger-fixture.ts';
import { startTcpProxy, type TcpProxy } from '../../support/tcp-proxy.ts';
import { aDraft } from '../runtime/samples.ts';

let ledger: Ledger;
let seller: string;
let proxy: TcpProxy;
let intake: Intake;

beforeAll(async () => {
  ledger = await openLedger();
  seller = await ledger.newSeller();
});
const databases: Database[] = [];
afterAll(async () => {
  // Together, for the driver waits 5 s for the goodbye of a connection that was cut.
  await Promise.all(databases.map((one) => one.close()));
  await ledger.close();
});
beforeEach(async () => {
  await emptyLedger(ledger);
  const { hostname, port } = new URL(ledger.url);
  proxy = await startTcpProxy({ host: hostname, port: Number(port) });
  const url = new URL(ledger.url);
  url.port = String(proxy.port);
  const database = openDatabase({ url: url.href, maxConnections: 2, applicationName: 'through the proxy' });
  databases.push(database);
  intake = createIntake({
    database,
    producer: {
      add: async () => {},
      statesOf: async () => new Map(),
      queues: new Map(),
      close: async () => {},
    },
    placement: { tryTake: () => false, reportFailure: () => {}, stop: async () => {} },
    logger: silent,
  });
});
afterEach(() => proxy.close());

const submission = (
  keys: Pick<AnySubmission, 'callerKey' | 'naturalKey'>,
): Submission<'orders', 'place'> => ({
  sellerId: seller,
  queue: 'orders',
  name: 'place',
  payload: { orderId: newId(), draft: aDraft() },
  refs: {},
  priority: 'interactive',
  ...keys,
});

const keysOf = {
  'no key': {},
  "a caller's key": { callerKey: { scope: 'POST /v1/orders', key: 'k', hash: 'h' } },
  'a natural key': { naturalKey: { kind: 'order', key: 'o', hash: 'h' } },
} as const satisfies Record<string, Pick<AnySubmission, 'callerKey' | 'naturalKey'>>;

describe.each(Object.entries(keysOf))('work with %s', (_, keys) => {
  it.each(['before', 'answered'] as const)(
    'is accepted once when the connection is lost at COMMIT (%s)',
    async (moment) => {
      proxy.dropAt('commit', moment);
      const receipt = await intake.submit(submission(keys));
      expect(proxy.drops).toBe(1);
      const rows = await rowsOf(ledger);
      expect(rows).toHaveLength(1);
      expect(receipt).toEqual({ kind: 'accepted', jobId: rows[0]?.id, state: 'waiting' });
    },
  );
});

it('is refused, not half accepted, when PostgreSQL stays away', async () => {
  await proxy.close();
  const error = await intake.submit(submission(keysOf['a natural key'])).catch((cause: unknown) => cause);
  expect(isConnectionError(error)).toBe(true);
  expect(await rowsOf(ledger)).toEqual([]);
});

it('is a whole group that is accepted once', async () => {
  proxy.dropAt('commit', 'answered');
  const receipts = await Promise.all(
    Array.from({ length: 30 }, (_, n) =>
      intake.submit(submission({ naturalKey: { kind: 'order', key: `o${n}`, hash: 'h' } })),
    ),
  );
  expect(proxy.drops).toBe(1);
  expect(receipts.map(({ kind }) => kind)).toEqual(Array(30).fill('accepted'));
  expect(await rowsOf(ledger)).toHaveLength(30);
});
