import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { deadlineKinds, type OrderCommand } from '../../../src/domain/orders/commands.ts';
import { deadlinesOf } from '../../../src/domain/orders/deadlines.ts';
import { decide, foldCommands } from '../../../src/domain/orders/decide.ts';
import { evolve } from '../../../src/domain/orders/evolve.ts';
import { orderFromRecord } from '../../../src/domain/orders/from-record.ts';
import {
  cancellationSources,
  type Order,
  orderPurposes,
  systemCancellationReasons,
  type TrackingEvent,
  trackingCodes,
  unfulfillableReasons,
} from '../../../src/domain/orders/order.ts';
import { progressOf } from '../../../src/domain/orders/progress.ts';
import {
  buyer,
  cancel,
  context,
  draft,
  frozen,
  meet,
  pendingDraft,
  placedAt,
  scans,
  ship,
  shipTo,
} from './samples.ts';

const day = (days: number): string => new Date(Date.parse(placedAt) + days * 86_400_000).toISOString();
const units = fc.record({
  lineId: fc.constantFrom('a', 'b', 'z'),
  quantity: fc.integer({ min: 0, max: 3 }),
});
/** As a withdrawal names them: what its return allowed. */
const realUnits = fc.record({ lineId: fc.constantFrom('a', 'b'), quantity: fc.integer({ min: 1, max: 3 }) });
const parcelId = fc.constantFrom('p1', 'p2', 'p3');
const instant = fc.integer({ min: -3, max: 40 }).map(day);

const scan: fc.Arbitrary<TrackingEvent> = fc.record({
  code: fc.constantFrom(...trackingCodes),
  occurredAt: instant,
  eventId: fc.option(fc.constantFrom('e1', 'e2')),
});
const scanList = fc.array(scan, { maxLength: 3 });

const place: fc.Arbitrary<OrderCommand> = fc
  .tuple(fc.boolean(), fc.boolean(), fc.constantFrom(...orderPurposes))
  .map(([pending, historical, purpose]) => ({
    type: 'place',
    orderId: 'order-1',
    draft: (pending ? pendingDraft : draft)({ historical, purpose }),
  }));

const command: fc.Arbitrary<OrderCommand> = fc.oneof(
  { weight: 1, arbitrary: place },
  {
    weight: 2,
    arbitrary: fc.record({
      type: fc.constant('record_payment' as const),
      status: fc.constantFrom('verified' as const, 'pending' as const),
      at: instant,
      buyer: fc.option(fc.constant(buyer)),
      shipTo: fc.constantFrom(null, shipTo, shipTo, { ...shipTo, country: 'CH' }),
      capturedMinor: fc.option(fc.constantFrom(0, 4240)),
    }),
  },
  {
    weight: 4,
    arbitrary: fc
      .tuple(parcelId, instant, scanList, fc.option(fc.array(units, { maxLength: 2 })))
      .map(([id, shippedAt, events, lines]) => ship(id, { shippedAt, lines, scans: events })),
  },
  { weight: 4, arbitrary: fc.tuple(parcelId, scanList).map(([id, events]) => scans(id, ...events)) },
  { weight: 1, arbitrary: fc.constantFrom(...unfulfillableReasons).map((reason) => mark(reason)) },
  { weight: 2, arbitrary: fc.constantFrom(...deadlineKinds).map(meet) },
  {
    weight: 3,
    arbitrary: fc
      .record({
        source: fc.constantFrom(...cancellationSources),
        lines: fc.option(fc.array(units, { maxLength: 2 })),
        at: instant,
      })
      .map(cancel),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constant('withdraw_units' as const),
      lines: fc.array(realUnits, { maxLength: 1 }),
      at: instant,
    }),
  },
);

const mark = (reason: (typeof unfulfillableReasons)[number]): OrderCommand => ({
  type: 'mark_unfulfillable',
  reason,
});

