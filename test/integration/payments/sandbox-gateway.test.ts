import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../../src/platform/ids.ts';
import type { GatewayRefund, PaymentGateway } from '../../../workers/adapters/payments/gateway.ts';
import { createGateways } from '../../../workers/adapters/payments/gateways.ts';
import {
  createSandboxGateway,
  type SandboxMessage,
} from '../../../workers/adapters/payments/sandbox-gateway.ts';
import { type Ledger, openLedger, rowsOf } from '../../support/ledger-fixture.ts';

let ledger: Ledger;
let sellerId: string;
let gateway: PaymentGateway;
const told: SandboxMessage[] = [];

beforeAll(async () => {
  ledger = await openLedger();
  sellerId = await ledger.newSeller();
  const notify = async (message: SandboxMessage) => void told.push(message);
  gateway = createSandboxGateway({ database: ledger.database, notify });
});
afterAll(() => ledger.close());

const aRefund = (paymentReference: string | null, changes: Partial<GatewayRefund> = {}): GatewayRefund => ({
  sellerId,
  refundId: newId(),
  orderId: newId(),
  key: newId(),
  paymentReference,
  amountMinor: 1_299,
  currency: 'EUR',
  ...changes,
});

const minuteMs = 60_000;
const bookOf = async ({ refundId, sellerId: seller }: GatewayRefund) => {
  const from = new Date(Date.now() - minuteMs).toISOString();
  const until = new Date(Date.now() + minuteMs).toISOString();
  return (await gateway.books(seller, { from, until })).filter((entry) => entry.refundId === refundId);
};
const toldOf = (refund: GatewayRefund) => told.filter((message) => message.refund.key === refund.key);

describe('the sandbox', () => {
  it.each(['card_1', null])('pays a payment named %s once, however often it is asked', async (reference) => {
    const refund = aRefund(reference);
    expect(await gateway.find(refund)).toEqual({ kind: 'absent' });
    const answers = await Promise.all([
      gateway.refund(refund),
      gateway.refund(refund),
      gateway.refund(refund),
    ]);
    const [booked, ...more] = await bookOf(refund);
    expect(more).toEqual([]);
    expect(booked).toMatchObject({
      paymentReferences: reference === null ? [] : [reference],
      amountMinor: 1_299,
      status: 'succeeded',
    });
    const succeeded = { kind: 'succeeded', providerRefundId: booked?.providerRefundId };
    expect(answers).toEqual([succeeded, succeeded, succeeded]);
    expect(await gateway.find(refund)).toEqual(succeeded);
    expect(toldOf(refund)).toEqual([]);
  });

  it('declines decline_…, and goes on declining', async () => {
    const refund = aRefund('decline_1');
    const declined = { kind: 'declined', code: 'sandbox_declined', detail: null };
    expect(await gateway.refund(refund)).toEqual(declined);
    expect(await gateway.find(refund)).toEqual({ kind: 'absent' });
    expect(await gateway.refund(refund)).toEqual(declined);
    expect(await bookOf(refund)).toMatchObject([{ status: 'declined' }]);
  });

  it('does not answer timeout_… and has booked nothing, until it is asked again', async () => {
    const refund = aRefund('timeout_1');
    expect(await gateway.refund(refund)).toEqual({ kind: 'unknown', code: 'timeout' });
    expect(await gateway.find(refund)).toEqual({ kind: 'absent' });
    expect(await gateway.find(refund)).toEqual({ kind: 'absent' });
    expect(await bookOf(refund)).toEqual([]);
    expect(await gateway.refund(refund)).toMatchObject({ kind: 'succeeded' });
    expect(await gateway.find(refund)).toMatchObject({ kind: 'succeeded' });
    expect(await bookOf(refund)).toMatchObject([{ status: 'succeeded' }]);
  });

  it('does not answer book_timeout_… and has booked it', async () => {
    const refund = aRefund('book_timeout_1');
    expect(await gateway.refund(refund)).toEqual({ kind: 'unknown', code: 'timeout' });
    expect(await gateway.find(refund)).toMatchObject({ kind: 'succeeded' });
    expect(await gateway.refund(refund)).toMatchObject({ kind: 'succeeded' });
    expect(await bookOf(refund)).toHaveLength(1);
  });

  it('tells of twice_… twice, by itself, and books once', async () => {
    const refund = aRefund('twice_1');
    const answer = await gateway.refund(refund);
    expect(answer).toMatchObject({ kind: 'pending' });
    expect(await gateway.refund(refund)).toEqual(answer);
    expect(toldOf(refund)).toMatchObject([{ outcome: 'succeeded' }, { outcome: 'succeeded' }]);
    expect(await gateway.find(refund)).toMatchObject({ kind: 'succeeded' });
    expect(await bookOf(refund)).toHaveLength(1);
  });

  it('keeps pending_… until it is asked for the second time', async () => {
    const refund = aRefund('pending_1');
    expect(await gateway.refund(refund)).toMatchObject({ kind: 'pending' });
    expect(await gateway.find(refund)).toMatchObject({ kind: 'pending' });
    expect(await bookOf(refund)).toMatchObject([{ status: 'pending' }]);
    expect(await gateway.find(refund)).toMatchObject({ kind: 'succeeded' });
    expect(await bookOf(refund)).toMatchObject([{ status: 'succeeded' }]);
  });

  it('pays fail_… and takes it back, which it tells once', async () => {
    const refund = aRefund('fail_1');
    expect(await gateway.refund(refund)).toMatchObject({ kind: 'succeeded' });
    expect(await gateway.refund(refund)).toMatchObject({ kind: 'succeeded' });
    expect(toldOf(refund)).toMatchObject([{ outcome: 'failed', code: 'sandbox_taken_back' }]);
    expect(await gateway.find(refund)).toMatchObject({ kind: 'failed', code: 'sandbox_taken_back' });
    expect(await bookOf(refund)).toMatchObject([{ status: 'failed' }]);
  });

  it('takes a key for one thing only', async () => {
    const refund = aRefund('card_2');
    await gateway.refund(refund);
    const other = { ...refund, amountMinor: 1_300 };
    expect(await gateway.refund(other)).toEqual({ kind: 'unknown', code: 'idempotency_mismatch' });
    expect(await bookOf(refund)).toMatchObject([{ amountMinor: 1_299 }]);
  });

  it('shows a seller no books but its own', async () => {
    const other = await ledger.newSeller();
    const refund = aRefund('card_3');
    await gateway.refund(refund);
    const asOther = { ...refund, sellerId: other };
    expect(await bookOf(asOther)).toEqual([]);
    expect(await gateway.find(asOther)).toEqual({ kind: 'absent' });
  });
});

