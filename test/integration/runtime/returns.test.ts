import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { NewJob } from '../../../db/repositories/jobs/insert-jobs.ts';
import { saveSetting } from '../../../db/repositories/settings/save-setting.ts';
import type { QueueName } from '../../../queues/registry.ts';
import { newId } from '../../../src/platform/ids.ts';
import {
  addJobs,
  aJob,
  emptyLedger,
  type Ledger,
  markQueued,
  openLedger,
} from '../../support/ledger-fixture.ts';
import { runRows } from './cases.ts';
import { aReturnAddress, requestJob, shipJobs } from './samples.ts';

let ledger: Ledger;
let sellerId: string;

beforeAll(async () => {
  ledger = await openLedger();
});
beforeEach(async () => {
  await emptyLedger(ledger);
  sellerId = await ledger.newSeller();
  await channel({ sellerEmail: 'seller@example.test', returnAddresses: [aReturnAddress] });
});
afterAll(() => ledger.close());

const channel = (value: object) =>
  saveSetting(ledger.database, sellerId, { kind: 'channel', key: 'shop' }, { value, expectedVersion: null });

/** Each in a transaction of its own, all at the same time; gives how they ended. */
const runAtOnce = async (queue: QueueName, jobs: readonly NewJob[]): Promise<string[]> => {
  await addJobs(ledger, jobs);
  const ids = jobs.map(({ id }) => id);
  await markQueued(ledger, ids);
  await Promise.all(ids.map((id) => runRows(ledger, queue, [id])));
  const rows = await ledger.admin<{ id: string; ended: string }[]>`
    SELECT id, coalesce(error ->> 'code', state) AS ended FROM job WHERE id = ANY (${ids}::uuid[])`;
  return ids.map((id) => rows.find((row) => row.id === id)?.ended ?? 'gone');
};

const run = async (queue: QueueName, jobs: readonly NewJob[]): Promise<string[]> => {
  const ends: string[] = [];
  for (const job of jobs) ends.push(...(await runAtOnce(queue, [job])));
  return ends;
};

const ship = async (options: Parameters<typeof shipJobs>[1] = {}): Promise<string> => {
  const { orderId, jobs } = shipJobs(sellerId, options);
  expect(await run('orders', jobs)).toEqual(['done', 'done']);
  return orderId;
};

const returnJob = (name: string, orderId: string, returnId: string, more: object = {}): NewJob =>
  aJob(sellerId, { queue: 'returns', name, payload: { orderId, returnId, ...more }, subjectId: orderId });

const authorizeJob = (orderId: string, returnId: string, authorize: object = {}): NewJob =>
  returnJob('authorize', orderId, returnId, { authorize });

const requested = async (
  orderId: string,
  changes: Parameters<typeof requestJob>[2] = {},
): Promise<string> => {
  const { returnId, job } = requestJob(sellerId, orderId, changes);
  expect(await run('returns', [job])).toEqual(['done']);
  return returnId;
};

const mails = async (): Promise<string[]> => {
  const rows = await ledger.admin<{ kind: string; recipient: string }[]>`
    SELECT recipient, substring(message_id from '^<return_(.*)_[^_]+\.') AS kind FROM mail ORDER BY id`;
  return rows.map(({ kind, recipient }) => `${kind} to ${recipient.split('@')[0]}`).sort();
};

const countWhere = async (ends: readonly string[]): Promise<Record<string, number>> => {
  const counts: Record<string, number> = {};
  for (const end of ends) counts[end] = (counts[end] ?? 0) + 1;
  return counts;
};

/** Draws what waits to be drawn. */
const drawLabels = async (): Promise<void> => {
  const rows = await ledger.admin<{ id: string }[]>`
    SELECT id FROM job WHERE queue = 'labels' AND state = 'waiting'`;
  const ids = rows.map(({ id }) => id);
  await markQueued(ledger, ids);
  for (const id of ids) await runRows(ledger, 'labels', [id]);
};

test('Two hundred authorisations of one return at once have one effect', async () => {
  const orderId = await ship();
  const returnId = await requested(orderId);
  const ends = await runAtOnce(
    'returns',
    Array.from({ length: 200 }, () => authorizeJob(orderId, returnId)),
  );
  expect(await countWhere(ends)).toMatchObject({ done: 1 });
  await drawLabels();
  const [counts] = await ledger.admin`
    SELECT (SELECT count(*)::int FROM return_event WHERE type = 'authorized') AS authorized,
      (SELECT count(*)::int FROM return_document) AS documents,
      (SELECT count(*)::int FROM mail WHERE message_id LIKE '<return_buyer_authorized%') AS mails`;
  expect(counts).toEqual({ authorized: 1, documents: 1, mails: 1 });
});

