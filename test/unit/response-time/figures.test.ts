import { describe, expect, test } from 'vitest';
import { addHours } from '../../../src/domain/calendar/instant.ts';
import { isAutomatic } from '../../../src/domain/response-time/automatic.ts';
import {
  countWindow,
  lateLeft,
  standingOf,
  toFigures,
  type WindowCounts,
} from '../../../src/domain/response-time/figures.ts';
import { tallyChanges } from '../../../src/domain/response-time/tally.ts';
import { settleThread } from '../../../src/domain/response-time/thread.ts';
import { answer, question } from './message-samples.ts';

const counted = (changes: Partial<WindowCounts>): WindowCounts => ({
  days: 30,
  answeredInTime: 0,
  answeredLate: 0,
  unanswered: 0,
  responseMs: 0,
  internalJudged: 0,
  internalInTime: 0,
  ...changes,
});

describe('The figures of a window', () => {
  test('are those of the worked example: one in time, one late, 38 hours on the average', () => {
    const asOf = '2026-11-20T12:00:00.000Z';
    const ago = (hours: number): string => addHours(asOf, -hours);
    // 10 h and 66 h: together 76, so 38 on the average, which is 1 day and 14 hours.
    const messages = [
      ...settleThread([question('a', ago(100)), answer('b', ago(90))]),
      ...settleThread([question('c', ago(80)), answer('d', ago(14))]),
    ];
    expect(toFigures(countWindow(messages, { asOf, days: 7 }))).toEqual({
      days: 7,
      within: { count: 1, percent: 50 },
      late: { count: 1, percent: 50 },
      unanswered: 0,
      answeredLate: 1,
      averageResponseSeconds: 136_800,
      goalMet: false,
      internal: null,
    });
  });

  test.each([
    [14, 4, 78, 22],
    [26, 8, 76, 24],
    [1, 1, 50, 50],
    [0, 0, 0, 0],
    [199, 1, 100, 1],
  ])(
    '%i in time and %i late are %i %% and %i %%, each rounded half up',
    (inTime, late, within, lateShare) => {
      const figures = toFigures(counted({ answeredInTime: inTime, answeredLate: late }));
      expect(figures.within).toEqual({ count: inTime, percent: within });
      expect(figures.late).toEqual({ count: late, percent: lateShare });
    },
  );

  test('meet the goal by the exact counts, whatever the rounded shares say', () => {
    const goal = (answeredInTime: number, answeredLate: number) =>
      toFigures(counted({ answeredInTime, answeredLate })).goalMet;
    expect(goal(91, 9)).toBe(true);
    expect(goal(90, 10)).toBe(false);
    expect(goal(901, 100)).toBe(true);
    expect(goal(0, 0)).toBeNull();
  });

  test('count a message by when it was sent, after the beginning and until the end', () => {
    const asOf = '2026-11-20T12:00:00.000Z';
    const sentAt = (at: string) =>
      countWindow(settleThread([question('q', at), answer('a', at)]), { asOf, days: 7 }).answeredInTime;
    expect(sentAt('2026-11-13T12:00:00.000Z')).toBe(0);
    expect(sentAt('2026-11-13T12:00:00.001Z')).toBe(1);
    expect(sentAt(asOf)).toBe(1);
    expect(sentAt('2026-11-20T12:00:00.001Z')).toBe(0);
  });

  test('do not know what happens later', () => {
    const sentAt = '2026-11-10T12:00:00.000Z';
    const [message] = settleThread([question('q', sentAt), answer('a', addHours(sentAt, 30))]);
    const at = (hours: number) => message && standingOf(message, addHours(sentAt, hours));
    expect([-1, 0, 24].map(at)).toEqual([null, 'open', 'open']);
    expect(message && standingOf(message, '2026-11-11T12:00:00.001Z')).toBe('unanswered');
    expect([29.9, 30, 1_000].map(at)).toEqual(['unanswered', 'answered_late', 'answered_late']);
  });

  test("count the seller's own target of what was answered", () => {
    const figures = toFigures(counted({ answeredInTime: 3, internalJudged: 3, internalInTime: 2 }));
    expect(figures.internal).toEqual({ count: 2, of: 3, percent: 67 });
  });
});

describe('How many more late answers it takes to miss the goal', () => {
  test.each([
    [90, 5, 5],
    [91, 10, 1],
    [90, 10, 0],
    [0, 0, 1],
    [1, 0, 1],
    [100, 0, 12],
    [0, 3, 0],
  ])('%i in time, %i late: %i', (answeredInTime, late, more) => {
    expect(lateLeft(counted({ answeredInTime, unanswered: late }))).toBe(more);
  });

  test('is the smallest number that does it, by the goal itself', () => {
    for (let answeredInTime = 0; answeredInTime < 60; answeredInTime++) {
      for (let answeredLate = 0; answeredLate < 12; answeredLate++) {
        const more = lateLeft(counted({ answeredInTime, answeredLate }));
        const met = (late: number) => toFigures(counted({ answeredInTime, answeredLate: late })).goalMet;
        expect(met(answeredLate + more)).toBe(false);
        if (more > 0) expect(met(answeredLate + more - 1)).not.toBe(false);
      }
    }
  });
});

describe('A machine wrote it', () => {
  test.each([
    ['auto-replied', null, true],
    ['auto-generated; owner-email="a@b.test"', null, true],
    ['Auto-Notified', null, true],
    ['something-new', null, true],
    ['(a comment) no', null, false],
    ['No; parameter=1', null, false],
    ['', null, false],
    [true, null, true],
    [false, null, false],
    [null, '<>', true],
    [null, ' ', true],
    [null, '', true],
    [null, '<bounce@shop.test>', false],
    [null, null, false],
  ])('Auto-Submitted %j, return path %j: %j', (autoSubmitted, returnPath, automatic) => {
    expect(isAutomatic({ autoSubmitted, returnPath })).toBe(automatic);
  });
});

test('What leaves the figures takes from the tallies what it gave', () => {
  const owner = { sellerId: 's', channel: 'shop' };
  const [message] = settleThread([
    question('q', '2026-11-10T12:00:00.000Z'),
    answer('a', '2026-11-10T15:00:00.000Z'),
  ]);
  if (message === undefined) throw new Error('Nothing was settled');
  const came = tallyChanges([{ ...owner, before: null, after: message }]);
  expect(came.map(({ channel, messages, responseMs }) => [channel, messages, responseMs])).toEqual([
    ['shop', 1, 10_800_000],
    ['', 1, 10_800_000],
  ]);
  const excluded = { ...message, noResponseNeeded: true };
  const left = tallyChanges([{ ...owner, before: message, after: excluded }]);
  expect(left.map(({ messages }) => messages)).toEqual([-1, -1]);
  expect(
    tallyChanges([
      { ...owner, before: null, after: message },
      { ...owner, before: message, after: excluded },
    ]),
  ).toEqual([]);
});
