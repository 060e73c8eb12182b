import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { countCancellations } from '../../db/repositories/cancellations-read/count-cancellations.ts';
import { findCancellationRequest } from '../../db/repositories/cancellations-read/find-cancellation-request.ts';
import { listCancellationRequests } from '../../db/repositories/cancellations-read/list-cancellation-requests.ts';
import { readCancellationReport } from '../../db/repositories/cancellations-read/read-cancellation-report.ts';
import type { Finish } from '../../db/repositories/jobs/finish-jobs.ts';
import { insertJobs } from '../../db/repositories/jobs/insert-jobs.ts';
import { getContract, type JobName, type PayloadInput } from '../../queues/registry.ts';
import { type CancellationFacts, cancellationRates } from '../../src/domain/cancellations/rates.ts';
import { newId } from '../../src/platform/ids.ts';
import { readLink } from '../../src/platform/link-tokens.ts';
import { createCancellationsHandler } from '../../workers/handlers/cancellations.handler.ts';
import { createDeadlinesHandler } from '../../workers/handlers/deadlines.handler.ts';
import { createOrdersHandler } from '../../workers/handlers/orders.handler.ts';
import { createReturnsHandler } from '../../workers/handlers/returns.handler.ts';
import { runDeciding } from '../../workers/runtime/run-deciding.ts';
import { aJob, emptyLedger, type Ledger, openLedger, silent } from '../support/ledger-fixture.ts';
import {
  aRecord,
  mailing,
  mailsTo,
  messageJob,
  runDeadlines,
  runMessageJobs,
  setChannel,
} from '../support/messages-fixture.ts';
import { aDraft, aPendingDraft, daysAgo, nextNumber } from './runtime/samples.ts';

let ledger: Ledger;
let sellerId: string;

beforeAll(async () => {
  ledger = await openLedger();
});
beforeEach(async () => {
  await emptyLedger(ledger);
  sellerId = await ledger.newSeller();
});
afterAll(() => ledger.close());

const handlers = {
  orders: createOrdersHandler(mailing),
  cancellations: createCancellationsHandler(mailing),
  returns: createReturnsHandler(mailing),
  deadlines: createDeadlinesHandler(mailing),
};
type Queue = keyof typeof handlers;

/** Does a job as a carrier would, and gives how it ended: its result, or the code of its refusal. */
const run = async <Q extends Queue, J extends JobName<Q>>(
  queue: Q,
  name: J,
  payload: PayloadInput<Q, J>,
): Promise<unknown> => {
  const job = { ...aJob(sellerId, { queue, name, payload }) };
  const [finish]: readonly Finish[] = await ledger.database.asSellers([sellerId], async (tx) => {
    await insertJobs(tx, [{ ...job, carrier: job.id }]);
    return runDeciding(tx, getContract(queue) as never, handlers[queue] as never, {
      ids: [job.id],
      logger: silent,
    });
  });
  if (finish?.state === 'rejected') return finish.error?.code;
  if (finish?.state !== 'done') throw new Error(`The job ended as ${finish?.state}`);
  return finish.result;
};

const bobbins = (lineId: string, quantity: number) => ({
  lineId,
  sku: `SKU-${lineId}`,
  title: `Bobine ${lineId}`,
  quantity,
  unitPriceMinor: 1_250,
});

/** Two bobbins of one kind and one of another, for 37.50 and 4.90 of shipping. */
const place = async (changes: Parameters<typeof aDraft>[0] = {}): Promise<string> => {
  const orderId = newId();
  const draft = aDraft({
    placedAt: daysAgo(1),
    lines: [bobbins('1', 2), bobbins('2', 1)],
    shippingMinor: 490,
    ...changes,
  });
  expect(await run('orders', 'place', { orderId, draft })).toMatchObject({ orderId });
  return orderId;
};

const ship = (orderId: string, lines?: { lineId: string; quantity: number }[]) =>
  run('orders', 'record-shipment', {
    orderId,
    shipmentId: newId(),
    shipment: { carrier: 'colissimo', trackingNumber: nextNumber(), shippedAt: daysAgo(0.1), lines },
  });