test('Of fifty returns for one unit that is left, authorised at once, one wins', async () => {
  const orderId = await ship({ quantity: 1 });
  const returnIds: string[] = [];
  for (let n = 0; n < 50; n += 1) returnIds.push(await requested(orderId));
  const ends = await runAtOnce(
    'returns',
    returnIds.map((returnId) => ({ ...authorizeJob(orderId, returnId), subjectId: null })),
  );
  expect(await countWhere(ends)).toEqual({ done: 1, quantity_above_left: 49 });
});

test('Two returns of different orders that want one RMA at once: the second is told that it is taken', async () => {
  const targets = await Promise.all([0, 1].map(async () => ({ orderId: await ship() })));
  const jobs: NewJob[] = [];
  for (const { orderId } of targets) {
    jobs.push(
      authorizeJob(orderId, await requested(orderId), { rma: jobs.length === 0 ? 'same-1' : 'SAME-1' }),
    );
  }
  await runAtOnce('returns', jobs);
  // Whoever met the other's unfinished row failed on the index, and finds it taken at its next run.
  for (const { id } of jobs) await runRows(ledger, 'returns', [id]);
  const rows = await ledger.admin<{ state: string; code: string | null }[]>`
    SELECT state, error ->> 'code' AS code FROM job WHERE id = ANY (${jobs.map(({ id }) => id)}::uuid[]) ORDER BY state`;
  expect([...rows]).toEqual([
    { state: 'done', code: null },
    { state: 'rejected', code: 'rma_taken' },
  ]);
});

test('A request is told to both; an authorisation brings the buyer the label, and nothing to the seller', async () => {
  const orderId = await ship();
  const returnId = await requested(orderId);
  expect(await mails()).toEqual(['buyer_requested to zoe.lukasik', 'seller_requested to seller']);
  await run('returns', [authorizeJob(orderId, returnId)]);
  await drawLabels();
  expect(await mails()).toEqual([
    'buyer_authorized to zoe.lukasik',
    'buyer_requested to zoe.lukasik',
    'seller_requested to seller',
  ]);
  const [mail] = await ledger.admin`
    SELECT attachments FROM mail WHERE message_id LIKE '<return_buyer_authorized%'`;
  expect(mail?.attachments).toMatchObject([{ returnId, version: 1, format: 'return.pdf' }]);
});

test('A request that authorises itself mails the label to the buyer and nothing to the seller', async () => {
  await channel({
    sellerEmail: 'seller@example.test',
    returnAddresses: [aReturnAddress],
    autoAuthorize: 'all',
  });
  await requested(await ship());
  await drawLabels();
  expect(await mails()).toEqual(['buyer_authorized to zoe.lukasik']);
});

test('The buyer hears nothing of the return of a gift; its contact does', async () => {
  const orderId = await ship();
  await requested(orderId, { requestedBy: 'gift_recipient' });
  expect(await mails()).toEqual(['seller_requested to seller']);
  const contact = { email: 'friend@example.test', language: 'de' as const };
  await requested(orderId, { requestedBy: 'gift_recipient', contact });
  expect(await mails()).toContain('buyer_requested to friend');
});

test('A withdrawal waits for its second step, then mails its acknowledgement with the label', async () => {
  const orderId = await ship();
  const statedAt = new Date().toISOString();
  const returnId = await requested(orderId, {
    withdrawal: { statedAt },
    lines: [{ lineId: '1', quantity: 2 }],
  });
  expect(await mails()).toEqual(['withdrawal_stated to zoe.lukasik']);
  await run('returns', [returnJob('confirm-withdrawal', orderId, returnId, { confirm: {} })]);
  const told = [
    'seller_withdrawn to seller',
    'withdrawal_acknowledged to zoe.lukasik',
    'withdrawal_stated to zoe.lukasik',
  ];
  expect(await mails()).toEqual(told);
  await drawLabels();
  expect(await mails()).toEqual(['buyer_authorized to zoe.lukasik', ...told]);
});

