import { createServer } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '../../../src/platform/ids.ts';
import type { GatewayRefund, PaymentGateway } from '../../../workers/adapters/payments/gateway.ts';
import { createStripeGateway } from '../../../workers/adapters/payments/stripe-gateway.ts';
import type { CallFault } from '../../support/payment-server/faults.ts';
import { type PaymentServer, startPaymentServer } from '../../support/payment-server/payment-server.ts';
import { until } from '../../support/until.ts';

/** For calls that are to end in a time-out; all others have the ten seconds that they have in earnest. */
const shortMs = 500;
const sellerId = newId();

let server: PaymentServer;
let gateway: PaymentGateway;
let hasty: PaymentGateway;

const aRefund = (changes: Partial<GatewayRefund> = {}): GatewayRefund => ({
  sellerId,
  refundId: newId(),
  orderId: newId(),
  key: newId(),
  paymentReference: `pi_${newId()}`,
  amountMinor: 1_299,
  currency: 'EUR',
  ...changes,
});

const bookedOf = ({ refundId }: GatewayRefund) =>
  server.books().filter((booking) => booking.refundId === refundId);

beforeAll(async () => {
  server = await startPaymentServer();
  const access = { apiKey: server.apiKey, apiBase: server.url };
  gateway = createStripeGateway(access);
  hasty = createStripeGateway({ ...access, timeoutMs: shortMs });
});
afterAll(() => server.close());
let callsBefore = 0;
beforeEach(() => {
  callsBefore = server.counts.calls;
});
const callsSince = (): number => server.counts.calls - callsBefore;

describe('a refund by Stripe', () => {
  it('is booked with our names and key, and found by them', async () => {
    const refund = aRefund();
    expect(await gateway.find(refund)).toEqual({ kind: 'absent' });
    const answer = await gateway.refund(refund);
    const [booked] = bookedOf(refund);
    expect(booked).toMatchObject({ key: refund.key, amountMinor: 1_299, status: 'succeeded' });
    expect(answer).toEqual({ kind: 'succeeded', providerRefundId: booked?.providerRefundId });
    expect(await gateway.find(refund)).toEqual(answer);
    expect(await gateway.find({ ...refund, refundId: newId() })).toEqual({ kind: 'absent' });
  });

  it('is asked for again with the same key and booked once', async () => {
    const refund = aRefund();
    const first = await gateway.refund(refund);
    expect(await gateway.refund(refund)).toEqual(first);
    expect(bookedOf(refund)).toHaveLength(1);
  });

  it('of a charge names the charge', async () => {
    const refund = aRefund({ paymentReference: 'ch_1' });
    await gateway.refund(refund);
    expect(await gateway.find(refund)).toMatchObject({ kind: 'succeeded' });
    expect(bookedOf(refund)).toMatchObject([{ paymentReference: 'ch_1' }]);
  });

  it('is counted in the units of Stripe', async () => {
    const refund = aRefund({ amountMinor: 500, currency: 'ISK' });
    await gateway.refund(refund);
    expect(bookedOf(refund)).toMatchObject([{ amountMinor: 50_000 }]);
  });

  it('is found behind hundreds of others of the same payment', async () => {
    const refund = aRefund();
    const { paymentReference } = refund;
    await gateway.refund(refund);
    for (let n = 0; n < 205; n += 1) server.refundByHand(paymentReference ?? '', 1);
    const looksBefore = server.counts.looks;
    expect(await gateway.find(refund)).toMatchObject({ kind: 'succeeded' });
    expect(server.counts.looks - looksBefore).toBe(3);
  });
});

interface Story {
  readonly fault: CallFault;
  readonly answer: object;
  readonly found: object;
  /** What the same key is told at once. */
  readonly again: object;
}

const stories: readonly Story[] = [
  {
    fault: 'answers_late',
    answer: { kind: 'unknown', code: 'timeout' },
    found: { kind: 'succeeded' },
    again: { kind: 'succeeded' },
  },
  {
    fault: 'books_late',
    answer: { kind: 'unknown', code: 'timeout' },
    found: { kind: 'absent' },
    again: { kind: 'unknown', code: 'idempotency_key_in_use' },
  },
  {
    fault: 'drop_before_booking',
    answer: { kind: 'unknown', code: 'connection_lost' },
    found: { kind: 'absent' },
    again: { kind: 'succeeded' },
  },
  {
    fault: 'drop_after_booking',
    answer: { kind: 'unknown', code: 'connection_lost' },
    found: { kind: 'succeeded' },
    again: { kind: 'succeeded' },
  },
  {
    fault: 'error_before_booking',
    answer: { kind: 'unknown', code: 'http_500' },
    found: { kind: 'absent' },
    again: { kind: 'succeeded' },
  },
  {
    fault: 'error_after_booking',
    answer: { kind: 'unknown', code: 'http_500' },
    found: { kind: 'succeeded' },
    again: { kind: 'unknown', code: 'http_500' },
  },
  {
    fault: 'error_for_good',
    answer: { kind: 'unknown', code: 'http_500' },
    found: { kind: 'absent' },
    again: { kind: 'unknown', code: 'http_500' },
  },
  {
    fault: 'too_many',
    answer: { kind: 'busy', code: 'rate_limit', retryAfterMs: 2_000 },
    found: { kind: 'absent' },
    again: { kind: 'succeeded' },
  },
  {
    fault: 'pending',
    answer: { kind: 'pending' },
    found: { kind: 'pending' },
    again: { kind: 'pending' },
  },
];