type Cancel = PayloadInput<'cancellations', 'cancel'>['cancel'];
const cancel = (orderId: string, changes: Partial<Cancel> = {}) =>
  run('cancellations', 'cancel', { orderId, refundId: newId(), cancel: { source: 'seller', ...changes } });

type Asked = PayloadInput<'cancellations', 'request'>['request'];
const request = async (orderId: string, changes: Partial<Asked> = {}): Promise<string> => {
  const requestId = newId();
  expect(
    await run('cancellations', 'request', {
      orderId,
      requestId,
      request: { requestedAt: daysAgo(0.5), ...changes },
    }),
  ).toEqual({ requestId, orderId, state: 'requested' });
  return requestId;
};

const kindOf = (messageId: string): string =>
  /^<(cancellation_confirmed|cancellation_request_received|cancellation_request_refused|cancellation_requested|how_to_cancel)/.exec(
    messageId,
  )?.[1] ?? 'other';

const mails = async () =>
  (await mailsTo(ledger, sellerId)).map((mail) => ({ ...mail, kind: kindOf(mail.messageId) }));
const mailKinds = async () =>
  (await mails()).map(({ kind, recipient }) => `${kind} to ${recipient.split('@')[0]}`).sort();

const stateOf = async (requestId: string) =>
  (await findCancellationRequest(ledger.database, sellerId, requestId))?.state;

const report = (limit = 50, after: Parameters<typeof readCancellationReport>[3]['after'] = null) =>
  readCancellationReport(
    ledger.database,
    sellerId,
    { from: null, until: null, channel: null },
    { after, limit },
  );

const refunds = () => ledger.admin<{ orderId: string; id: string; amountMinor: number }[]>`
  SELECT id, order_id AS "orderId", amount_minor::int AS "amountMinor" FROM refund ORDER BY id`;

/** The link of that action in a mail. */
const linkIn = (text: string, action: 'decide_cancellation' | 'request_cancellation') => {
  const [, token = ''] = /http:\/\/navette\.test\/r\/([\w-]+)/.exec(text) ?? [];
  const result = readLink(token, {
    actions: [action],
    secrets: mailing.links.linkSecrets,
    now: new Date().toISOString(),
  });
  return result.ok ? result.link : result.error;
};

