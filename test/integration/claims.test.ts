import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type AddedClaimPhoto, addClaimPhoto } from '../../db/repositories/claims/add-claim-photo.ts';
import { findClaim } from '../../db/repositories/claims-read/find-claim.ts';
import { findClaimPhoto } from '../../db/repositories/claims-read/find-claim-photo.ts';
import { findClaimRefs } from '../../db/repositories/claims-read/find-claim-refs.ts';
import { listClaims } from '../../db/repositories/claims-read/list-claims.ts';
import { listReimbursements } from '../../db/repositories/claims-read/list-reimbursements.ts';
import { readClaimPhotos } from '../../db/repositories/claims-read/read-claim-photos.ts';
import { readClaimReport } from '../../db/repositories/claims-read/read-claim-report.ts';
import { readUnclaimed } from '../../db/repositories/claims-read/read-unclaimed.ts';
import type { NewJob } from '../../db/repositories/jobs/insert-jobs.ts';
import { saveSetting } from '../../db/repositories/settings/save-setting.ts';
import type { QueueName } from '../../queues/registry.ts';
import type { Claim } from '../../src/domain/claims/claim.ts';
import { newId } from '../../src/platform/ids.ts';
import { createClaimsHandler } from '../../workers/handlers/claims.handler.ts';
import { addJobs, aJob, type Ledger, markQueued, openLedger, rowOf } from '../support/ledger-fixture.ts';
import { runRows } from './runtime/cases.ts';
import { aDraft, aReturnAddress, daysAgo, nextNumber, placeJob, requestJob } from './runtime/samples.ts';

let ledger: Ledger;
let sellerId: string;

beforeAll(async () => {
  ledger = await openLedger();
});
beforeEach(async () => {
  sellerId = await ledger.newSeller();
  await channel({ sellerEmail: 'seller@example.test' });
});
afterAll(() => ledger.close());

const channel = (value: object, expectedVersion: number | null = null) =>
  saveSetting(
    ledger.database,
    sellerId,
    { kind: 'channel', key: 'shop' },
    {
      value: { returnAddresses: [aReturnAddress], ...value },
      expectedVersion,
    },
  );

const claimsPolicy = (claims: object) =>
  saveSetting(
    ledger.database,
    sellerId,
    { kind: 'refund-policy', key: '' },
    {
      value: { claims },
      expectedVersion: null,
    },
  );

const handler = createClaimsHandler({
  mailDomain: 'navette.test',
  links: { publicUrl: 'http://navette.test', linkSecrets: ['a link secret of more than 32 characters'] },
});

const runId = (queue: QueueName, id: string) =>
  runRows(ledger, queue, [id], queue === 'claims' ? { handler: handler as never } : {});

/** Each in a transaction of its own, all at the same time; gives how they ended. */
const runAtOnce = async (queue: QueueName, jobs: readonly NewJob[]): Promise<string[]> => {
  await addJobs(ledger, jobs);
  const ids = jobs.map(({ id }) => id);
  await markQueued(ledger, ids);
  await Promise.all(ids.map((id) => runId(queue, id)));
  return Promise.all(
    ids.map(async (id) => {
      const { state, error } = await rowOf(ledger, id);
      return error?.code ?? state;
    }),
  );
};

const run = async (queue: QueueName, job: NewJob): Promise<string> =>
  (await runAtOnce(queue, [job]))[0] ?? '';

/** What waits for the claims by now. */
const workOffClaims = async (): Promise<void> => {
  const rows = await ledger.admin<{ id: string }[]>`
    SELECT id FROM job WHERE seller_id = ${sellerId} AND queue = 'claims' AND state = 'waiting' AND run_at <= now()
    ORDER BY id`;
  const ids = rows.map(({ id }) => id);
  await markQueued(ledger, ids);
  for (const id of ids) await runId('claims', id);
};

interface Shipped {
  readonly orderId: string;
  readonly shipmentId: string;
  readonly trackingNumber: string;
}

