import { describe, expect, test } from 'vitest';
import { addDays } from '../../../src/domain/calendar/instant.ts';
import { endOfWorkingDay } from '../../../src/domain/delivery/working-days.ts';
import { deadlinesOf } from '../../../src/domain/returns/deadlines.ts';
import { policy as deliveryPolicy } from '../orders/samples.ts';
import {
  authorize,
  context,
  outcome,
  receive,
  request,
  requestedAt,
  returnAfter,
  returnLine,
} from './samples.ts';

const received = [request(), authorize(), receive({ lineId: 'a' })];
const note = (isAll: boolean, refundId = 'refund-1') =>
  ({ type: 'note_refund', refundId, amountMinor: 1_250, isAll, at: requestedAt }) as const;
const kinds = (state: ReturnType<typeof returnAfter>) => deadlinesOf(state).map(({ kind }) => kind);
const withdrawal = (confirmedAt = requestedAt) => [
  request({
    lines: [returnLine('a', 1, { reason: null })],
    withdrawal: { statedAt: confirmedAt, confirmedAt },
  }),
];

describe('The time to give money back', () => {
  test('runs from the receipt, and is over in time at the last instant of its last working day', () => {
    const { refundClock } = returnAfter(received);
    expect(refundClock).toMatchObject({
      rule: 'receipt',
      startedAt: requestedAt,
      dueAt: '2026-03-18T09:59:59.999Z',
    });
    expect(kinds(returnAfter(received))).toEqual(['refund_warning', 'refund_breach']);
  });

  test('counts the working days of the fulfilment centre', () => {
    const end = (at: string, days = 2) => endOfWorkingDay(deliveryPolicy, 'lille', { at, days });
    expect(end('2026-03-13T10:00:00.000Z')).toBe('2026-03-17T23:00:00.000Z');
    // Good Friday is none in Lille, Easter Monday is a holiday.
    expect(end('2026-04-02T10:00:00.000Z')).toBe('2026-04-07T22:00:00.000Z');
    expect(end('2026-03-13T10:00:00.000Z', 0)).toBe('2026-03-13T23:00:00.000Z');
    expect(
      endOfWorkingDay({ ...deliveryPolicy, fulfilmentCentres: [] }, 'gone', {
        at: '2026-03-13T10:00:00.000Z',
        days: 2,
      }),
    ).toBe('2026-03-16T00:00:00.000Z');
  });

  test('of a withdrawal is 14 days, and waits for the goods or the proof that they were sent', () => {
    const confirmed = returnAfter(withdrawal());
    expect(confirmed.refundClock ?? null).toBeNull();
    const dispatch = { type: 'dispatch', at: null, proof: '6A-1' } as const;
    const sent = returnAfter([...withdrawal(), dispatch]);
    expect(sent.refundClock).toMatchObject({ rule: 'withdrawal', dueAt: '2026-03-30T21:59:59.999Z' });
    const late = addDays(requestedAt, 20);
    const at = context({ now: late });
    const arrived = returnAfter(
      [...withdrawal(), { ...receive({ lineId: 'a' }), receivedAt: late } as never],
      at,
    );
    expect(arrived.refundClock).toMatchObject({ rule: 'receipt', startedAt: late });
    expect(outcome(returnAfter([request(), authorize()]), dispatch)).toEqual(['dispatched']);
  });

  test('stops when all is paid, which completes a return of which everything has arrived', () => {
    expect(outcome(returnAfter(received), note(false))).toEqual(['refunded']);
    const paid = returnAfter([...received, note(true)]);
    expect(paid).toMatchObject({ state: 'completed', refundClock: { stoppedAt: requestedAt } });
    expect(kinds(paid)).toEqual([]);
    expect(outcome(paid, note(true))).toEqual([]);
    const part = returnAfter([
      request({ lines: [returnLine('a', 2)] }),
      authorize(),
      receive({ lineId: 'a' }),
      note(true),
    ]);
    expect(part.state).toBe('received');
  });

  test('stops as well when nothing is owed because it was paid before', () => {
    expect(outcome(returnAfter(received), { type: 'note_nothing_owed', at: requestedAt })).toEqual([
      'refund_not_owed',
      'completed',
    ]);
    expect(
      outcome(returnAfter([request(), authorize()]), { type: 'note_nothing_owed', at: requestedAt }),
    ).toEqual([]);
  });

  test('runs again when the provider takes the money back', () => {
    const back = returnAfter([
      ...received,
      note(true),
      { type: 'note_refund_reversed', refundId: 'refund-1' },
    ]);
    expect(back.refundClock?.stoppedAt).toBeNull();
    expect(kinds(back)).toEqual(['refund_warning', 'refund_breach']);
    expect(outcome(back, { type: 'note_refund_reversed', refundId: 'refund-1' })).toEqual([]);
  });

  test('never runs for a gift: the seller decides about its money', () => {
    const gift = request({
      requestedBy: 'gift_recipient',
      contact: { name: null, email: 'x@example.test', language: null },
    });
    expect(returnAfter([gift, authorize(), receive({ lineId: 'a' })]).refundClock ?? null).toBeNull();
  });
});