describe('A cancellation', () => {
  test('of a whole order refunds all of it in the same breath, and is told and reported', async () => {
    const orderId = await place();
    const refundId = newId();
    const done = await run('cancellations', 'cancel', {
      orderId,
      refundId,
      cancel: { source: 'seller', reason: 'out of stock' },
    });
    expect(done).toEqual({ orderId, state: 'cancelled', refundId });
    expect(await refunds()).toEqual([{ id: refundId, orderId, amountMinor: 4_240 }]);
    const [mail, ...others] = await mails();
    expect(others).toEqual([]);
    expect(mail).toMatchObject({ kind: 'cancellation_confirmed', recipient: 'zoe.lukasik@example.test' });
    expect(mail?.text).toContain('42,40');
    expect(await report()).toMatchObject([
      {
        orderId,
        source: 'seller',
        reason: 'out of stock',
        whole: true,
        requestId: null,
        lines: [
          { lineId: '1', quantity: 2 },
          { lineId: '2', quantity: 1 },
        ],
      },
    ]);
    expect(await cancel(orderId)).toBe('order_called_off');
    expect((await refunds()).length).toBe(1);
  });

  test('by line and quantity leaves the rest; each part is refunded, told and reported by itself', async () => {
    const orderId = await place();
    await cancel(orderId, { lines: [{ lineId: '1', quantity: 1 }] });
    await cancel(orderId, { source: 'buyer_message', lines: [{ lineId: '1', quantity: 1 }] });
    expect(await ship(orderId)).toMatchObject({ state: 'shipped' });
    expect((await refunds()).map(({ amountMinor }) => amountMinor)).toEqual([1_250, 1_250]);
    expect(await mailKinds()).toEqual(Array(2).fill('cancellation_confirmed to zoe.lukasik'));
    const [first] = await report(1);
    if (first === undefined) throw new Error('The report is empty');
    const next = await report(1, { at: first.cancelledAt, id: first.id });
    expect([first, ...next].map(({ source, whole }) => [source, whole])).toEqual([
      ['seller', false],
      ['buyer_message', false],
    ]);
    expect(await cancel(orderId)).toBe('already_shipped');
  });

  test('asked for twenty times at once, while the parcel leaves, happens once or not at all', async () => {
    const orderId = await place();
    const [shipped, ...cancelled] = await Promise.all([
      ship(orderId),
      ...Array.from({ length: 20 }, () => cancel(orderId)),
    ]);
    const whole = cancelled.filter((end) => typeof end === 'object');
    const isShipped = typeof shipped === 'object';
    expect(whole.length).toBe(isShipped ? 0 : 1);
    const refused = isShipped ? 'already_shipped' : 'order_called_off';
    expect(cancelled.filter((end) => end === refused).length).toBe(20 - whole.length);
    expect((await refunds()).length).toBe(whole.length);
    expect((await report()).length).toBe(whole.length);
  });

  test('of the rest of what has partly left makes the order shipped', async () => {
    const orderId = await place();
    await ship(orderId, [{ lineId: '1', quantity: 2 }]);
    expect(await cancel(orderId)).toMatchObject({ orderId, state: 'shipped' });
    expect((await refunds()).map(({ amountMinor }) => amountMinor)).toEqual([1_250]);
  });

  test('waits for the payment, and the order it names must be there', async () => {
    const orderId = newId();
    await run('orders', 'place', { orderId, draft: aPendingDraft(1) });
    expect(await cancel(orderId)).toBe('order_pending');
    expect(await cancel(newId())).toBe('unknown_order');
    expect(await mailKinds()).toEqual([]);
  });

  test('of old data is kept, and nobody is written to', async () => {
    const orderId = await place({ historical: true });
    expect(await cancel(orderId)).toEqual({ orderId, state: 'cancelled' });
    expect(await mailKinds()).toEqual([]);
    expect(await report()).toMatchObject([{ orderId, whole: true }]);
  });

  test('by the system is told to the buyer with what comes back; an unpaid one to nobody without an address', async () => {
    await ledger.admin`
      INSERT INTO setting (seller_id, kind, key, version, value)
      SELECT ${sellerId}, 'delivery-policy', '', 1, ${ledger.admin.json(policyThatCancels as never)}`;
    const paid = await place({ placedAt: daysAgo(40) });
    const unpaid = newId();
    await run('orders', 'place', { orderId: unpaid, draft: aPendingDraft(30) });
    await runDeadlines(ledger, sellerId);
    const told = await mails();
    expect(told.map(({ kind }) => kind)).toEqual(['cancellation_confirmed']);
    expect(told[0]?.text).toContain('42,40');
    const rows = await report();
    expect(rows.map(({ orderId, source, reason }) => [orderId, source, reason]).sort()).toEqual(
      [
        [paid, 'system', 'not_shipped'],
        [unpaid, 'system', 'payment_expired'],
      ].sort(),
    );
    expect(rows.find(({ orderId }) => orderId === paid)?.lines).toHaveLength(2);
  });

  test('by a withdrawal is in the report, and the withdrawal is what the buyer is told of', async () => {
    const orderId = await place();
    const returnId = newId();
    await run('returns', 'request', {
      orderId,
      returnId,
      request: {
        requestedBy: 'buyer',
        withdrawal: { statedAt: daysAgo(0.2), confirmedAt: daysAgo(0.1) },
        lines: [
          { lineId: '1', quantity: 2 },
          { lineId: '2', quantity: 1 },
        ],
      },
    });
    expect(await report()).toMatchObject([{ source: 'buyer_request', reason: 'withdrawal', whole: true }]);
    expect(await mailKinds()).not.toContain('cancellation_confirmed to zoe.lukasik');
  });
});