/** Three units of one line in one parcel, which left weeks ago and was heard of no more. */
const ship = async (changes: Parameters<typeof aDraft>[0] = {}, shippedDaysAgo = 30): Promise<Shipped> => {
  const [orderId, shipmentId, trackingNumber] = [newId(), newId(), nextNumber()];
  const draft = aDraft({
    placedAt: daysAgo(shippedDaysAgo + 1),
    lines: [
      {
        lineId: '1',
        sku: 'BOBINE',
        title: 'Bobine de fil',
        quantity: 3,
        unitPriceMinor: 1_200,
        taxMinor: 600,
      },
    ],
    ...changes,
  });
  const shipment = { carrier: 'colissimo', trackingNumber, shippedAt: daysAgo(shippedDaysAgo) };
  expect(await run('orders', placeJob(sellerId, draft, orderId))).toBe('done');
  const payload = { orderId, shipmentId, shipment };
  expect(await run('orders', aJob(sellerId, { name: 'record-shipment', payload }))).toBe('done');
  return { orderId, shipmentId, trackingNumber };
};

/** Wakes a parcel by the deadline that was set when it left; old data has none. */
const wake = async ({ shipmentId }: Shipped): Promise<void> => {
  const rows = await ledger.admin<{ id: string }[]>`
    SELECT id FROM job WHERE unique_key = ${`lost:${shipmentId}`} AND state = 'waiting'`;
  const ids = rows.map(({ id }) => id);
  await markQueued(ledger, ids);
  for (const id of ids) await runId('deadlines', id);
  await workOffClaims();
};

const scan = async ({ trackingNumber }: Shipped, code: string): Promise<void> => {
  const event = { carrier: 'colissimo', trackingNumber, code, occurredAt: daysAgo(0.01) };
  await run('tracking', aJob(sellerId, { queue: 'tracking', name: 'record', payload: { events: [event] } }));
  await workOffClaims();
};

const claimJob = (name: string, payload: object): NewJob =>
  aJob(sellerId, { queue: 'claims', name, payload: payload as NewJob['payload'] });

const openJob = ({ orderId }: Shipped, kind: string, lines: object[] | null = null): NewJob =>
  claimJob('open', { orderId, claimId: newId(), claim: { kind, lines } });

const submitJob = ({ id: claimId, orderId }: Claim): NewJob => claimJob('submit', { orderId, claimId });

const decideJob = ({ id: claimId, orderId }: Claim, decision: object): NewJob =>
  claimJob('decide', { orderId, claimId, decision });

const everything = { state: null, kind: null, orderId: null, channel: null, unclaimed: false };

const claimsOf = async (orderId: string): Promise<Claim[]> => {
  const page = { limit: 200, after: null };
  const found = await listClaims(ledger.database, sellerId, { ...everything, orderId }, page);
  return found.map(({ claim }) => claim).reverse();
};

const theClaim = async ({ orderId }: Shipped): Promise<Claim> => {
  const claims = await claimsOf(orderId);
  const [claim] = claims;
  if (claim === undefined || claims.length > 1) throw new Error(`${claims.length} claims`);
  return claim;
};

const mails = async (): Promise<string[]> => {
  const rows = await ledger.admin<{ kind: string; recipient: string }[]>`
    SELECT recipient, substring(message_id from '^<(claim_.*)_[^_]+\\.') AS kind FROM mail
    WHERE seller_id = ${sellerId} AND message_id LIKE '<claim!_%' ESCAPE '!' ORDER BY id`;
  return rows.map(({ kind, recipient }) => `${kind} to ${recipient.split('@')[0]}`);
};

const deadlines = async (): Promise<string[]> => {
  const rows = await ledger.admin<{ kind: string }[]>`
    SELECT split_part(unique_key, ':', 2) AS kind FROM job
    WHERE seller_id = ${sellerId} AND unique_key LIKE 'claim:%' AND state = 'waiting' ORDER BY run_at`;
  return rows.map(({ kind }) => kind);
};

/** Lets a claim's time pass, and runs the deadline that comes with it. */
const passTo = async ({ id, orderId }: Claim, kind: string, daysBefore: number): Promise<void> => {
  await ledger.admin`
    UPDATE claim SET closes_at = now() + make_interval(days => ${daysBefore}) WHERE id = ${id}`;
  await run('claims', claimJob('meet-deadline', { orderId, claimId: id, kind }));
};

