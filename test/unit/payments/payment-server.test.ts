import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { verifyStripeEvent } from '../../../src/api/webhooks/stripe-events.ts';
import { newId } from '../../../src/platform/ids.ts';
import { createStripeGateway } from '../../../workers/adapters/payments/stripe-gateway.ts';
import { startPaymentServer } from '../../support/payment-server/payment-server.ts';
import { until } from '../../support/until.ts';

const aRefund = (n: number) => ({
  sellerId: newId(),
  refundId: newId(),
  orderId: newId(),
  key: newId(),
  paymentReference: `pi_${n}`,
  amountMinor: 100 + n,
  currency: 'EUR',
});

let cleanUp: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const work of cleanUp) await work();
  cleanUp = [];
});

/** Takes webhooks, and refuses each event the first time. */
const startReceiver = async (secret: string) => {
  const told = new Map<string, string[]>();
  const refused = new Set<string>();
  let forged = 0;
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const events = verifyStripeEvent(
      Buffer.concat(chunks),
      String(request.headers['stripe-signature']),
      secret,
    );
    if (events === null) forged += 1;
    const eventId = events?.[0]?.eventId ?? '';
    const isFirst = !refused.has(eventId);
    refused.add(eventId);
    for (const event of isFirst ? [] : (events ?? [])) {
      if (event.kind === 'refund') {
        told.set(event.refundId ?? '', [...(told.get(event.refundId ?? '') ?? []), event.outcome]);
      }
    }
    response.writeHead(isFirst ? 503 : 200).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  cleanUp.push(() => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  });
  const { port } = server.address() as { port: number };
  return { url: `http://127.0.0.1:${port}`, told, forged: () => forged };
};

describe('the payment server of the tests', () => {
  it('tells by signed webhooks until they are taken, some twice and some late', async () => {
    const plan = { seed: 7, webhooks: { duplicate: 0.3, delayed: 0.3 } };
    const server = await startPaymentServer({ plan });
    const receiver = await startReceiver(server.webhookSecret);
    cleanUp.unshift(() => server.close());
    server.deliverTo(receiver.url);
    const gateway = createStripeGateway({ apiKey: server.apiKey, apiBase: server.url });
    const refunds = Array.from({ length: 12 }, (_, n) => aRefund(n));
    server.callNext('pending', 'pending_fails', 'fails_later');
    for (const refund of refunds) await gateway.refund(refund);
    server.settle();
    await until('all webhooks are taken', async () => server.waiting().length === 0);
    expect(receiver.forged()).toBe(0);
    expect([...receiver.told.keys()].toSorted()).toEqual(refunds.map(({ refundId }) => refundId).toSorted());
    const ends = refunds.slice(0, 3).map(({ refundId }) => new Set(receiver.told.get(refundId)));
    expect(ends).toEqual([
      new Set(['pending', 'succeeded']),
      new Set(['pending', 'failed']),
      new Set(['succeeded', 'failed']),
    ]);
    // All were created, one settled, two failed, each told by two events; and the duplicates of the plan.
    expect([...receiver.told.values()].flat().length).toBeGreaterThan(12 + 1 + 2 + 2);
  });

  it('misbehaves by its plan, the same for the same seed, and books nothing twice all the same', async () => {
    const calls = { drop_after_booking: 0.3, error_before_booking: 0.2, too_many: 0.1 };
    const run = async () => {
      const server = await startPaymentServer({ plan: { seed: 11, calls } });
      cleanUp.push(() => server.close());
      const gateway = createStripeGateway({ apiKey: server.apiKey, apiBase: server.url });
      const answers: string[] = [];
      for (let n = 0; n < 20; n += 1) {
        const refund = aRefund(n);
        for (;;) {
          const { kind } = await gateway.refund(refund);
          answers.push(kind);
          if (kind === 'succeeded') break;
        }
      }
      expect(server.bookedTwice()).toEqual([]);
      expect(server.books()).toHaveLength(20);
      return answers;
    };
    const first = await run();
    expect(new Set(first)).toEqual(new Set(['succeeded', 'unknown', 'busy']));
    expect(await run()).toEqual(first);
  });

  it('keeps its books, its answers and what it has to tell when it starts again', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'navette-payments-'));
    cleanUp.push(async () => rmSync(folder, { recursive: true }));
    const journal = join(folder, 'journal');
    const refund = aRefund(1);
    const first = await startPaymentServer({ journal });
    first.callNext('pending');
    const access = { apiKey: first.apiKey, apiBase: first.url };
    const answer = await createStripeGateway(access).refund(refund);
    const port = Number(new URL(first.url).port);
    await first.close();
    const second = await startPaymentServer({ journal, port });
    cleanUp.unshift(() => second.close());
    expect(await createStripeGateway(access).refund(refund)).toEqual(answer);
    expect(second.counts).toMatchObject({ calls: 1, replays: 1 });
    expect(second.waiting().map(({ type }) => type)).toEqual(['refund.created', 'charge.refunded']);
    second.settle();
    expect(second.books()).toMatchObject([{ refundId: refund.refundId, status: 'succeeded' }]);
  });
});
