import { expect } from 'vitest';
import type { Database } from '../../../db/client.ts';
import { jsonOf, type TestApi, workOff } from '../../support/api-fixture.ts';
import { createReturnsFixture, returnAddress } from '../../support/returns-fixture.ts';

/** The smallest PNG there is: one pixel. */
export const onePixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** One of everything that a seller can have, by the names that addresses and bodies know it by. */
export interface Victim {
  readonly sellerId: string;
  /** Shipped, and so with a parcel. */
  readonly orderId: string;
  readonly channelOrderId: string;
  readonly trackingNumber: string;
  /** Paid, not shipped, with a request to cancel. */
  readonly openOrderId: string;
  readonly requestId: string;
  /** Authorised, with documents, received with something that does not fit. */
  readonly returnId: string;
  readonly mismatchId: string;
  readonly openReturnId: string;
  readonly messageId: string;
  readonly threadId: string;
  readonly refundId: string;
  readonly claimId: string;
  readonly photoId: string;
  readonly jobId: string;
}

const hoursAgo = (hours: number): string => new Date(Date.now() - hours * 3_600_000).toISOString();

/** Makes a seller's things over the API, as the seller would. */
export const createVictim = async (database: Database, api: TestApi, mark = 'V'): Promise<Victim> => {
  const { work, done, ship, request } = createReturnsFixture(database, api);
  const all = (path: string, body?: object) =>
    done(path, body) as Promise<unknown> as Promise<Record<string, string>>;
  const [channelOrderId, trackingNumber] = [`${mark}-1001`, `${mark}-6A1`];
  const payment = { status: 'verified', provider: 'external' };
  const orderId = await ship({ channelOrderId, payment }, { trackingNumber });
  const returnId = await request(orderId);
  await done(`/v1/returns/${returnId}/authorize`, { returnAddress });
  await done(`/v1/returns/${returnId}/receipts`, {
    receivedAt: hoursAgo(1),
    lines: [{ lineId: '1', quantity: 2, condition: 'sellable' }],
  });
  const { items } = await jsonOf<{ items: { mismatches: { id: string }[] }[] }>(
    await api.call('/v1/mismatches'),
  );
  const openReturnId = await request();
  const { orderId: openOrderId = '' } = await all('/v1/orders', {
    channel: 'shop',
    channelOrderId: `${mark}-1002`,
    placedAt: hoursAgo(3),
    payment,
    currency: 'EUR',
    buyer: { name: 'Zoé Łukasik', email: 'zoe@example.test' },
    shipTo: { name: 'Zoé Łukasik', line1: '3 rue Haute', postalCode: '69003', city: 'Lyon', country: 'FR' },
    lines: [{ lineId: '1', sku: 'MUG', title: 'Tasse', quantity: 2, unitPriceMinor: 1_250 }],
  });
  const asked = await all(`/v1/orders/${openOrderId}/cancellation-requests`, { requestedAt: hoursAgo(2) });
  const message = { orderId, direction: 'inbound', sentAt: hoursAgo(1), body: 'Where is my mug?' };
  const { messageId = '', threadId = '' } = await all('/v1/messages', message);
  const damaged = await ship({}, { trackingNumber: `${mark}-6A2` });
  const scan = {
    carrier: 'colissimo',
    trackingNumber: `${mark}-6A2`,
    code: 'delivered',
    occurredAt: hoursAgo(2),
  };
  await done('/v1/tracking-events', scan);
  const claimed = await work('/v1/claims', { orderId: damaged, kind: 'damaged' });
  const { claimId } = claimed.result as unknown as { claimId: string };
  const photo = await api.call(`/v1/claims/${claimId}/photos`, {
    method: 'POST',
    headers: { 'content-type': 'image/png' },
    body: onePixel,
  });
  expect(photo.status).toBe(201);
  const refund = await api.post(
    '/v1/refunds',
    { orderId, lines: [{ lineId: '1', quantity: 1 }], reason: 'damaged' },
    { 'idempotency-key': `${mark}-refund` },
  );
  const { jobId } = await jsonOf<{ jobId: string }>(refund);
  await workOff(database, api.sellerId);
  const job = await jsonOf<{ result: { refundId: string } }>(await api.call(`/v1/jobs/${jobId}`));
  const victim: Victim = {
    sellerId: api.sellerId,
    orderId,
    channelOrderId,
    trackingNumber,
    openOrderId,
    requestId: asked.requestId ?? '',
    returnId,
    mismatchId: items[0]?.mismatches[0]?.id ?? '',
    openReturnId,
    messageId,
    threadId,
    refundId: job.result.refundId,
    claimId,
    photoId: (await jsonOf<{ photoId: string }>(photo)).photoId,
    jobId,
  };
  // An id that is not there would attack nothing.
  expect(Object.entries(victim).filter(([, name]) => !name)).toEqual([]);
  return victim;
};
