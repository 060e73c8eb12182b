import { describe, expect, test } from 'vitest';
import { decide } from '../../../src/domain/claims/decide.ts';
import type { Order, OrderDraft } from '../../../src/domain/orders/order.ts';
import { delivered, line, orderAfter, place, scan, scans, ship } from '../orders/samples.ts';
import {
  backAgain,
  beforeLost,
  claimsAfter,
  closesAt,
  context,
  deliveredLate,
  eligible,
  lostAt,
  one,
  onTheWayBack,
  open,
  outcome,
  policyOf,
  returnOf,
  shippedOrder,
} from './samples.ts';

const units = (lineId: string, quantity = 1) => ({ lineId, quantity });

/** Two parcels: a unit of each line, then the other one of line a. */
const twoParcels = (...more: Parameters<typeof orderAfter>[0]): Order =>
  orderAfter([
    place(),
    ship('parcel-1', { lines: [units('a'), units('b')] }),
    ship('parcel-2', { shippedAt: '2026-03-10T15:00:00.000Z' }),
    ...more,
  ]);

describe('A lost parcel claimed by hand', () => {
  test('is a claim of the seller for all that is in it', () => {
    expect(one([], open('lost'))).toMatchObject({
      id: 'by-hand',
      kind: 'lost',
      state: 'opened',
      amountMinor: 3_750,
      eligibleAt: lostAt,
      closesAt,
      steps: [{ type: 'opened', actor: 'seller', at: lostAt }],
    });
  });

  test('is a claim for some units, where some are named', () => {
    expect(one([], open('lost', [units('a')])).lines).toEqual([
      { lineId: 'a', quantity: 1, amountMinor: 1_250 },
    ]);
  });

  test.each([
    ['all of it', null],
    ['a part of it', [units('a')]],
    ['just that', [units('a', 2), units('b')]],
  ])('takes up what was found by itself when it is about %s', (_, lines) => {
    const found = eligible({ id: 'found' });
    const claims = claimsAfter([found], open('lost', lines));
    expect(claims).toEqual([
      { ...found, state: 'opened', steps: [...found.steps, { type: 'opened', actor: 'seller', at: lostAt }] },
    ]);
  });

  test('may be old data', () => {
    expect(outcome([], open('lost'), context({ order: shippedOrder({ historical: true }) }))).toEqual([
      'made',
    ]);
  });

  test('may have been denied before', () => {
    expect(outcome([eligible({ state: 'denied' })], open('lost'))).toEqual(['made']);
  });

  test('is the first of several that can be claimed, and next time the next', () => {
    const at = context({ order: twoParcels() });
    const first = claimsAfter([], open('lost', null, 'one'), at);
    const both = claimsAfter(first, open('lost', null, 'two'), at);
    expect(both.map(({ id, shipmentId }) => [id, shipmentId])).toEqual([
      ['one', 'parcel-1'],
      ['two', 'parcel-2'],
    ]);
    expect(outcome(both, open('lost', null, 'three'), at)).toEqual(['refused: units_claimed']);
  });

  test('is the one that holds the units that are named and can be claimed', () => {
    const at = context({ order: twoParcels(scans('parcel-1', delivered)) });
    expect(one([], open('lost', [units('a')]), at).shipmentId).toBe('parcel-2');
    expect(one([], open('lost'), at).shipmentId).toBe('parcel-2');
    expect(outcome([], open('lost', [units('b')]), at)).toEqual(['refused: parcel_delivered']);
    expect(outcome([], open('lost', [units('a', 2)]), at)).toEqual(['refused: units_in_several_parcels']);
  });
});

