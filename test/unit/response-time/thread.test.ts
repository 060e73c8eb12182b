import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addHours } from '../../../src/domain/calendar/instant.ts';
import { clockStateOf, type Message } from '../../../src/domain/response-time/message.ts';
import {
  dueNotice,
  markTold,
  nextNoticeAt,
  noticesOf,
  settleThread,
} from '../../../src/domain/response-time/thread.ts';
import { answer, question } from './message-samples.ts';

const start = '2026-03-27T09:00:00.000Z';
const inHours = (hours: number): string => addHours(start, hours);
const statesOf = (messages: readonly Message[]) =>
  Object.fromEntries(settleThread(messages).map((message) => [message.id, clockStateOf(message)]));

describe('A conversation', () => {
  test('One answer stops the clocks of a burst of questions before it', () => {
    expect(
      statesOf([
        question('first', start),
        question('second', inHours(1)),
        question('third', inHours(23.9)),
        answer('a', inHours(24.5)),
      ]),
    ).toEqual({ first: 'answered_late', second: 'answered_in_time', third: 'answered_in_time', a: null });
  });

  test('An answer that crosses a question does not stop its clock', () => {
    expect(
      statesOf([question('q', start), answer('a', inHours(1)), question('crossing', inHours(1.001))]),
    ).toEqual({ q: 'answered_in_time', a: null, crossing: 'open' });
  });

  test('An answer dated before the question, and one to nothing, stop nothing', () => {
    expect(statesOf([answer('early', inHours(-1)), question('q', start)])).toEqual({
      early: null,
      q: 'open',
    });
    expect(statesOf([answer('alone', start)])).toEqual({ alone: null });
  });

  test('An answer of the same instant answers', () => {
    expect(statesOf([answer('a', start), question('q', start)])).toMatchObject({ q: 'answered_in_time' });
  });

  test.each([
    [0, 'answered_in_time'],
    [1, 'answered_late'],
  ])('An answer after 24 h 00 min 00 s and %i ms is %s', (ms, state) => {
    const at = new Date(Date.parse(start) + 86_400_000 + ms).toISOString();
    expect(statesOf([question('q', start), answer('a', at)])).toMatchObject({ q: state });
  });

  test('The clock is no wall clock: the night of the change is 24 hours long as any other', () => {
    // Europe/Paris goes from +01:00 to +02:00 on 29 March 2026, and back on 25 October.
    const spring = question('q', '2026-03-28T11:00:00.000Z');
    expect(spring.clock?.dueAt).toBe('2026-03-29T11:00:00.000Z');
    const autumn = question('q', '2026-10-24T10:00:00.000Z');
    expect(autumn.clock?.dueAt).toBe('2026-10-25T10:00:00.000Z');
  });

  test('Automatic messages neither start nor stop a clock, nor does an answer that did not arrive', () => {
    expect(
      statesOf([
        question('out of office', start, { automatic: true }),
        question('q', start),
        answer('our own machine', inHours(1), { automatic: true }),
        answer('refused', inHours(2), { undelivered: true }),
      ]),
    ).toEqual({ 'out of office': null, q: 'open', 'our own machine': null, refused: null });
  });

  test('An answer that arrives late but was sent early takes the place of a later one', () => {
    const settled = settleThread([question('q', start), answer('late', inHours(30))]);
    expect(clockStateOf(settled[0] as Message)).toBe('answered_late');
    expect(statesOf([...settled, answer('early', inHours(3))])).toMatchObject({ q: 'answered_in_time' });
  });
});

const drawn = fc.array(
  fc.record({
    hours: fc.integer({ min: 0, max: 80 }),
    direction: fc.constantFrom('inbound', 'outbound'),
    automatic: fc.integer({ min: 0, max: 7 }).map((n) => n === 0),
  }),
  { maxLength: 25 },
);

const toMessages = (of: readonly { hours: number; direction: string; automatic: boolean }[]): Message[] =>
  of.map(({ hours, direction, automatic }, n) =>
    (direction === 'inbound' ? question : answer)(`${n}`, inHours(hours), { automatic }),
  );

const byId = (messages: readonly Message[]) => [...messages].sort((a, b) => Number(a.id) - Number(b.id));

test('Messages that come one by one, in any order and twice, end as if all had been there at once', () => {
  fc.assert(
    fc.property(drawn, fc.infiniteStream(fc.nat()), (of, picks) => {
      const messages = toMessages(of);
      const shuffled = [...messages, ...messages];
      for (let n = shuffled.length - 1; n > 0; n--) {
        const other = (picks.next().value ?? 0) % (n + 1);
        [shuffled[n], shuffled[other]] = [shuffled[other] as Message, shuffled[n] as Message];
      }
      let known: Message[] = [];
      for (const one of shuffled) {
        if (known.some(({ id }) => id === one.id)) continue;
        known = settleThread([...known, one]);
      }
      expect(byId(known)).toEqual(byId(settleThread(messages)));
    }),
  );
});