describe('when Stripe misbehaves', () => {
  it.each(stories)('$fault: a call is one request, and says what is known', async (story) => {
    const refund = aRefund();
    server.callNext(story.fault);
    const caller = story.fault.endsWith('_late') ? hasty : gateway;
    expect(await caller.refund(refund)).toMatchObject(story.answer);
    expect(callsSince()).toBe(1);
    expect(await gateway.find(refund)).toMatchObject(story.found);
    expect(await gateway.refund(refund)).toMatchObject(story.again);
    expect(callsSince()).toBe(2);
    server.release();
    if (story.fault === 'books_late') {
      await until('it is booked', async () => bookedOf(refund).length > 0);
      expect(await gateway.refund(refund)).toMatchObject({ kind: 'succeeded' });
    }
    expect(bookedOf(refund)).toHaveLength(story.fault === 'error_for_good' ? 0 : 1);
    expect(server.bookedTwice()).toEqual([]);
  });

  it('what was pending is found settled, and what is taken back is found failed', async () => {
    const [settles, fails, isTakenBack] = [aRefund(), aRefund(), aRefund()];
    server.callNext('pending', 'pending_fails', 'fails_later');
    expect(await gateway.refund(settles)).toMatchObject({ kind: 'pending' });
    expect(await gateway.refund(fails)).toMatchObject({ kind: 'pending' });
    expect(await gateway.refund(isTakenBack)).toMatchObject({ kind: 'succeeded' });
    server.settle();
    expect(await gateway.find(settles)).toMatchObject({ kind: 'succeeded' });
    const failed = { kind: 'failed', code: 'expired_or_canceled_card' };
    expect(await gateway.find(fails)).toMatchObject(failed);
    expect(await gateway.find(isTakenBack)).toMatchObject(failed);
  });

  it('a look that is not answered finds nothing out', async () => {
    const refund = aRefund();
    await gateway.refund(refund);
    server.lookNext('late', 'drop', 'error', 'too_many');
    expect(await hasty.find(refund)).toEqual({ kind: 'unknown', code: 'timeout' });
    server.release();
    expect(await gateway.find(refund)).toEqual({ kind: 'unknown', code: 'connection_lost' });
    expect(await gateway.find(refund)).toEqual({ kind: 'unknown', code: 'http_500' });
    expect(await gateway.find(refund)).toMatchObject({ kind: 'busy', code: 'rate_limit' });
  });

  it('somebody else at its address is not believed', async () => {
    const answers = [
      { status: 200, body: '<html>Please log in</html>' },
      { status: 200, body: '{}' },
      { status: 200, body: '{"object":"list","data":null}' },
      { status: 200, body: '{"object":"list","data":[],"has_more":true}' },
      { status: 502, body: '{"message":"Bad gateway"}' },
      { status: 404, body: '<h1>Not found</h1>' },
      { status: 302, body: '' },
    ];
    let next = { status: 200, body: '' };
    const proxy = createServer((_, response) => response.writeHead(next.status).end(next.body));
    await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
    const { port } = proxy.address() as { port: number };
    const behind = createStripeGateway({ apiKey: 'sk', apiBase: `http://127.0.0.1:${port}` });
    const unreadable = { kind: 'unknown', code: 'unreadable_answer' };
    for (next of answers) {
      expect(await behind.refund(aRefund()), JSON.stringify(next)).toEqual(unreadable);
      expect(await behind.find(aRefund()), JSON.stringify(next)).toEqual(unreadable);
    }
    await new Promise((resolve) => proxy.close(resolve));
  });

  it('an answer that trickles in ends at the time limit', async () => {
    const slow = createServer((_, response) => {
      response.writeHead(200);
      const drops = setInterval(() => response.write(' '), 20);
      response.on('close', () => clearInterval(drops));
    });
    await new Promise<void>((resolve) => slow.listen(0, '127.0.0.1', resolve));
    const { port } = slow.address() as { port: number };
    const behind = createStripeGateway({
      apiKey: 'sk',
      apiBase: `http://127.0.0.1:${port}`,
      timeoutMs: shortMs,
    });
    expect(await behind.refund(aRefund())).toEqual({ kind: 'unknown', code: 'timeout' });
    await new Promise((resolve) => slow.close(resolve));
  });

  it('nobody at its address has done nothing', async () => {
    const gone = createServer();
    await new Promise<void>((resolve) => gone.listen(0, '127.0.0.1', resolve));
    const { port } = gone.address() as { port: number };
    await new Promise((resolve) => gone.close(resolve));
    const busy = { kind: 'busy', code: 'unreachable', retryAfterMs: null };
    for (const apiBase of [`http://127.0.0.1:${port}`, 'http://stripe.invalid']) {
      const nobody = createStripeGateway({ apiKey: 'sk', apiBase, timeoutMs: 1_000 });
      expect(await nobody.refund(aRefund())).toEqual(busy);
      expect(await nobody.find(aRefund())).toEqual(busy);
    }
    // It speaks no TLS, so nothing was said to it.
    const plain = createStripeGateway({
      apiKey: 'sk',
      apiBase: server.url.replace('http', 'https'),
    });
    expect(await plain.refund(aRefund())).toEqual(busy);
  });
});

