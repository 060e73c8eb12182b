import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { addMonths } from '../../../src/domain/calendar/instant.ts';
import type { Order } from '../../../src/domain/orders/order.ts';
import {
  anonymiseCancellation,
  anonymiseRefund,
  anonymiseReturn,
  anonymiseReturnEvent,
} from '../../../src/domain/privacy/anonymise.ts';
import { addCounts, isAnyErased, nothingErased } from '../../../src/domain/privacy/counts.ts';
import {
  decideErasure,
  isReturnOver,
  type OrderMatters,
  overAtOf,
} from '../../../src/domain/privacy/over.ts';
import type { ReturnEvent } from '../../../src/domain/returns/events.ts';
import { eligible, shippedOrder } from '../claims/samples.ts';
import { cancel, orderAfter, place } from '../orders/samples.ts';
import { declined, refund, succeeded } from '../refunds/samples.ts';
import { authorize, close, deliveredOrder, request, returnAfter, returnLine } from '../returns/samples.ts';

const deliveredAt = '2026-03-12T10:00:00.000Z';

const matters = (order: Order, changes: Partial<OrderMatters> = {}): OrderMatters => ({
  order,
  returns: [],
  refunds: [],
  claims: [],
  requests: [],
  lastMessageAt: null,
  ...changes,
});

const over = (changes: Partial<OrderMatters> = {}, order = deliveredOrder()) =>
  overAtOf(matters(order, changes));

describe('An order is over', () => {
  test('when it was delivered, or called off', () => {
    expect(over()).toBe(deliveredAt);
    const cancelled = orderAfter([place(), cancel()]);
    expect(over({}, cancelled)).toBe(cancelled.cancellation?.at);
  });

  test('half a year after the last sign of a parcel that nobody saw arrive, or of an order that nobody shipped', () => {
    const [shipment] = shippedOrder().shipments;
    expect(over({}, shippedOrder())).toBe(addDaysOf(shipment?.shippedAt ?? '', 180));
    expect(over({}, orderAfter([place()])) ?? '').toMatch(/^2026-09-06/);
  });

  test('not before its last message, return, claim and refund', () => {
    expect(over({ lastMessageAt: '2026-04-01T00:00:00.000Z' })).toBe('2026-04-01T00:00:00.000Z');
    const closed = returnAfter([request(), close()]);
    expect(over({ returns: [closed] })).toBe(closed.closing?.at);
    expect(over({ returns: [returnAfter([request(), authorize()])] }) ?? '').toMatch(/^2026-09-12/);
    expect(over({ refunds: [succeeded(refund())] })).toBe(succeeded(refund()).settledAt);
    expect(over({ claims: [eligible({ state: 'denied', steps: [] })] })).toBe(eligible().eligibleAt);
    expect((over({ claims: [eligible()] }) ?? '') > eligible().eligibleAt).toBe(true);
    const asked = { ...aRequest, state: 'requested', decidedAt: null } as const;
    expect(
      over({ requests: [{ ...aRequest, state: 'refused', decidedAt: '2026-03-20T00:00:00.000Z' }] }),
    ).toBe('2026-03-20T00:00:00.000Z');
    expect(over({ requests: [asked] })).toBe(addDaysOf(asked.requestedAt, 180));
  });

  test('not while money is on its way, however long that takes, or a person has to look', () => {
    expect(over({ refunds: [refund()] })).toBeNull();
    expect(over({ refunds: [{ ...succeeded(refund()), attention: 'contradicted' }] })).toBeNull();
    const owed = {
      ...returnAfter([request(), authorize()]),
      refundClock: {
        rule: 'receipt',
        startedAt: deliveredAt,
        warnAt: null,
        dueAt: deliveredAt,
        stoppedAt: null,
        warnedAt: null,
        breachedAt: null,
      },
    } as const;
    expect(over({ returns: [owed] })).toBeNull();
    expect(isReturnOver(owed, '2036-01-01T00:00:00.000Z')).toBe(false);
  });
});

const aRequest = {
  id: 'request-1',
  orderId: 'order-1',
  channel: 'shop',
  channelOrderId: '1',
  requestedAt: '2026-03-11T00:00:00.000Z',
  reason: null,
  lines: null,
  message: null,
};

const addDaysOf = (at: string, days: number): string =>
  new Date(Date.parse(at) + days * 86_400_000).toISOString();

