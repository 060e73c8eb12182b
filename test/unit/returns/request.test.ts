import { describe, expect, test } from 'vitest';
import { line, orderAfter, place } from '../orders/samples.ts';
import { context, deliveredOrder, outcome, policy, request, returnAfter, returnLine } from './samples.ts';

const codes = (state: ReturnType<typeof returnAfter>): string[] => state.warnings.map(({ code }) => code);

describe('A request', () => {
  test('waits for the seller, who has 48 hours, with a warning at five sixths of them', () => {
    const state = returnAfter([request()]);
    expect(state.state).toBe('requested');
    expect(state.clock).toMatchObject({
      warnAt: '2026-03-18T02:00:00.000Z',
      dueAt: '2026-03-18T10:00:00.000Z',
      stoppedAt: null,
    });
  });

  test.each([
    ['more than was shipped', request({ lines: [returnLine('a', 3)] }), 'quantity_above_shipped'],
    ['a line that the order does not have', request({ lines: [returnLine('z')] }), 'unknown_line'],
    ['a line twice', request({ lines: [returnLine('a'), returnLine('a')] }), 'line_duplicate'],
    ['a time to come', request({ requestedAt: '2026-03-16T10:06:00.000Z' }), 'time_in_future'],
    ['a time before the order', request({ requestedAt: '2026-03-09T10:00:00.000Z' }), 'time_too_early'],
  ])('is refused for %s', (_what, command, code) => {
    expect(outcome(null, command)).toEqual([`refused: ${code}`]);
  });

  test('is refused of what has not left, and of stock that the seller took out', () => {
    const unshipped = orderAfter([place()]);
    expect(outcome(null, request(), context({ order: unshipped }))).toEqual([
      'refused: quantity_above_shipped',
    ]);
    const removal = deliveredOrder(undefined, { purpose: 'removal' });
    expect(outcome(null, request(), context({ order: removal }))).toEqual(['refused: removal_order']);
  });

  test('for units of another open request is taken, and names it', () => {
    const first = returnAfter([request()]);
    const second = returnAfter([request({ returnId: 'return-2' })], context({ others: [first] }));
    expect(second.warnings).toMatchObject([{ code: 'duplicate_request', returnIds: ['return-1'] }]);
  });

  test('made by the seller is authorised at once, and needs an address', () => {
    expect(returnAfter([request({ requestedBy: 'seller' })])).toMatchObject({
      state: 'authorized',
      clock: null,
      authorization: { by: 'seller', rma: 'FRESH2RMA3' },
    });
    const nowhere = context({ policy: policy({ returnAddresses: [] }) });
    expect(outcome(null, request({ requestedBy: 'seller' }), nowhere)).toEqual([
      'refused: no_return_address',
    ]);
  });
});

describe('The return window', () => {
  const late = (placedAt: string, now: string, changes = {}) => {
    const order = { ...deliveredOrder(), placedAt };
    return codes(returnAfter([request()], context({ order, now, policy: policy(changes) })));
  };

  test('is 30 days from the order, its last instant excluded', () => {
    expect(late('2026-03-10T09:00:00.000Z', '2026-04-09T08:59:59.999Z')).toEqual([]);
    expect(late('2026-03-10T09:00:00.000Z', '2026-04-09T09:00:00.000Z')).toEqual(['outside_return_window']);
  });

  test('of orders of November and December goes on until the end of 31 January at the buyer’s place', () => {
    expect(late('2026-11-01T09:00:00.000Z', '2027-01-31T22:59:59.000Z')).toEqual([]);
    expect(late('2026-11-01T09:00:00.000Z', '2027-01-31T23:00:00.000Z')).toEqual(['outside_return_window']);
    expect(late('2026-10-31T09:00:00.000Z', '2026-12-01T09:00:00.000Z')).toEqual(['outside_return_window']);
    const off = { holidayExtension: false };
    expect(late('2026-11-01T09:00:00.000Z', '2026-12-02T09:00:00.000Z', off)).toEqual([
      'outside_return_window',
    ]);
  });

  test('that the seller made longer than the extension is not cut by it', () => {
    expect(late('2026-12-31T09:00:00.000Z', '2027-03-01T09:00:00.000Z', { returnWindowDays: 90 })).toEqual(
      [],
    );
  });
});

describe('Requests authorise themselves', () => {
  const auto = (changes = {}, command = request(), more = {}) =>
    returnAfter([command], context({ policy: policy(changes), ...more })).state;

  test('never, all of them, or as the policy allows', () => {
    const fixed = deliveredOrder([line('a', 2, { returnable: false })]);
    expect(auto({ autoAuthorize: 'off' })).toBe('requested');
    expect(auto({ autoAuthorize: 'all' }, request(), { order: fixed })).toBe('authorized');
    expect(auto({ autoAuthorize: 'policy' })).toBe('authorized');
    expect(auto({ autoAuthorize: 'policy' }, request(), { order: fixed })).toBe('requested');
    expect(auto({ autoAuthorize: 'policy' }, request(), { now: '2026-05-01T09:00:00.000Z' })).toBe(
      'requested',
    );
  });

  test('while the seller is away, and no longer', () => {
    const absence = {
      from: '2026-03-16T00:00:00.000Z',
      until: '2026-03-17T00:00:00.000Z',
      autoAuthorize: 'all' as const,
    };
    expect(auto({ absence })).toBe('authorized');
    expect(auto({ absence }, request(), { now: '2026-03-17T00:00:00.000Z' })).toBe('requested');
  });

  test('not without an address to send to, which the seller is told', () => {
    const state = returnAfter(
      [request()],
      context({ policy: policy({ autoAuthorize: 'all', returnAddresses: [] }) }),
    );
    expect(state.state).toBe('requested');
    expect(codes(state)).toEqual(['no_return_address']);
  });

  test('not for units that another return holds', () => {
    const first = returnAfter(
      [request({ lines: [returnLine('a', 2)] })],
      context({ policy: policy({ autoAuthorize: 'all' }) }),
    );
    const second = returnAfter(
      [request({ returnId: 'return-2' })],
      context({ policy: policy({ autoAuthorize: 'all' }), others: [first] }),
    );
    expect([first.state, second.state]).toEqual(['authorized', 'requested']);
  });
});

describe('Advice about the cost of a return', () => {
  const advice = (reason: 'defective' | 'no_longer_wanted', costMinor: number) =>
    returnAfter(
      [request({ lines: [returnLine('a', 1, { reason })] })],
      context({ policy: policy({ returnCosts: [{ country: 'FR', costMinor, currency: 'EUR' }] }) }),
    ).advice;

  test('is to let the buyer keep what costs the seller more than it is worth', () => {
    expect(advice('defective', 1250)).toEqual([]);
    expect(advice('defective', 1251)).toMatchObject([
      { code: 'keep_item', costMinor: 1251, valueMinor: 1250 },
    ]);
  });

  test('is to offer a credit where the buyer’s postage eats the value', () => {
    expect(advice('no_longer_wanted', 1249)).toEqual([]);
    expect(advice('no_longer_wanted', 1250)).toMatchObject([{ code: 'offer_credit' }]);
  });
});
