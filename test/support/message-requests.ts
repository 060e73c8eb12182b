import { expect } from 'vitest';
import type { Database } from '../../db/client.ts';
import { jsonOf, type TestApi, workOff } from './api-fixture.ts';

export const hoursAgo = (hours: number): string => new Date(Date.now() - hours * 3_600_000).toISOString();

export interface ShownClock {
  readonly state: string;
  readonly overdue: boolean;
  readonly answeredAt: string | null;
  readonly responseSeconds: number | null;
}

export interface MessageJob {
  readonly jobId: string;
  readonly status: string;
  readonly result: {
    readonly messageId: string;
    readonly threadId: string;
    readonly clock: ShownClock | null;
  };
  readonly error?: { readonly code: string };
}

export interface ShownMessage {
  readonly messageId: string;
  readonly threadId: string;
  readonly channelOrderId: string | null;
  readonly orderId: string | null;
  readonly direction: string;
  readonly sentAt: string;
  readonly subject: string | null;
  readonly body: string;
  readonly noResponseNeeded: boolean;
  readonly automatic: boolean;
  readonly clock: ShownClock | null;
}

let number = 0;

/** A number that no other order of the test has. */
export const newNumber = (): string => {
  number += 1;
  return `M-${number}`;
};

/** What tests of messages do over a seller's API: nothing runs by itself, so each request is worked off. */
export const createMessagesFixture = (database: Database, api: TestApi) => {
  const readJob = async (jobId: string): Promise<MessageJob> =>
    jsonOf<MessageJob>(await api.call(`/v1/jobs/${jobId}`));

  /** Asks for work, and lets it end one way or the other. */
  const work = async (path: string, body: object): Promise<MessageJob> => {
    const response = await api.post(path, body);
    expect(response.status).toBe(202);
    const { jobId } = await jsonOf<MessageJob>(response);
    await workOff(database, api.sellerId);
    return readJob(jobId);
  };

  /** A message with what it needs at least, unless told otherwise. */
  const newMessage = (changes: object = {}): Record<string, unknown> => ({
    channel: 'shop',
    channelOrderId: newNumber(),
    direction: 'inbound',
    sentAt: hoursAgo(1),
    body: 'Where is my mug?',
    ...changes,
  });

  /** Records a message; what its job resulted in. */
  const record = async (changes: object = {}): Promise<MessageJob['result']> => {
    const { status, result } = await work('/v1/messages', newMessage(changes));
    expect(status).toBe('done');
    return result;
  };

  const read = async (messageId: string): Promise<ShownMessage> =>
    jsonOf<ShownMessage>(await api.call(`/v1/messages/${messageId}`));

  const placeOrder = async (channelOrderId: string, changes: object = {}): Promise<string> => {
    const { result } = await work('/v1/orders', {
      channel: 'shop',
      channelOrderId,
      placedAt: hoursAgo(24),
      payment: { status: 'verified' },
      currency: 'EUR',
      buyer: { name: 'Zoé Łukasik', email: 'zoe@example.test' },
      shipTo: { name: 'Zoé Łukasik', line1: '3 rue Haute', postalCode: '69003', city: 'Lyon', country: 'FR' },
      lines: [{ lineId: '1', sku: 'MUG', title: 'Tasse', quantity: 2, unitPriceMinor: 1_250 }],
      ...changes,
    });
    return (result as unknown as { readonly orderId: string }).orderId;
  };

  return { work, newMessage, record, read, placeOrder };
};