test('A part of a thread is enough: its answers since the new message, its questions not answered before', () => {
  fc.assert(
    fc.property(drawn, fc.integer({ min: 0, max: 80 }), fc.boolean(), (of, hours, inbound) => {
      const known = settleThread(toMessages(of));
      const fresh = (inbound ? question : answer)('1000', inHours(hours));
      const slice = known.filter(({ direction, sentAt, clock }) =>
        direction === 'outbound'
          ? sentAt >= fresh.sentAt
          : clock !== null && (clock.stoppedAt === null || clock.stoppedAt >= fresh.sentAt),
      );
      const settled = new Map(settleThread([...slice, fresh]).map((message) => [message.id, message]));
      const whole = settleThread([...known, fresh]);
      expect(whole.map((message) => settled.get(message.id) ?? message)).toEqual(whole);
    }),
  );
});

describe('What is told of an open message', () => {
  const open = question('q', start);

  test('A warning, then the breach one millisecond after the end of the target', () => {
    expect(noticesOf(open)).toEqual([
      { kind: 'response_warning', at: inHours(20) },
      { kind: 'response_breach', at: '2026-03-28T09:00:00.001Z' },
    ]);
    expect(dueNotice(open, inHours(19.99))).toBeNull();
    expect(dueNotice(open, inHours(20))).toBe('response_warning');
    const warned = markTold(open, 'response_warning', inHours(20));
    expect(nextNoticeAt(warned)).toBe('2026-03-28T09:00:00.001Z');
    expect(dueNotice(warned, inHours(24))).toBeNull();
    expect(dueNotice(warned, '2026-03-28T09:00:00.001Z')).toBe('response_breach');
    expect(nextNoticeAt(markTold(warned, 'response_breach', inHours(25)))).toBeNull();
  });

  test('Of what is due at once only the most serious, and nothing less serious later', () => {
    expect(dueNotice(open, inHours(48))).toBe('response_breach');
    expect(noticesOf(markTold(open, 'response_breach', inHours(48)))).toEqual([]);
  });

  test('Nothing of old data, of what is answered, and of what needs no answer', () => {
    expect(noticesOf({ ...open, historical: true })).toEqual([]);
    expect(noticesOf({ ...open, noResponseNeeded: true })).toEqual([]);
    expect(noticesOf(settleThread([open, answer('a', inHours(30))])[0] as Message)).toEqual([]);
    expect(noticesOf(answer('a', start))).toEqual([]);
  });

  test("The seller's own target is told of when it passes before the channel's warning", () => {
    const businessHours = {
      timeZone: 'Europe/Paris',
      country: null,
      subdivision: null,
      closures: [],
      windows: [{ days: ['fri' as const], from: '09:00', until: '18:00' }],
      targetHours: 4,
    };
    const both = question('q', start, {}, { targetHours: 24, warningHours: 20, businessHours });
    expect(noticesOf(both)[0]).toEqual({ kind: 'internal_overdue', at: '2026-03-27T13:00:00.001Z' });
    // Due before the warning was told, so told by that.
    const told = markTold(both, 'response_warning', inHours(20));
    expect(noticesOf(told).map(({ kind }) => kind)).toEqual(['response_breach']);
  });

  test("The seller's own target is told of after the warning as well, when it passes later", () => {
    const businessHours = {
      timeZone: 'UTC',
      country: null,
      subdivision: null,
      closures: [],
      windows: [{ days: ['fri' as const, 'sat' as const], from: '00:00', until: '24:00' }],
      targetHours: 22,
    };
    const both = question('q', start, {}, { targetHours: 24, warningHours: 20, businessHours });
    const warned = markTold(both, 'response_warning', inHours(20));
    expect(noticesOf(warned).map(({ kind }) => kind)).toEqual(['internal_overdue', 'response_breach']);
    expect(dueNotice(warned, inHours(23))).toBe('internal_overdue');
    expect(noticesOf(markTold(warned, 'response_breach', inHours(25)))).toEqual([]);
  });

  test('No warning where it would not come before the end', () => {
    const policy = { targetHours: 12, warningHours: 12, businessHours: null };
    expect(noticesOf(question('q', start, {}, policy)).map(({ kind }) => kind)).toEqual(['response_breach']);
  });
});
