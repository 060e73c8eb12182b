import { describe, expect, test } from 'vitest';
import type { ClaimPolicy } from '../../../src/domain/claims/claim.ts';
import type { OrderDraft } from '../../../src/domain/orders/order.ts';
import { delivered, line, orderAfter, place, scans, ship } from '../orders/samples.ts';
import {
  answer,
  beforeLost,
  claimsAfter,
  closesAt,
  context,
  deliveredLate,
  detectDamaged,
  detectLost,
  eligible,
  lostAt,
  one,
  onTheWayBack,
  open,
  outcome,
  policyOf,
  reconsider,
  returnOf,
  shippedOrder,
  submit,
} from './samples.ts';

describe('A lost parcel', () => {
  test('becomes an eligible claim for all that is in it, with amounts and closing date frozen', () => {
    const at = context({ policy: policyOf({ closingDays: 90 }) });
    expect(one([], detectLost(), at)).toEqual({
      id: at.newIds.get('parcel-1'),
      orderId: 'order-1',
      channel: 'shop',
      channelOrderId: 'S-1',
      kind: 'lost',
      state: 'eligible',
      shipmentId: 'parcel-1',
      returnId: null,
      lines: [
        { lineId: 'a', quantity: 2, amountMinor: 2_500 },
        { lineId: 'b', quantity: 1, amountMinor: 1_250 },
      ],
      currency: 'EUR',
      amountMinor: 3_750,
      basis: 'sale_price_without_tax',
      eligibleAt: lostAt,
      closesAt,
      submittedAt: null,
      decidedAt: null,
      reimbursedAt: null,
      approvedMinor: null,
      reimbursedMinor: null,
      steps: [{ type: 'eligible', actor: 'system', at: lostAt }],
    });
  });

  test('is eligible since its time was up, however late that was noticed', () => {
    const now = '2026-03-23T08:00:00.000Z';
    const claim = one([], detectLost(), context({ now }));
    expect([claim.eligibleAt, claim.closesAt, claim.steps[0]?.at]).toEqual([lostAt, closesAt, now]);
  });

  test('is found once, also after its claim was denied or expired', () => {
    for (const state of ['eligible', 'opened', 'submitted', 'denied', 'expired'] as const) {
      expect(outcome([eligible({ state })], detectLost())).toEqual([]);
    }
  });

  test('is found again when its claim was withdrawn and it left its buyer once more', () => {
    expect(outcome([eligible({ state: 'withdrawn' })], detectLost())).toEqual(['made']);
  });

  test('leaves out what somebody has claimed of it by hand', () => {
    const claims = claimsAfter([], open('lost', [{ lineId: 'a', quantity: 1 }]));
    expect(one(claims, detectLost()).lines.map(({ lineId, quantity }) => [lineId, quantity])).toEqual([
      ['a', 1],
      ['b', 1],
    ]);
  });

  test('is submitted at once where the seller wants that', () => {
    const at = context({ policy: policyOf({ autoFile: true }) });
    expect(outcome([], detectLost(), at)).toEqual(['made', 'submitted']);
    expect(one([], detectLost(), at)).toMatchObject({ state: 'submitted', submittedAt: lostAt });
  });

  test.each<[string, Partial<OrderDraft>, string]>([
    ['it is too early', {}, beforeLost],
    ['the claim would be closed already', {}, closesAt],
    ['the order is a removal', { purpose: 'removal' }, lostAt],
    ['the order is old data', { historical: true }, lostAt],
    ['nothing was paid for it', { lines: [line('a', 1, { unitPriceMinor: 0 })] }, lostAt],
  ])('is no claim when %s', (_, changes, now) => {
    expect(outcome([], detectLost(), context({ order: shippedOrder(changes), now }))).toEqual([]);
  });

  test.each([
    ['was delivered', deliveredLate],
    ['comes back', onTheWayBack],
  ])('is no claim when it %s', (_, command) => {
    expect(outcome([], detectLost(), context({ order: shippedOrder({}, command) }))).toEqual([]);
    expect(outcome([], detectLost('unknown'))).toEqual([]);
  });

  test.each<[string, Partial<ClaimPolicy>, number]>([
    ['at their cost, without the lines that have none', { basis: 'unit_cost' }, 1_400],
    ['at no more than the cap', { capPerUnitMinor: 1_000 }, 3_000],
  ])('claims its units %s', (_, changes, amountMinor) => {
    const order = shippedOrder({ lines: [line('a', 2, { unitCostMinor: 700 }), line('b')] });
    expect(one([], detectLost(), context({ order, policy: policyOf(changes) })).amountMinor).toBe(
      amountMinor,
    );
  });

  test('of which no line has a cost is no claim where the cost is the basis', () => {
    expect(outcome([], detectLost(), context({ policy: policyOf({ basis: 'unit_cost' }) }))).toEqual([]);
  });
});