describe('Personal data goes', () => {
  const at = (now: string, asked: boolean, overAt: string | null = deliveredAt) =>
    decideErasure({ overAt, asked, afterMonths: 24, now });

  it.each([
    ['at the very instant at which the months are over', '2028-03-12T10:00:00.000Z', false, 'erase'],
    ['not a millisecond sooner', '2028-03-12T09:59:59.999Z', false, 'keep'],
    ['at once when the buyer asks', deliveredAt, true, 'erase'],
    ['not before the order is over, whoever asks', '2026-03-12T09:59:59.999Z', true, 'keep'],
  ])('%s', (_what, now, asked, kind) => {
    expect(at(now, asked).kind).toBe(kind);
  });

  test('and is looked at again when its time will have come, and every day once somebody has asked', () => {
    expect(at('2026-04-01T00:00:00.000Z', false)).toEqual({
      kind: 'keep',
      checkAt: '2028-03-12T10:00:00.000Z',
    });
    expect(at('2026-03-01T00:00:00.000Z', true)).toEqual({
      kind: 'keep',
      checkAt: '2026-03-02T00:00:00.000Z',
    });
    expect(at('2026-03-01T00:00:00.000Z', false, null)).toEqual({
      kind: 'keep',
      checkAt: '2026-03-31T00:00:00.000Z',
    });
  });

  test('never in a loop: what is kept is looked at again in the future', () => {
    const instant = fc
      .date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true })
      .map((date) => date.toISOString());
    fc.assert(
      fc.property(
        fc.option(instant),
        instant,
        fc.boolean(),
        fc.integer({ min: 1, max: 240 }),
        (overAt, now, asked, afterMonths) => {
          const verdict = decideErasure({ overAt, now, asked, afterMonths });
          return verdict.kind === 'erase' || verdict.checkAt > now;
        },
      ),
    );
  });

  test('after months of the calendar, whose last day may be sooner', () => {
    expect(addMonths('2026-08-31T10:00:00.000Z', 6)).toBe('2027-02-28T10:00:00.000Z');
    expect(addMonths('2026-08-31T10:00:00.000Z', -6)).toBe('2026-02-28T10:00:00.000Z');
  });
});

describe('Without the words of people', () => {
  const contact = { name: 'Marker', email: 'marker@example.test', language: null };
  const asked = request({ contact, lines: [returnLine('a', 1, { comment: 'marker' })] });
  const state = returnAfter([asked, close('problem_solved', 'marker')]);

  test('a return keeps its units, states and dates', () => {
    const erased = anonymiseReturn(state);
    expect(JSON.stringify(erased)).not.toMatch(/marker/i);
    expect(erased).toMatchObject({
      state: 'closed',
      closing: { reason: 'problem_solved', at: state.closing?.at },
    });
    expect(erased.lines).toEqual([returnLine('a')]);
  });

  test('so does every event of its history', () => {
    const by = { actor: 'buyer', at: deliveredAt } as const;
    const requested = returnAfter([asked]);
    if (requested.state !== 'requested' || state.closing === null) throw new Error('Not as it was made');
    const events: ReturnEvent[] = [
      { type: 'requested', request: requested, ...by },
      { type: 'replied', message: 'marker', ...by },
      { type: 'closed', closing: state.closing, ...by },
      { type: 'dispatched', dispatchedAt: deliveredAt, proof: 'marker', ...by },
      { type: 'completed', ...by },
    ];
    const erased = events.map(anonymiseReturnEvent);
    expect(JSON.stringify(erased)).not.toMatch(/marker/i);
    expect(erased.map(({ type, at }) => ({ type, at }))).toEqual(
      events.map(({ type, at }) => ({ type, at })),
    );
  });

  test('a refund keeps its amounts, and a reason that is a rule', () => {
    const said = { ...declined(refund()), reason: 'marker', declineDetail: 'marker' };
    const erased = anonymiseRefund(said);
    expect(JSON.stringify(erased)).not.toContain('marker');
    expect(erased).toMatchObject({
      amountMinor: said.amountMinor,
      state: 'declined',
      settledAt: said.settledAt,
    });
    expect(anonymiseRefund({ ...said, cause: 'cancellation', reason: 'cancellation' }).reason).toBe(
      'cancellation',
    );
  });

  test('a cancellation keeps the system’s reason alone', () => {
    expect(anonymiseCancellation({ source: 'system', reason: 'not_shipped', at: deliveredAt }).reason).toBe(
      'not_shipped',
    );
    expect(anonymiseCancellation({ source: 'seller', reason: 'marker', at: deliveredAt }).reason).toBeNull();
  });
});

test('Pending things are nothing that was erased', () => {
  expect(isAnyErased(addCounts(nothingErased, { pending: 3, ordersErased: 1 }))).toBe(false);
  expect(isAnyErased(addCounts(nothingErased, { mails: 1 }))).toBe(true);
});