const photo = (text: string) => {
  const content = Buffer.from(text);
  const sha256 = createHash('sha256').update(content).digest('hex');
  return { id: newId(), contentType: 'image/jpeg', width: 40, height: 30, sha256, content };
};

const addPhoto = (claimId: string, text: string): Promise<AddedClaimPhoto> =>
  addClaimPhoto(ledger.database, sellerId, claimId, photo(text));

test('A lost parcel is found once, claimed by the link in the mail, approved and paid once', async () => {
  const parcel = await ship();
  await Promise.all([wake(parcel), run('claims', claimJob('detect', parcel))]);
  await run('claims', claimJob('detect', parcel));
  const found = await theClaim(parcel);
  expect(found).toMatchObject({ kind: 'lost', state: 'eligible', amountMinor: 3_000, currency: 'EUR' });
  expect(await deadlines()).toEqual(['closing_soon', 'closing_very_soon', 'closing']);
  expect(await mails()).toEqual(['claim_eligible to seller']);
  const [mail] = await ledger.admin<{ text: string; headers: object }[]>`
    SELECT text, headers FROM mail WHERE seller_id = ${sellerId} AND message_id LIKE '<claim!_%' ESCAPE '!'`;
  expect(mail?.text).toContain('http://navette.test/r/');
  expect(mail?.text).toContain(parcel.trackingNumber);
  expect(mail?.headers).toHaveProperty('List-Unsubscribe');

  expect(await run('claims', openJob(parcel, 'lost'))).toBe('done');
  expect(await theClaim(parcel)).toMatchObject({ id: found.id, state: 'opened' });
  expect(await runAtOnce('claims', [submitJob(found), submitJob(found)])).toEqual(['done', 'done']);
  expect(await deadlines()).toEqual([]);
  expect(await run('claims', decideJob(found, { outcome: 'approved', amountMinor: 2_500 }))).toBe('done');

  const paying = decideJob(found, { outcome: 'reimbursed' });
  await addJobs(ledger, [paying]);
  await markQueued(ledger, [paying.id]);
  await Promise.all([runId('claims', paying.id), runId('claims', paying.id)]);
  expect(await run('claims', decideJob(found, { outcome: 'reimbursed' }))).toBe('done');
  expect((await rowOf(ledger, paying.id)).result).toEqual({
    claimId: found.id,
    state: 'reimbursed',
    amountMinor: 3_000,
    currency: 'EUR',
    closesAt: found.closesAt,
  });
  const paid = await theClaim(parcel);
  expect(paid.steps.map(({ type, actor }) => `${type} by ${actor}`)).toEqual([
    'eligible by system',
    'opened by seller',
    'submitted by seller',
    'approved by seller',
    'reimbursed by seller',
  ]);
  expect(await listReimbursements(ledger.database, sellerId, { limit: 10, after: null })).toEqual([
    {
      claimId: found.id,
      orderId: parcel.orderId,
      channel: 'shop',
      currency: 'EUR',
      amountMinor: 2_500,
      paidAt: paid.reimbursedAt,
    },
  ]);
});

test('A delivery withdraws what nobody has submitted, and is told of what somebody has', async () => {
  const parcel = await ship();
  await wake(parcel);
  await scan(parcel, 'delivered');
  expect(await theClaim(parcel)).toMatchObject({ state: 'withdrawn' });
  expect(await deadlines()).toEqual([]);
  expect(await run('claims', submitJob(await theClaim(parcel)))).toBe('parcel_delivered');
  expect(await run('claims', openJob(parcel, 'lost'))).toBe('parcel_delivered');

  const other = await ship();
  await wake(other);
  const claim = await theClaim(other);
  await run('claims', submitJob(claim));
  await scan(other, 'delivered');
  await scan(other, 'delivered');
  expect(await theClaim(other)).toMatchObject({ state: 'submitted' });
  expect(await mails()).toEqual([
    'claim_eligible to seller',
    'claim_eligible to seller',
    'claim_delivered to seller',
  ]);
});