describe('a refusal', () => {
  it('of more than was captured has Stripe’s code and words', async () => {
    const paymentReference = 'pi_little';
    server.setPayment({ intent: paymentReference, charge: 'ch_little', captured: 2_000, currency: 'EUR' });
    const refund = aRefund({ paymentReference });
    expect(await gateway.refund(refund)).toMatchObject({ kind: 'succeeded' });
    const above = await gateway.refund(aRefund({ paymentReference }));
    expect(above).toMatchObject({ kind: 'declined', code: 'invalid_request_error' });
    expect(above).toHaveProperty('detail', expect.stringContaining('greater than unrefunded amount'));
    await gateway.refund(aRefund({ paymentReference, amountMinor: 701 }));
    const all = await gateway.refund(aRefund({ paymentReference, amountMinor: 1 }));
    expect(all).toMatchObject({ kind: 'declined', code: 'charge_already_refunded' });
  });

  it('of a payment that does not exist is one, but a look at it finds nothing out', async () => {
    server.removePayment('pi_nobody');
    const refund = aRefund({ paymentReference: 'pi_nobody' });
    expect(await gateway.refund(refund)).toMatchObject({ kind: 'declined', code: 'resource_missing' });
    expect(await gateway.find(refund)).toEqual({ kind: 'unknown', code: 'resource_missing' });
  });

  it.each([
    [null, 'EUR', 'payment_reference_missing'],
    ['PAY-123', 'EUR', 'payment_reference_invalid'],
    ['pi_1', 'KWD', 'amount_not_payable'],
  ])('is ours, without a call, for the payment %s in %s', async (paymentReference, currency, code) => {
    const refund = aRefund({ paymentReference, currency });
    expect(await gateway.refund(refund)).toMatchObject({ kind: 'declined', code });
    expect(await gateway.find(refund)).toEqual({ kind: 'absent' });
    expect(callsSince()).toBe(0);
  });

  it('of a key that was used for something else tells nothing', async () => {
    const refund = aRefund();
    await gateway.refund(refund);
    const other = { ...refund, amountMinor: 1_300 };
    expect(await gateway.refund(other)).toEqual({ kind: 'unknown', code: 'idempotency_mismatch' });
  });

  it('of our access is for later', async () => {
    const stranger = createStripeGateway({ apiKey: 'sk_test_old', apiBase: server.url });
    const busy = { kind: 'busy', code: 'authentication' };
    expect(await stranger.refund(aRefund())).toMatchObject(busy);
    expect(await stranger.find(aRefund())).toMatchObject(busy);
  });
});

describe('Stripe’s books', () => {
  const minuteMs = 60_000;
  const span = () => ({
    from: new Date(Date.now() - minuteMs).toISOString(),
    until: new Date(Date.now() + minuteMs).toISOString(),
  });

  it('have the refunds of a seller and those that nobody named, not those of others', async () => {
    const seller = newId();
    const [ours, others] = [aRefund({ sellerId: seller }), aRefund()];
    await gateway.refund(ours);
    await gateway.refund(others);
    server.refundByHand('pi_by_hand', 250);
    const books = await gateway.books(seller, span());
    expect(books.find(({ refundId }) => refundId === ours.refundId)).toMatchObject({
      paymentReferences: expect.arrayContaining([ours.paymentReference]),
      amountMinor: 1_299,
      currency: 'EUR',
      status: 'succeeded',
    });
    expect(books.find(({ paymentReferences }) => paymentReferences.includes('pi_by_hand'))).toMatchObject({
      refundId: null,
      amountMinor: 250,
    });
    expect(books.some(({ refundId }) => refundId === others.refundId)).toBe(false);
    const { from } = span();
    expect(await gateway.books(seller, { from, until: from })).toEqual([]);
  });

  it('are read whole or not at all', async () => {
    server.lookNext('error');
    await expect(gateway.books(sellerId, span())).rejects.toThrow('An unknown error occurred');
  });
});