describe('A return that the carrier damaged', () => {
  const order = orderAfter([place(), ship(), scans('parcel-1', delivered)]);
  const now = '2026-03-25T10:00:00.000Z';
  const at = (changes = {}) =>
    context({ order, now, returns: [returnOf(order, 'carrier_damaged')], ...changes });

  test('becomes an eligible claim for those units, which is never submitted by itself', () => {
    const claim = one([], detectDamaged, at({ policy: policyOf({ autoFile: true }) }));
    expect(claim).toMatchObject({
      kind: 'damaged',
      state: 'eligible',
      shipmentId: 'parcel-1',
      returnId: 'return-1',
      lines: [{ lineId: 'a', quantity: 1, amountMinor: 1_250 }],
      eligibleAt: '2026-03-25T09:00:00.000Z',
    });
  });

  test('is found once, and what comes back later is found then', () => {
    const claims = claimsAfter([], detectDamaged, at());
    expect(outcome(claims, detectDamaged, at())).toEqual([]);
    expect(outcome([{ ...eligible(), ...claims[0], state: 'denied' }], detectDamaged, at())).toEqual([]);
    const more = at({ returns: [returnOf(order, 'carrier_damaged', 2)] });
    expect(one(claims, detectDamaged, more).lines).toEqual([
      { lineId: 'a', quantity: 1, amountMinor: 1_250 },
    ]);
  });

  test('is no claim for units that were claimed as lost', () => {
    expect(outcome([eligible({ state: 'reimbursed' })], detectDamaged, at())).toEqual([]);
  });

  test.each(['sellable', 'customer_damaged', 'defective', 'other'] as const)(
    'is no claim when it came back as %s',
    (condition) => {
      expect(outcome([], detectDamaged, at({ returns: [returnOf(order, condition)] }))).toEqual([]);
    },
  );

  test('counts what was not authorised once the seller has accepted it', () => {
    const state = returnOf(order, 'carrier_damaged', 2);
    const withMismatch = (decided: 'accept' | 'send_back') => ({
      ...state,
      received: [],
      mismatches: state.received.map(({ lineId, quantity, condition, receivedAt }) => ({
        id: 'mismatch-1',
        kind: 'more_than_authorized' as const,
        sku: 'sku-a',
        outcome: decided,
        decidedAt: receivedAt,
        lineId,
        quantity,
        condition,
        receivedAt,
      })),
    });
    expect(one([], detectDamaged, at({ returns: [withMismatch('accept')] })).lines[0]?.quantity).toBe(2);
    expect(outcome([], detectDamaged, at({ returns: [withMismatch('send_back')] }))).toEqual([]);
  });

  test('becomes a claim for each parcel that it was in, those that arrived first', () => {
    const parts = orderAfter([
      place({ lines: [line('a', 3)] }),
      ship('parcel-1', { lines: [{ lineId: 'a', quantity: 1 }] }),
      ship('parcel-2', { lines: [{ lineId: 'a', quantity: 1 }] }),
      ship('parcel-3'),
      scans('parcel-2', delivered),
      scans('parcel-3', delivered),
    ]);
    const claims = claimsAfter(
      [],
      detectDamaged,
      at({ order: parts, returns: [returnOf(parts, 'carrier_damaged', 2)] }),
    );
    expect(claims.map(({ shipmentId, lines }) => [shipmentId, lines[0]?.quantity])).toEqual([
      ['parcel-2', 1],
      ['parcel-3', 1],
    ]);
    expect(new Set(claims.map(({ id }) => id)).size).toBe(2);
  });

  test('is no claim of a removal or of old data', () => {
    for (const changes of [{ purpose: 'removal' as const }, { historical: true }]) {
      expect(outcome([], detectDamaged, at({ order: { ...order, ...changes } }))).toEqual([]);
    }
    expect(outcome([], { type: 'detect_damaged', returnId: 'unknown' }, at())).toEqual([]);
  });
});

describe('A scan that comes after all', () => {
  const delivery = context({ order: shippedOrder({}, deliveredLate), now: '2026-03-21T10:00:01.000Z' });
  const wayBack = context({ order: shippedOrder({}, onTheWayBack), now: '2026-03-21T10:00:01.000Z' });

  test.each(['eligible', 'opened'] as const)('withdraws a claim that is %s', (state) => {
    for (const at of [delivery, wayBack]) {
      expect(outcome([eligible({ state })], reconsider, at)).toEqual(['withdrawn']);
    }
  });

  test.each(['submitted', 'approved', 'reimbursed'] as const)(
    'leaves a claim that is %s as it is, and tells the seller once that it was delivered',
    (state) => {
      const claims = claimsAfter([eligible({ state })], reconsider, delivery);
      expect(claims[0]).toMatchObject({ state });
      expect(claims[0]?.steps.at(-1)).toMatchObject({ type: 'delivered_after_submission' });
      expect(outcome(claims, reconsider, delivery)).toEqual([]);
      expect(outcome([eligible({ state })], reconsider, wayBack)).toEqual([]);
    },
  );

  test('notes of a submitted claim that its parcel is back with its sender', () => {
    const order = shippedOrder({}, scansBack);
    expect(outcome([eligible({ state: 'submitted' })], reconsider, context({ order }))).toEqual([
      'returned_after_submission',
    ]);
  });

  test.each(['denied', 'expired', 'withdrawn'] as const)('does nothing to one that is %s', (state) => {
    expect(outcome([eligible({ state })], reconsider, delivery)).toEqual([]);
  });

  test('does nothing to claims for damages, or when the parcel is still away', () => {
    expect(outcome([eligible({ kind: 'damaged' })], reconsider, delivery)).toEqual([]);
    expect(outcome([eligible()], reconsider)).toEqual([]);
  });

  test('frees its units: what was delivered damaged can be claimed as that', () => {
    const claims = claimsAfter([eligible()], reconsider, delivery);
    expect(one(claims, open('damaged'), delivery)).toMatchObject({
      id: 'by-hand',
      kind: 'damaged',
      state: 'opened',
    });
  });

  test('does not come between a claim that was paid and its ledger', () => {
    const filed = claimsAfter(
      claimsAfter([eligible({ id: 'claim-1' })], submit('claim-1')),
      answer('claim-1', 'reimbursed'),
    );
    expect(claimsAfter(filed, reconsider, delivery)[0]).toMatchObject({
      state: 'reimbursed',
      reimbursedMinor: 3_750,
    });
  });
});

const scansBack = scans('parcel-1', {
  code: 'returned_to_sender',
  occurredAt: '2026-03-22T10:00:00.000Z',
  eventId: null,
});