describe('An official request', () => {
  test('is told to both, whatever notices the seller wants, and the link names it', async () => {
    await setChannel(ledger, sellerId, { sellerEmail: 'seller@example.test', alerts: 'off' });
    const orderId = await place();
    const requestId = await request(orderId, { reason: 'Commandé deux fois' });
    expect(await mailKinds()).toEqual([
      'cancellation_request_received to zoe.lukasik',
      'cancellation_requested to seller',
    ]);
    const toSeller = (await mails()).find(({ recipient }) => recipient === 'seller@example.test');
    expect(toSeller?.text).toContain('Commandé deux fois');
    expect(toSeller?.text).not.toContain('zoe.lukasik');
    expect(linkIn(toSeller?.text ?? '', 'decide_cancellation')).toMatchObject({
      sellerId,
      thingId: requestId,
    });
    const again = { orderId, requestId: newId(), request: { requestedAt: daysAgo(0.4) } };
    expect(await run('cancellations', 'request', again)).toBe('request_open');
    expect((await mails()).length).toBe(2);
  });

  test('carries no link where the seller wants none', async () => {
    await setChannel(ledger, sellerId, { sellerEmail: 'seller@example.test', actionLinks: false });
    await request(await place());
    const toSeller = (await mails()).find(({ recipient }) => recipient === 'seller@example.test');
    expect(toSeller?.text).not.toContain('/r/');
  });

  test('that is accepted cancels what it asks for, once, and the report names it', async () => {
    const orderId = await place();
    const requestId = await request(orderId, { lines: [{ lineId: '1', quantity: 2 }], reason: 'trop' });
    await ship(orderId, [{ lineId: '1', quantity: 1 }]);
    const accepted = await cancel(orderId, { source: 'buyer_request', requestId });
    expect(accepted).toMatchObject({ orderId, state: 'unshipped', requestId });
    expect(await stateOf(requestId)).toBe('accepted');
    const [row] = await report();
    expect(row).toMatchObject({ requestId, reason: 'trop', lines: [{ lineId: '1', quantity: 1 }] });
    expect(row?.requestedAt).not.toBeNull();
    expect(await cancel(orderId, { source: 'buyer_request', requestId })).toBe('request_decided');
    expect(await mailKinds()).toEqual([
      'cancellation_confirmed to zoe.lukasik',
      'cancellation_request_received to zoe.lukasik',
    ]);
  });

  test('of another order is none of this one; the open one is accepted unnamed', async () => {
    const [orderId, other] = [await place(), await place()];
    const requestId = await request(orderId);
    expect(await cancel(other, { source: 'buyer_request', requestId })).toBe('unknown_request');
    expect(await cancel(orderId, { source: 'buyer_request' })).toMatchObject({
      state: 'cancelled',
      requestId,
    });
    expect(await stateOf(requestId)).toBe('accepted');
  });

  test('that is refused is answered with the words of the seller, and the next one may come', async () => {
    const orderId = await place();
    const requestId = await request(orderId);
    const refuse = () =>
      run('cancellations', 'refuse-request', { orderId, requestId, refusal: { message: 'Déjà emballé.' } });
    expect(await refuse()).toEqual({ requestId, orderId, state: 'refused' });
    expect(await refuse()).toBe('request_decided');
    const told = (await mails()).filter(({ kind }) => kind === 'cancellation_request_refused');
    expect(told.map(({ text }) => text.includes('Déjà emballé.'))).toEqual([true]);
    expect(told[0]?.text).toContain('http://navette.test/withdraw');
    await request(orderId);
    const open = await listCancellationRequests(
      ledger.database,
      sellerId,
      { state: 'requested', orderId, channel: 'shop' },
      { limit: 10, after: null },
    );
    expect(open.map(({ id }) => id)).not.toContain(requestId);
    const all = await listCancellationRequests(
      ledger.database,
      sellerId,
      { state: null, orderId: null, channel: null },
      { limit: 1, after: open[0]?.id ?? '' },
    );
    expect(all.map(({ id }) => id)).toEqual([requestId]);
    expect(await findCancellationRequest(ledger.database, newId(), requestId)).toBeNull();
  });

  test('lapses when all of it has left, and the buyer hears what is left to do', async () => {
    const orderId = await place();
    const requestId = await request(orderId, { lines: [{ lineId: '2', quantity: 1 }] });
    await ship(orderId, [{ lineId: '1', quantity: 2 }]);
    expect(await stateOf(requestId)).toBe('requested');
    await ship(orderId);
    expect(await stateOf(requestId)).toBe('lapsed');
    const told = (await mails()).filter(({ kind }) => kind === 'cancellation_request_refused');
    expect(told.map(({ text }) => text.includes('http://navette.test/withdraw'))).toEqual([true]);
  });

  test('lapses in silence when the order is called off otherwise: the buyer hears of that', async () => {
    const orderId = await place();
    const requestId = await request(orderId);
    await cancel(orderId, { source: 'seller' });
    expect(await stateOf(requestId)).toBe('lapsed');
    expect(await mailKinds()).toEqual([
      'cancellation_confirmed to zoe.lukasik',
      'cancellation_request_received to zoe.lukasik',
    ]);
  });

  test('is refused for what has left or was never paid', async () => {
    const shipped = await place();
    await ship(shipped);
    const pending = newId();
    await run('orders', 'place', { orderId: pending, draft: aPendingDraft(1) });
    const codes = await Promise.all(
      [shipped, pending].map((orderId) =>
        run('cancellations', 'request', {
          orderId,
          requestId: newId(),
          request: { requestedAt: daysAgo(0.1) },
        }),
      ),
    );
    expect(codes).toEqual(['already_shipped', 'order_pending']);
    expect(await mailKinds()).toEqual([]);
  });
});