test('Nobody claims: two reminders, each once, and it expires', async () => {
  const parcel = await ship();
  await wake(parcel);
  const claim = await theClaim(parcel);
  await passTo(claim, 'closing_soon', 14);
  await passTo(claim, 'closing_soon', 14);
  await passTo(claim, 'closing_very_soon', 2);
  expect(await deadlines()).toEqual(['closing']);
  await passTo(claim, 'closing', 0);
  await passTo(claim, 'closing', 0);
  expect(await theClaim(parcel)).toMatchObject({ state: 'expired' });
  expect(await deadlines()).toEqual([]);
  expect(await mails()).toEqual([
    'claim_eligible to seller',
    'claim_closing to seller',
    'claim_closing to seller',
    'claim_expired to seller',
  ]);
  expect(await run('claims', submitJob(claim))).toBe('claim_closed');
  expect(await run('claims', openJob(parcel, 'lost'))).toBe('claim_closed');
});

test('By policy a lost parcel is claimed by itself, at its cost', async () => {
  await claimsPolicy({ autoFile: true, basis: 'unit_cost', capPerUnitMinor: 500, closingDays: 60 });
  const lines = [
    { lineId: '1', sku: 'A', title: 'Bobine', quantity: 2, unitPriceMinor: 1_200, unitCostMinor: 700 },
    { lineId: '2', sku: 'B', title: 'Aiguille', quantity: 1, unitPriceMinor: 300 },
  ];
  const parcel = await ship({ lines });
  await wake(parcel);
  expect(await theClaim(parcel)).toMatchObject({
    state: 'submitted',
    basis: 'unit_cost',
    amountMinor: 1_000,
    lines: [{ lineId: '1', quantity: 2, amountMinor: 1_000 }],
  });
  expect(await mails()).toEqual(['claim_submitted to seller']);
});

test('A seller who wants one mail a day gets no other, and old data raises nothing', async () => {
  await channel({ sellerEmail: 'seller@example.test', alerts: 'daily' }, 1);
  const parcel = await ship();
  await wake(parcel);
  const { id: claimId } = await theClaim(parcel);
  const entries = await ledger.admin<{ topic: object }[]>`
    SELECT topic FROM digest_entry WHERE seller_id = ${sellerId} AND topic ->> 'kind' = 'claim'`;
  expect(entries.map(({ topic }) => topic)).toMatchObject([{ claimId, notice: 'claim_eligible' }]);
  const old = await ship({ historical: true });
  await wake(old);
  expect(await claimsOf(old.orderId)).toEqual([]);
  expect(await run('claims', openJob(old, 'lost'))).toBe('done');
  expect(await mails()).toEqual([]);
});

test('What a return tells of is claimed once, with photographs', async () => {
  const parcel = await ship();
  await scan(parcel, 'delivered');
  const { orderId } = parcel;
  const { returnId, job } = requestJob(sellerId, orderId, {
    lines: [{ lineId: '1', quantity: 2, reason: 'item_and_box_damaged' }],
  });
  const returnJob = (name: string, more: object) =>
    aJob(sellerId, { queue: 'returns', name, payload: { orderId, returnId, ...more } });
  const receipt = {
    receivedAt: daysAgo(0.001),
    lines: [{ lineId: '1', quantity: 2, condition: 'carrier_damaged' }],
  };
  for (const one of [job, returnJob('authorize', { authorize: {} }), returnJob('receive', { receipt })]) {
    expect(await run('returns', one)).toBe('done');
  }
  await run('claims', claimJob('detect', { orderId, returnId }));
  await run('claims', claimJob('detect', { orderId, returnId }));
  const claim = await theClaim(parcel);
  expect(claim).toMatchObject({
    kind: 'damaged',
    returnId,
    amountMinor: 2_000,
    eligibleAt: receipt.receivedAt,
  });
  expect(await run('claims', submitJob(claim))).toBe('photos_missing');

  // The same twice, and two more than there is room for, all at once.
  const names = ['0', ...Array.from({ length: 12 }, (_, n) => String(n))];
  const added = await Promise.all(names.map((name) => addPhoto(claim.id, name)));
  expect(added.filter(({ kind }) => kind === 'added')).toHaveLength(10);
  expect(added.filter(({ kind }) => kind === 'full').length).toBeGreaterThanOrEqual(2);
  const full = await findClaim(ledger.database, sellerId, claim.id);
  expect(full?.photos).toHaveLength(10);
  expect(full?.photos[0]).toMatchObject({ contentType: 'image/jpeg', width: 40, height: 30 });
  const stored = await readClaimPhotos(ledger.database, sellerId, claim.id);
  const first = stored[0];
  if (first === undefined) throw new Error('no photograph');
  expect(await findClaimPhoto(ledger.database, sellerId, claim.id, first.photoId)).toMatchObject({
    contentType: 'image/jpeg',
    content: first.content,
  });
  expect(first.bytes).toBe(first.content.length);
  expect(await run('claims', submitJob(claim))).toBe('done');
  expect(await addPhoto(claim.id, 'late')).toEqual({ kind: 'closed' });
  expect(await addPhoto(newId(), 'nowhere')).toEqual({ kind: 'unknown_claim' });
  const stranger = await ledger.newSeller();
  expect(await addClaimPhoto(ledger.database, stranger, claim.id, photo('x'))).toEqual({
    kind: 'unknown_claim',
  });
});