test('A withdrawal is acknowledged also when its seller closes it before its documents are drawn', async () => {
  const orderId = await ship();
  const now = new Date().toISOString();
  const withdrawal = { statedAt: now, confirmedAt: now };
  const returnId = await requested(orderId, { withdrawal, lines: [{ lineId: '1', quantity: 1 }] });
  await run('returns', [returnJob('close', orderId, returnId, { close: { reason: 'custom_made' } })]);
  await drawLabels();
  expect(await mails()).toEqual([
    'buyer_closed to zoe.lukasik',
    'seller_withdrawn to seller',
    'withdrawal_acknowledged to zoe.lukasik',
  ]);
});

test('A withdrawal is confirmed also when the order was called off since the statement', async () => {
  const { orderId, jobs } = shipJobs(sellerId);
  await run('orders', jobs.slice(0, 1));
  const withdrawal = { statedAt: new Date().toISOString() };
  const returnId = await requested(orderId, { withdrawal, lines: [{ lineId: '1', quantity: 2 }] });
  const unfulfillable = { reason: 'out_of_stock' };
  const off = aJob(sellerId, { name: 'mark-unfulfillable', payload: { orderId, unfulfillable } });
  expect(await run('orders', [off])).toEqual(['done']);
  expect(await run('returns', [returnJob('confirm-withdrawal', orderId, returnId, { confirm: {} })])).toEqual(
    ['done'],
  );
  expect(await mails()).toContain('withdrawal_acknowledged to zoe.lukasik');
});

test('A withdrawal from an order that has not left cancels the order', async () => {
  const { orderId, jobs } = shipJobs(sellerId);
  await run('orders', jobs.slice(0, 1));
  const now = new Date().toISOString();
  const returnId = await requested(orderId, {
    withdrawal: { statedAt: now, confirmedAt: now },
    lines: [{ lineId: '1', quantity: 2 }],
  });
  const [row] = await ledger.admin`
    SELECT orders.state AS "order", "return".state AS "return", orders.cancellation ->> 'source' AS source
    FROM orders JOIN "return" ON "return".order_id = orders.id WHERE "return".id = ${returnId}`;
  expect(row).toEqual({ order: 'cancelled', return: 'completed', source: 'buyer_request' });
  expect(await mails()).toEqual(['seller_withdrawn to seller', 'withdrawal_acknowledged to zoe.lukasik']);
});

test('The clock warns once and tells of the breach once; an answer cancels both', async () => {
  const orderId = await ship();
  const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000).toISOString();
  const returnId = await requested(orderId, { requestedAt: hoursAgo(41) });
  const deadlines = () => ledger.admin<{ id: string; state: string; kind: string }[]>`
    SELECT id, state, payload ->> 'kind' AS kind FROM job WHERE queue = 'deadlines' AND name = 'meet-return-deadline'
    ORDER BY run_at`;
  const [warning, breach] = await deadlines();
  if (warning === undefined || breach === undefined) throw new Error('no deadlines');
  await markQueued(ledger, [warning.id]);
  await runRows(ledger, 'deadlines', [warning.id]);
  await runRows(ledger, 'deadlines', [warning.id]);
  expect((await mails()).filter((kind) => kind.startsWith('seller_warning'))).toHaveLength(1);
  await run('returns', [returnJob('reply', orderId, returnId, { reply: { message: 'Bonjour' } })]);
  expect((await deadlines()).map(({ kind, state }) => `${kind} ${state}`)).toEqual([
    'response_warning done',
    'response_breach cancelled',
  ]);
  const late = await requested(orderId, { requestedAt: hoursAgo(60) });
  const rows = await ledger.admin<{ id: string }[]>`
    SELECT id FROM job WHERE queue = 'deadlines' AND payload ->> 'returnId' = ${late} ORDER BY run_at DESC`;
  await markQueued(
    ledger,
    rows.map(({ id }) => id),
  );
  for (const { id } of rows) await runRows(ledger, 'deadlines', [id]);
  expect((await mails()).filter((kind) => /warning|breach/.test(kind))).toEqual([
    'seller_breach to seller',
    'seller_warning to seller',
  ]);
});

