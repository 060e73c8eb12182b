import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { FullMessage } from '../../../db/repositories/messages-read/full-message.ts';
import { messageKey } from '../../../queues/intake/natural-keys.ts';
import { messageOut, showMessage, showThread, threadOut } from '../../../src/api/messages/message-view.ts';
import { responseTime, showResponseTime } from '../../../src/api/metrics/response-time-view.ts';
import { startMessageClock } from '../../../src/domain/response-time/policy.ts';

const id = '01981b2e-5b1c-7c3a-9d2e-0123456789ab';
const sentAt = '2026-05-07T14:00:00.000Z';
const dueAt = '2026-05-08T14:00:00.000Z';
const policy = { targetHours: 24, warningHours: 20, businessHours: null };

const full = (changes: Partial<FullMessage['message']> = {}): FullMessage => ({
  threadId: id,
  channel: 'shop',
  channelOrderId: '1001',
  orderId: null,
  source: 'upstream',
  subject: null,
  body: 'Where is my mug?',
  externalId: null,
  intent: null,
  receivedAt: sentAt,
  message: {
    id,
    direction: 'inbound',
    sentAt,
    automatic: false,
    noResponseNeeded: false,
    historical: false,
    undelivered: false,
    clock: startMessageClock(sentAt, policy),
    ...changes,
  },
});

const stoppedAt = (at: string) => full({ clock: { ...startMessageClock(sentAt, policy), stoppedAt: at } });
const late = '2026-05-08T14:00:00.001Z';

describe('A message as it is shown', () => {
  it.each([
    ['open', false, full(), dueAt],
    ['open', true, full(), late],
    ['answered_in_time', false, stoppedAt(dueAt), late],
    ['answered_late', false, stoppedAt(late), late],
    ['excluded', false, full({ noResponseNeeded: true }), late],
  ] as const)('has a clock that is %s, overdue: %s', (state, overdue, message, now) => {
    expect(showMessage(message, now).clock).toMatchObject({ state, overdue, startedAt: sentAt, dueAt });
  });

  it('counts the seconds until it was answered, half up', () => {
    expect(showMessage(full(), late).clock?.responseSeconds).toBeNull();
    expect(showMessage(stoppedAt('2026-05-07T14:01:00.499Z'), late).clock?.responseSeconds).toBe(60);
    expect(showMessage(stoppedAt('2026-05-07T14:01:00.500Z'), late).clock?.responseSeconds).toBe(61);
  });

  it('is what the document says', () => {
    const outbound = full({ direction: 'outbound', clock: null, undelivered: true });
    expect(showMessage(outbound, late)).toMatchObject({ delivery: 'undelivered', clock: null });
    const exact = z.strictObject(messageOut.shape);
    for (const message of [full(), outbound]) expect(exact.parse(showMessage(message, late))).toBeTruthy();
    const thread = {
      threadId: id,
      channel: 'shop',
      channelOrderId: null,
      orderId: null,
      buyer: 'B-7',
      reachable: true,
      messages: [full(), outbound],
      earlier: 0,
    };
    expect(z.strictObject(threadOut.shape).parse(showThread(thread, late))).toBeTruthy();
  });
});

it('The response time that is shown is what the document says', () => {
  const counted = {
    answeredInTime: 1,
    answeredLate: 1,
    unanswered: 0,
    responseMs: 136_800_000 * 2,
    internalJudged: 2,
    internalInTime: 1,
  };
  const shown = showResponseTime({
    asOf: late,
    channel: null,
    targetHours: 24,
    figures: {
      windows: [{ days: 7, ...counted }],
      awaiting: { count: 0, dueSoon: 0, overdue: 0 },
      days: [],
    },
    projection: { lateLeft: 0, messageIds: [id] },
  });
  expect(z.strictObject(responseTime.shape).parse(shown)).toEqual(shown);
  expect(shown.windows[0]?.internal).toEqual({ count: 1, of: 2, percent: 50 });
});

describe('The key of a message', () => {
  const thread = { channel: 'shop', channelOrderId: null, buyer: 'zoe@example.test' };
  const said = { direction: 'inbound', sentAt, subject: null, body: 'Hello' } as const;

  it('is its id on its channel alone, where it has one', () => {
    const key = messageKey(thread, { ...said, externalId: 'm-1' });
    expect(messageKey({ ...thread, buyer: 'other' }, { ...said, externalId: 'm-1', body: 'Bye' })).toBe(key);
    expect(messageKey({ ...thread, channel: 'other' }, { ...said, externalId: 'm-1' })).not.toBe(key);
  });

  it('is all that it says where it has none, and says nothing of it', () => {
    const anonymous = { ...said, externalId: null };
    const key = messageKey(thread, anonymous);
    expect(key).toMatch(/^[\w-]{43}$/);
    const others = [
      messageKey({ ...thread, buyer: 'other' }, anonymous),
      messageKey({ ...thread, channelOrderId: '1', buyer: null }, anonymous),
      messageKey(thread, { ...anonymous, direction: 'outbound' }),
      messageKey(thread, { ...anonymous, sentAt: dueAt }),
      messageKey(thread, { ...anonymous, subject: 'Hello' }),
      messageKey(thread, { ...anonymous, body: 'Hello?' }),
    ];
    expect(new Set([key, ...others]).size).toBe(7);
  });
});