test('Of twenty who claim the same units at once one wins', async () => {
  const parcel = await ship();
  const lines = [{ lineId: '1', quantity: 2 }];
  const ends = await runAtOnce(
    'claims',
    Array.from({ length: 20 }, () => openJob(parcel, 'lost', lines)),
  );
  expect(ends.filter((end) => end === 'done')).toHaveLength(1);
  expect(ends.filter((end) => end === 'units_claimed')).toHaveLength(19);
  expect(await run('claims', claimJob('submit', { orderId: parcel.orderId, claimId: newId() }))).toBe(
    'unknown_claim',
  );
  expect(await run('claims', claimJob('reconsider', { orderId: newId() }))).toBe('unknown_order');
});

test('Lists, totals and the report agree, and show nobody else anything', async () => {
  const parcels = [await ship({}, 20), await ship({}, 40), await ship({}, 30)];
  for (const parcel of parcels) await wake(parcel);
  const [young, old, middle] = await Promise.all(parcels.map(theClaim));
  if (young === undefined || old === undefined || middle === undefined) throw new Error('no claims');
  await run('claims', submitJob(middle));
  const { database } = ledger;
  const list = async (query: object, page = { limit: 10, after: null as string | null }) =>
    (await listClaims(database, sellerId, { ...everything, ...query }, page)).map(({ claim }) => claim.id);
  expect(await list({})).toEqual([middle.id, old.id, young.id]);
  expect(await list({}, { limit: 1, after: middle.id })).toEqual([old.id]);
  expect(await list({ unclaimed: true })).toEqual([old.id, young.id]);
  expect(await list({ state: 'submitted', kind: 'lost', channel: 'shop' })).toEqual([middle.id]);
  expect(await list({ kind: 'damaged' })).toEqual([]);

  const asOf = new Date(Date.parse(old.closesAt) - 14 * 86_400_000).toISOString();
  expect(await readUnclaimed(database, sellerId, asOf)).toEqual([
    { currency: 'EUR', count: 2, amountMinor: 6_000, closingSoonCount: 1, nextClosesAt: old.closesAt },
  ]);
  expect(await readUnclaimed(database, sellerId, old.closesAt)).toMatchObject([{ count: 1 }]);

  const span = { from: old.eligibleAt, until: young.eligibleAt, channel: 'shop' };
  const report = (after: { at: string; id: string } | null) =>
    readClaimReport(database, sellerId, span, { after, limit: 1 });
  expect((await report(null)).map(({ id }) => id)).toEqual([old.id]);
  expect(await report({ at: old.eligibleAt, id: old.id })).toEqual([await theClaim(parcels[2] as Shipped)]);
  expect(await report({ at: middle.eligibleAt, id: middle.id })).toEqual([]);

  const { orderId, channelOrderId } = old;
  expect(await findClaimRefs(database, sellerId, old.id)).toEqual({
    claimId: old.id,
    orderId,
    channel: 'shop',
    channelOrderId,
  });
  const stranger = await ledger.newSeller();
  expect(await findClaimRefs(database, stranger, old.id)).toBeNull();
  expect(await findClaim(database, stranger, old.id)).toBeNull();
  expect(await listClaims(database, stranger, everything, { limit: 10, after: null })).toEqual([]);
  expect(await readUnclaimed(database, stranger, asOf)).toEqual([]);
});