test('Receipts make stock movements of sellable units, and so does an accepted mismatch', async () => {
  const orderId = await ship();
  const returnId = await requested(orderId);
  const lines = [
    { lineId: '1', quantity: 2, condition: 'sellable' },
    { sku: 'OTHER', quantity: 1, condition: 'defective' },
  ];
  const receipt = { receivedAt: new Date().toISOString(), lines };
  await run('returns', [
    authorizeJob(orderId, returnId),
    returnJob('receive', orderId, returnId, { receipt }),
  ]);
  const movements = () => ledger.admin`SELECT sku, quantity, reason FROM stock_movement ORDER BY id`;
  expect([...(await movements())]).toEqual([{ sku: 'BOBINE', quantity: 1, reason: 'return_received' }]);
  const [row] = await ledger.admin<{ mismatches: { id: string; sku: string }[] }[]>`
    SELECT details -> 'mismatches' AS mismatches FROM "return" WHERE id = ${returnId}`;
  for (const { id } of row?.mismatches ?? []) {
    const decision = { outcome: 'accept' };
    await run('returns', [returnJob('decide-mismatch', orderId, returnId, { mismatchId: id, decision })]);
  }
  expect([...(await movements())]).toEqual([
    { sku: 'BOBINE', quantity: 1, reason: 'return_received' },
    { sku: 'BOBINE', quantity: 1, reason: 'mismatch_accepted' },
  ]);
});

test('Many are authorised with one job, each with its own result', async () => {
  const orderId = await ship();
  const good = await requested(orderId);
  const closed = await requested(orderId);
  const close = { reason: 'problem_solved' };
  await run('returns', [returnJob('close', orderId, closed, { close })]);
  const returns = [good, closed, newId()].map((returnId) => ({ orderId, returnId }));
  const job = aJob(sellerId, { queue: 'returns', name: 'authorize-many', payload: { returns } });
  expect(await run('returns', [job])).toEqual(['done']);
  const [row] = await ledger.admin<{ result: { returns: { state?: string; error?: { code: string } }[] } }[]>`
    SELECT result FROM job WHERE id = ${job.id}`;
  expect(row?.result.returns.map(({ state, error }) => state ?? error?.code)).toEqual([
    'authorized',
    'return_closed',
    'unknown_return',
  ]);
});

test('A label of the seller’s own is kept as it came, and mailed beside the slip', async () => {
  const orderId = await ship();
  const returnId = await requested(orderId);
  const bytes = Buffer.from('%PDF-1.4 any bytes: the API has looked at them');
  const label = { kind: 'uploaded', contentType: 'application/pdf', base64: bytes.toString('base64') };
  await run('returns', [authorizeJob(orderId, returnId, { label })]);
  await drawLabels();
  const [document] = await ledger.admin<{ content: Buffer }[]>`
    SELECT content FROM return_document WHERE format = 'uploaded'`;
  expect(document?.content.equals(bytes)).toBe(true);
  const [mail] = await ledger.admin<{ attachments: { format: string }[] }[]>`
    SELECT attachments FROM mail WHERE message_id LIKE '<return_buyer_authorized%'`;
  expect(mail?.attachments.map(({ format }) => format)).toEqual(['return.pdf', 'uploaded']);

  const documents = { returnAddress: { ...aReturnAddress, city: 'Roubaix' } };
  await run('returns', [returnJob('replace-documents', orderId, returnId, { documents })]);
  await drawLabels();
  const kept = await ledger.admin<{ version: number; content: Buffer }[]>`
    SELECT version, content FROM return_document WHERE format = 'uploaded' ORDER BY version`;
  expect(kept.map(({ version, content }) => `${version} ${content.equals(bytes)}`)).toEqual([
    '1 true',
    '2 true',
  ]);
});

test('A refused press of a link gives the link back; an accepted one keeps it', async () => {
  const orderId = await ship();
  const returnId = await requested(orderId);
  const keep = (key: string, jobId: string) => ledger.admin`
    INSERT INTO idempotency_key (seller_id, scope, key, request_hash, job_id)
    VALUES (${sellerId}, 'link', ${key}, 'hash', ${jobId})`;
  const press = async (key: string, authorize: object): Promise<string[]> => {
    const job = returnJob('authorize', orderId, returnId, { authorize, link: key });
    await keep(key, job.id);
    return run('returns', [job]);
  };
  expect(await press('refused', { returnAddressId: 'nowhere' })).toEqual(['unknown_return_address']);
  expect(await press('accepted', {})).toEqual(['done']);
  const keys = await ledger.admin<{ key: string }[]>`SELECT key FROM idempotency_key WHERE scope = 'link'`;
  expect(keys.map(({ key }) => key)).toEqual(['accepted']);
});