describe('A message that asks to cancel', () => {
  const email = 'zoe.lukasik@example.test';
  const ask = (
    channelOrderId: string | null,
    message: Partial<PayloadInput<'messages', 'record'>['message']> = {},
  ) =>
    messageJob(
      sellerId,
      'record',
      aRecord(
        { intent: 'cancellation', body: 'Annulez ma commande', ...message },
        channelOrderId === null ? { channelOrderId: null, buyer: email } : { channelOrderId },
      ),
    );
  const answers = async () => (await mails()).filter(({ kind }) => kind === 'how_to_cancel');
  const clocks = () => ledger.admin<{ direction: string; answeredAt: string | null }[]>`
    SELECT direction, answered_at AS "answeredAt" FROM message WHERE seller_id = ${sellerId}`;

  test('is answered by a machine with the link of the official way, once a day, and its clock runs on', async () => {
    const orderId = await place({ channelOrderId: 'C-1' });
    await runMessageJobs(ledger.database, [ask('C-1'), ask('C-1')]);
    await runMessageJobs(ledger.database, [ask('C-1', { buyerEmail: email })]);
    const [answer, ...more] = await answers();
    expect(more).toEqual([]);
    expect(answer?.recipient).toBe(email);
    expect(answer?.headers).toEqual({ 'Auto-Submitted': 'auto-replied' });
    expect(linkIn(answer?.text ?? '', 'request_cancellation')).toMatchObject({ sellerId, thingId: orderId });
    expect(await clocks()).toEqual(Array(3).fill({ direction: 'inbound', answeredAt: null }));
    await ledger.admin`UPDATE mail SET created_at = created_at - interval '25 hours' WHERE seller_id = ${sellerId}`;
    await runMessageJobs(ledger.database, [ask('C-1')]);
    expect((await answers()).length).toBe(2);
  });

  test('is told where the order is: it has left, it is called off, it is not paid', async () => {
    await ship(await place({ channelOrderId: 'C-2' }));
    await cancel(await place({ channelOrderId: 'C-3', historical: true }));
    await run('orders', 'place', {
      orderId: newId(),
      draft: aPendingDraft(1, { channelOrderId: 'C-4', buyer: { name: 'Zoé', email } }),
    });
    await runMessageJobs(ledger.database, [ask('C-2'), ask('C-3'), ask('C-4')]);
    const byOrder = new Map((await answers()).map(({ subject, text }) => [/C-\d/.exec(subject)?.[0], text]));
    expect([...byOrder.keys()].sort()).toEqual(['C-2', 'C-3', 'C-4']);
    expect(byOrder.get('C-2')).toContain('http://navette.test/withdraw');
    expect([...byOrder.values()].filter((text) => text.includes('/r/'))).toEqual([]);
  });

  test('about no known order, or from another address than its buyer, learns nothing of an order', async () => {
    await place({ channelOrderId: 'C-5' });
    await runMessageJobs(ledger.database, [
      ask('C-5', { buyerEmail: 'somebody@example.test' }),
      ask('C-99', { buyerEmail: email }),
      ask(null, { buyerEmail: email }),
      // No address at all.
      ask('C-98'),
    ]);
    const told = await answers();
    expect(told.map(({ recipient }) => recipient).sort()).toEqual(['somebody@example.test', email, email]);
    expect(told.filter(({ text }) => text.includes('/r/'))).toEqual([]);
  });

  test('is not answered when a machine or the seller wrote it, it is old data, or it asks for nothing', async () => {
    await place({ channelOrderId: 'C-6' });
    await runMessageJobs(ledger.database, [
      ask('C-6', { automatic: true }),
      ask('C-6', { historical: true }),
      ask('C-6', { direction: 'outbound' }),
      ask('C-6', { intent: null }),
    ]);
    expect(await answers()).toEqual([]);
  });
});