describe('the gateways of a process', () => {
  const access = { apiKey: null, apiBase: 'https://api.stripe.com' };

  it('are the sandbox, and Stripe where it has a key; none pays for channels that pay themselves', () => {
    const { database } = ledger;
    expect([...createGateways({ database, stripe: access }).keys()]).toEqual(['sandbox']);
    const both = createGateways({ database, stripe: { ...access, apiKey: 'sk_test_1' } });
    expect([...both.keys()]).toEqual(['sandbox', 'stripe']);
  });

  it('hand the sandbox’s messages in as a webhook would be', async () => {
    const now = new Date();
    const sandbox = createGateways({ database: ledger.database, stripe: access, now: () => now }).get(
      'sandbox',
    );
    const [twice, fails] = [aRefund('twice_2'), aRefund('fail_2')];
    await sandbox?.refund(twice);
    await sandbox?.refund(fails);
    const jobs = await ledger.admin<{ refundId: string; outcome: string; from: string; waitMs: number }[]>`
      SELECT payload ->> 'refundId' AS "refundId", payload #>> '{report,outcome}' AS outcome,
        payload ->> 'from' AS from, (extract(epoch FROM run_at - ${now}) * 1000)::int AS "waitMs"
      FROM job WHERE queue = 'refunds' AND name = 'record-outcome' ORDER BY id`;
    expect(jobs).toMatchObject([
      { refundId: twice.refundId, outcome: 'succeeded', from: 'webhook' },
      { refundId: twice.refundId, outcome: 'succeeded', from: 'webhook' },
      { refundId: fails.refundId, outcome: 'failed', from: 'webhook', waitMs: 3_000 },
    ]);
    expect(await rowsOf(ledger, { queue: 'refunds' })).toMatchObject([
      { state: 'waiting' },
      { state: 'waiting' },
      { state: 'waiting' },
    ]);
  });
});
