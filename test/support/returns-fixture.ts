import { expect } from 'vitest';
import type { Database } from '../../db/client.ts';
import { jsonOf, type TestApi, workOff } from './api-fixture.ts';

export const returnAddress = {
  name: 'Retours',
  line1: '12 quai du Port',
  postalCode: '59000',
  city: 'Lille',
  country: 'FR',
};

export const aReturnLine = { lineId: '1', quantity: 1, reason: 'defective' };

export interface ReturnJob {
  readonly jobId: string;
  readonly status: string;
  readonly result: {
    readonly returnId: string;
    readonly orderId: string;
    readonly state: string;
    readonly rma: string;
  };
  readonly error?: { readonly code: string };
}

const daysAgo = (days: number): string => new Date(Date.now() - days * 86_400_000).toISOString();
let number = 0;

/** What tests of returns do over a seller's API: nothing runs by itself, so each request is worked off. */
export const createReturnsFixture = (database: Database, api: TestApi) => {
  /** Asks for work, and lets it end one way or the other. */
  const work = async (path: string, body?: object): Promise<ReturnJob> => {
    const response =
      body === undefined ? await api.call(path, { method: 'POST' }) : await api.post(path, body);
    expect(response.status).toBe(202);
    const { jobId } = await jsonOf<ReturnJob>(response);
    await workOff(database, api.sellerId);
    return jsonOf<ReturnJob>(await api.call(`/v1/jobs/${jobId}`));
  };

  /** Work that is expected to be done; its result. */
  const done = async (path: string, body?: object): Promise<ReturnJob['result']> => {
    const { status, result } = await work(path, body);
    expect(status).toBe('done');
    return result;
  };

  /** An order of two mugs that has left; gives its id. */
  const ship = async (order: object = {}, parcel: object = {}): Promise<string> => {
    number += 1;
    const { orderId } = await done('/v1/orders', {
      channel: 'shop',
      channelOrderId: `R-${number}`,
      placedAt: daysAgo(5),
      payment: { status: 'verified' },
      currency: 'EUR',
      buyer: { name: 'Zoé Łukasik', email: 'zoe@example.test' },
      shipTo: { name: 'Zoé Łukasik', line1: '3 rue Haute', postalCode: '69003', city: 'Lyon', country: 'FR' },
      lines: [{ lineId: '1', sku: 'MUG', title: 'Tasse', quantity: 2, unitPriceMinor: 1_250 }],
      ...order,
    });
    await done(`/v1/orders/${orderId}/shipments`, {
      carrier: 'colissimo',
      trackingNumber: `6A-${number}`,
      shippedAt: daysAgo(4),
      ...parcel,
    });
    return orderId;
  };

  const request = async (orderId?: string, changes: object = {}): Promise<string> => {
    const body = {
      orderId: orderId ?? (await ship()),
      requestedBy: 'buyer',
      lines: [aReturnLine],
      ...changes,
    };
    return (await done('/v1/returns', body)).returnId;
  };

  return { work, done, ship, request };
};