/** Units cancelled twice are twice the units: who asks, and not what, tells one cancellation from another. */
const isSaidOnce = (one: OrderCommand): boolean =>
  one.type !== 'withdraw_units' && (one.type !== 'cancel_units' || one.lines === null);

/** What must be true of every order, whatever happened to it. */
function expectLegal(order: Order): void {
  if (order.state === 'pending') {
    expect([order.shipments, order.promises]).toEqual([[], []]);
  } else if (order.state !== 'cancelled' || order.payment.status === 'verified') {
    expect(order.buyer).not.toBeNull();
    expect(order.shipTo).not.toBeNull();
    expect(order.promises[0]?.shipmentId).toBeNull();
    expect(order.payment.capturedMinor).toBeTypeOf('number');
  }
  if (order.state === 'cancelled' || order.state === 'unfulfillable') expect(order.shipments).toEqual([]);
  else if (order.state !== 'pending') expect(order.state).toBe(progressOf(order));

  for (const { lineId, quantity } of order.lines) {
    const gone = [...order.shipments.flatMap(({ lines }) => lines), ...order.cancelledUnits];
    const ofLine = gone.filter((unit) => unit.lineId === lineId);
    expect(ofLine.reduce((sum, unit) => sum + unit.quantity, 0)).toBeLessThanOrEqual(quantity);
  }
  expect(order.promises.map(({ sequence }) => sequence)).toEqual(order.promises.map((_, i) => i + 1));
  expect(new Set(order.alertsRaised).size).toBe(order.alertsRaised.length);
  const kinds = deadlinesOf(order).map(({ kind }) => kind);
  expect(new Set(kinds).size).toBe(kinds.length);
  if (order.historical) {
    expect([kinds, order.alertsRaised]).toEqual([[], []]);
    expect(systemCancellationReasons).not.toContain(order.cancellation?.reason);
  }
}

describe('an order', () => {
  test('is legal after any commands in any order, and none of them throws or changes its input', () => {
    fc.assert(
      fc.property(place, fc.array(fc.tuple(command, instant), { maxLength: 12 }), (first, rest) => {
        let state: Order | null = null;
        for (const [next, now] of [[first, placedAt] as const, ...rest]) {
          const decision = decide(frozen(state), frozen(next), frozen(context(now)));
          if (!decision.ok) continue;
          state = frozen(decision.value).reduce<Order | null>(evolve, state);
          if (state !== null) expectLegal(state);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('told the same command twice in a row, learns nothing the second time (units cancelled by name aside)', () => {
    fc.assert(
      fc.property(place, fc.array(command.filter(isSaidOnce), { maxLength: 8 }), (first, rest) => {
        const once = foldCommands(null, [first, ...rest], context(day(30)));
        const twice = foldCommands(null, [first, ...rest.flatMap((one) => [one, one])], context(day(30)));
        expect(twice.state).toEqual(once.state);
      }),
    );
  });

  test('reads back from storage as what it was', () => {
    fc.assert(
      fc.property(place, fc.array(command, { maxLength: 8 }), (first, rest) => {
        const { state } = foldCommands(null, [first, ...rest], context(day(30)));
        if (state !== null) expect(orderFromRecord(structuredClone(state))).toEqual(state);
      }),
    );
  });

  test('that is cancelled or unfulfillable stays so', () => {
    fc.assert(
      fc.property(place, fc.array(command), (first, rest) => {
        let state: Order | null = null;
        for (const next of [first, ...rest]) {
          const before: Order | null = state;
          state = foldCommands(state, [next], context(day(30))).state;
          if (before?.state === 'cancelled' || before?.state === 'unfulfillable') {
            expect(state?.state).toBe(before.state);
          }
        }
      }),
    );
  });

  test('stored against its own state is not read back', () => {
    const { state } = foldCommands(null, [{ type: 'place', orderId: 'o', draft: draft() }], context());
    if (state === null) throw new Error('no order');
    expect(() => orderFromRecord({ ...state, state: 'cancelled' })).toThrow(/cancelled/);
  });
});