describe('The cancellation rate', () => {
  const asOf = '2026-06-30T12:00:00.000Z';
  /** Half days around `asOf`, its very moment and the edges of the windows among them. */
  const moment = fc
    .integer({ min: -190, max: 6 })
    .map((halfDays) => new Date(Date.parse(asOf) + halfDays * 43_200_000).toISOString());
  const fact: fc.Arbitrary<CancellationFacts> = fc
    .record({
      purpose: fc.constantFrom('sale' as const, 'sale' as const, 'removal' as const),
      placedAt: moment,
      by: fc.constantFrom(
        null,
        'buyer_request' as const,
        'buyer_message' as const,
        'seller' as const,
        'system' as const,
        'unpaid' as const,
        'unfulfillable' as const,
      ),
      at: moment,
    })
    .map(({ purpose, placedAt, by, at }) => ({
      purpose,
      placedAt,
      calledOffBy: by,
      calledOffAt: by === null ? null : at,
    }));

  const insert = (owner: string, facts: readonly CancellationFacts[]) =>
    ledger.database.asSellers([owner], async ({ sql }) => {
      for (const { purpose, placedAt, calledOffBy: by, calledOffAt } of facts) {
        const id = newId();
        const state = by === null ? 'unshipped' : by === 'unfulfillable' ? 'unfulfillable' : 'cancelled';
        const cancellation =
          state === 'cancelled'
            ? { source: by === 'unpaid' ? 'system' : by, reason: null, at: calledOffAt }
            : null;
        await sql`
          INSERT INTO orders (id, seller_id, channel, channel_order_id, purpose, historical, state, placed_at,
            shipping_speed, currency, tax_included, language, payment_status, payment_provider, shipping_minor,
            shipping_tax_minor, shipping_discount_minor, fulfilment_centre, cancellation, called_off_at)
          VALUES (${id}, ${owner}, 'shop', ${id}, ${purpose}, false, ${state}, ${placedAt}, 'standard', 'EUR', true,
            'fr', ${by === 'unpaid' ? 'pending' : 'verified'}, 'sandbox', 0, 0, 0, 'main',
            ${cancellation === null ? null : sql.json(cancellation)}, ${calledOffAt})`;
      }
    });

  test('is counted by SQL by the same rules as the domain', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fact, { minLength: 1, maxLength: 12 }), async (facts) => {
        const owner = newId();
        await insert(owner, facts);
        expect(await countCancellations(ledger.database, owner, { channel: null, asOf })).toEqual(
          cancellationRates(facts, asOf),
        );
        const nothing = await countCancellations(ledger.database, owner, { channel: 'amazon.fr', asOf });
        expect(nothing.map(({ orders }) => orders)).toEqual([0, 0, 0]);
      }),
      { numRuns: 40 },
    );
  });
});

const policyThatCancels = {
  fulfilmentCentres: [
    {
      id: 'lille',
      country: 'FR',
      subdivision: null,
      timeZone: 'Europe/Paris',
      cutOff: '16:00',
      handlingDays: 0,
      workingDays: ['mon', 'tue', 'wed', 'thu', 'fri'],
      closures: [],
    },
  ],
  carriers: [{ id: 'colissimo', deliveryDays: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat'] }],
  lanes: [
    {
      from: 'lille',
      to: { country: '*' },
      speed: 'standard',
      carrier: 'colissimo',
      transitDays: { min: 2, max: 3 },
    },
  ],
  fees: [],
  exportPolicy: 'eu_customs_and_vat',
  autoCancelUnshippedDays: 7,
  paymentExpiryDays: 21,
};