describe('A lost parcel is not claimed', () => {
  test.each<[string, Partial<OrderDraft>, Parameters<typeof open>[1]]>([
    ['removal_order', { purpose: 'removal' }, null],
    ['unknown_line', {}, [units('z')]],
    ['line_duplicate', {}, [units('a'), units('a')]],
    ['quantity_above_shipped', {}, [units('a', 3)]],
    ['nothing_to_claim', { lines: [line('a', 1, { unitPriceMinor: 0 })] }, null],
  ])('with %s', (code, changes, lines) => {
    const at = context({ order: shippedOrder(changes) });
    expect(outcome([], open('lost', lines), at)).toEqual([`refused: ${code}`]);
  });

  test.each([
    ['parcel_delivered', deliveredLate],
    ['parcel_returning', onTheWayBack],
    ['parcel_returning', backAgain],
  ])('with %s when its scans say so', (code, command) => {
    const at = context({ order: shippedOrder({}, command) });
    expect(outcome([], open('lost'), at)).toEqual([`refused: ${code}`]);
    expect(outcome([eligible()], open('lost'), at)).toEqual([`refused: ${code}`]);
  });

  test('before its time, and the refusal tells when that is', () => {
    const decision = decide([], open('lost'), context({ now: beforeLost }));
    expect(decision).toMatchObject({ ok: false, refusal: { code: 'not_lost_yet' } });
    expect(JSON.stringify(decision)).toContain(lostAt);
    // A carrier's word that it is lost changes nothing about the time.
    const order = shippedOrder({}, scans('parcel-1', scan('lost', '2026-03-15T10:00:00.000Z')));
    expect(outcome([], open('lost'), context({ order, now: beforeLost }))).toEqual(['refused: not_lost_yet']);
  });

  test('after the closing date', () => {
    expect(outcome([], open('lost'), context({ now: closesAt }))).toEqual(['refused: claim_closed']);
    for (const state of ['eligible', 'expired'] as const) {
      expect(outcome([eligible({ state })], open('lost'), context({ now: closesAt }))).toEqual([
        'refused: claim_closed',
      ]);
    }
  });

  test('before anything has left', () => {
    const order = orderAfter([place()]);
    expect(outcome([], open('lost'), context({ order }))).toEqual(['refused: not_shipped']);
    const part = orderAfter([place(), ship('parcel-1', { lines: [units('a')] })]);
    expect(outcome([], open('lost', [units('b')]), context({ order: part }))).toEqual([
      'refused: not_shipped',
    ]);
  });

  test.each(['opened', 'submitted', 'approved', 'reimbursed'] as const)(
    'while another claim for its units is %s',
    (state) => {
      expect(outcome([eligible({ state })], open('lost'))).toEqual(['refused: units_claimed']);
      expect(outcome([eligible({ state })], open('lost', [units('b')]))).toEqual(['refused: units_claimed']);
    },
  );

  test('for more units than are free', () => {
    const claims = claimsAfter([], open('lost', [units('a')], 'one'));
    expect(outcome(claims, open('lost', [units('a', 2)], 'two'))).toEqual(['refused: units_claimed']);
    expect(outcome(claims, open('lost', [units('a')], 'two'))).toEqual(['made']);
  });

  test('by the name of another claim', () => {
    expect(outcome([eligible({ id: 'by-hand' })], open('lost'))).toEqual(['refused: claim_exists']);
  });

  test('at a cost that nobody has told', () => {
    const policy = policyOf({ basis: 'unit_cost' });
    const at = context({ policy });
    expect(outcome([], open('lost'), at)).toEqual(['refused: unit_cost_missing']);
    const order = shippedOrder({ lines: [line('a', 2, { unitCostMinor: 700 }), line('b')] });
    expect(one([], open('lost'), context({ policy, order })).lines).toEqual([
      { lineId: 'a', quantity: 2, amountMinor: 1_400 },
    ]);
    expect(outcome([], open('lost', [units('a'), units('b')]), context({ policy, order }))).toEqual([
      'refused: unit_cost_missing',
    ]);
  });
});

describe('A damaged parcel claimed by hand', () => {
  const deliveredOrder = shippedOrder({}, scans('parcel-1', delivered));
  const now = '2026-03-14T10:00:00.000Z';

  test('is a claim once it was delivered, open since then', () => {
    expect(one([], open('damaged', [units('a')]), context({ order: deliveredOrder, now }))).toMatchObject({
      kind: 'damaged',
      state: 'opened',
      returnId: null,
      eligibleAt: '2026-03-12T10:00:00.000Z',
    });
  });

  test('is a claim when the carrier says that it is damaged, or it is back with its sender', () => {
    for (const code of ['damaged', 'returned_to_sender'] as const) {
      const order = shippedOrder({}, scans('parcel-1', scan(code, '2026-03-13T10:00:00.000Z')));
      expect(one([], open('damaged'), context({ order, now })).eligibleAt).toBe('2026-03-13T10:00:00.000Z');
    }
  });

  test('is a claim when something of it came back damaged, though no scan was ever heard of', () => {
    const order = shippedOrder();
    const returns = [returnOf(order, 'carrier_damaged')];
    const at = context({ order, returns, now: '2026-03-26T10:00:00.000Z' });
    expect(one([], open('damaged'), at).eligibleAt).toBe('2026-03-25T09:00:00.000Z');
    const other = context({ order, returns: [returnOf(order, 'defective')] });
    expect(outcome([], open('damaged'), other)).toEqual(['refused: not_damaged_yet']);
  });

  test('takes up what a return told of', () => {
    const found = eligible({ id: 'found', kind: 'damaged', returnId: 'return-1' });
    const at = context({ order: deliveredOrder });
    expect(one([found], open('damaged'), at)).toMatchObject({ id: 'found', state: 'opened' });
  });

  test('is no claim while it is on its way', () => {
    expect(outcome([], open('damaged'))).toEqual(['refused: not_damaged_yet']);
  });

  test('is no claim of a removal, nor after the closing date', () => {
    const removal = context({ order: { ...deliveredOrder, purpose: 'removal' } });
    expect(outcome([], open('damaged'), removal)).toEqual(['refused: removal_order']);
    const late = context({ order: deliveredOrder, now: '2026-06-10T10:00:00.000Z' });
    expect(outcome([], open('damaged'), late)).toEqual(['refused: claim_closed']);
  });

  test('is no claim for units that were claimed as lost', () => {
    for (const state of ['eligible', 'submitted', 'reimbursed'] as const) {
      expect(outcome([eligible({ state })], open('damaged'), context({ order: deliveredOrder }))).toEqual([
        'refused: units_claimed',
      ]);
    }
  });
});
