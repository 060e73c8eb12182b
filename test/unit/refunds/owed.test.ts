import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Order } from '../../../src/domain/orders/order.ts';
import { createRefund } from '../../../src/domain/refunds/create-refund.ts';
import type { RefundContext } from '../../../src/domain/refunds/decide-request.ts';
import { owedOfOrder } from '../../../src/domain/refunds/owed.ts';
import { owedOfReturn, type ReturnSettlement } from '../../../src/domain/refunds/owed-of-return.ts';
import type { Refund } from '../../../src/domain/refunds/refund.ts';
import type { Return } from '../../../src/domain/returns/return.ts';
import {
  authorize,
  close,
  receive,
  returnAfter,
  context as returnContext,
  returnLine,
  request as returnRequest,
} from '../returns/samples.ts';
import { amount, at, context, declined, orderOf, refund, units } from './samples.ts';

const nobodysFault: ReadonlySet<string> = new Set();
const none = { cancellation: null, unfulfillable: null } as const;

/** Settles an order until nothing is owed: amounts and causes, in order. */
const settled = (start: RefundContext, fault = nobodysFault): [string, number, number][] => {
  const refunds: Refund[] = [...start.refunds];
  const made: [string, number, number][] = [];
  for (;;) {
    const owed = owedOfOrder({ ...start, refunds }, fault);
    if (owed === null) return made;
    const { cause, computed } = owed;
    const origin = { id: `r${made.length}`, gatewayKey: 'k', cause, reason: cause, returnId: null, at };
    refunds.push(createRefund(start.order, computed, origin));
    made.push([cause, computed.amountMinor, computed.feeMinor]);
  }
};

const cancelled = (changes: Partial<Order> = {}): Order =>
  orderOf({
    ...none,
    state: 'cancelled',
    shipments: [],
    cancellation: { source: 'seller', reason: 'x', at },
    ...changes,
  } as never);

describe('A cancellation', () => {
  test('of the whole order gives everything back, shipping with it, once', () => {
    const order = cancelled();
    expect(settled(context({ order }))).toEqual([['cancellation', 4_240, 0]]);
  });

  test('of a part gives these units back, and the shipping only with the last of them', () => {
    const order = orderOf({
      ...none,
      state: 'unshipped',
      shipments: [],
      cancelledUnits: [{ lineId: 'a', quantity: 1 }],
    } as never);
    expect(settled(context({ order }))).toEqual([['cancellation', 1_250, 0]]);
    const first = refund({ lines: [units('a')] }, { cause: 'cancellation' });
    expect(settled(context({ order: cancelled(), refunds: [first] }))).toEqual([['cancellation', 2_990, 0]]);
  });

  test('gives no more than is left after refunds by hand, and never repeats what was declined', () => {
    const byHand = refund({ lines: [amount('a', 2_000)] });
    expect(settled(context({ order: cancelled(), refunds: [byHand] }))).toEqual([['cancellation', 2_240, 0]]);
    const order = cancelled();
    const first = declined(
      refund({ lines: [units('a', 2), units('b')], shippingMinor: 490 }, { cause: 'cancellation' }),
    );
    expect(settled(context({ order, refunds: [first] }))).toEqual([]);
  });

  test('gives what was captured, where that is less than the order', () => {
    const order = cancelled({ payment: { status: 'verified', provider: 'sandbox', capturedMinor: 1_000 } });
    expect(settled(context({ order }))).toEqual([['cancellation', 1_000, 0]]);
  });

  test('of an unpaid or historical order gives nothing', () => {
    expect(
      settled(context({ order: cancelled({ payment: { status: 'pending', provider: 'sandbox' } }) })),
    ).toEqual([]);
    expect(settled(context({ order: cancelled({ historical: true }) }))).toEqual([]);
  });
});

describe('A parcel that came back to its sender', () => {
  const order = orderOf({});
  const back = orderOf({
    shipments: order.shipments.map((parcel) => ({
      ...parcel,
      status: 'returned_to_sender',
      deliveredAt: null,
    })),
    state: 'returned_to_sender',
  } as never);
  const policy = { ...context().policy, restockingFee: { percent: 20 } };

  test('is refunded less the fee, without its shipping, once', () => {
    expect(settled(context({ order: back, policy }))).toEqual([['return_to_sender', 3_000, 750]]);
    expect(settled(context({ order: back }))).toEqual([['return_to_sender', 3_750, 0]]);
  });

  test('bears no fee where the carrier damaged it', () => {
    const fault = new Set(back.shipments.map(({ id }) => id));
    expect(settled(context({ order: back, policy }), fault)).toEqual([['return_to_sender', 3_750, 0]]);
  });

  test('waits for the seller where the policy says so', () => {
    expect(
      settled(context({ order: back, policy: { ...policy, autoRefundOnReturnToSender: false } })),
    ).toEqual([]);
  });

  test('is free where the fee is more than it is worth: nothing is left to pay', () => {
    const dear = { ...policy, restockingFee: { amountMinor: 1_000_000 } };
    expect(settled(context({ order: back, policy: dear }))).toEqual([]);
  });
});

describe('A return', () => {
  const settlement = (changes: Partial<ReturnSettlement> = {}): ReturnSettlement => ({
    cause: 'return_received',
    by: 'policy',
    fees: [],
    ...changes,
  });
  const received = (
    lines: Parameters<typeof returnLine>[],
    ...parcels: Parameters<typeof receive>[0][]
  ): Return =>
    returnAfter([
      returnRequest({ lines: lines.map((line) => returnLine(...line)) }),
      authorize(),
      receive(...parcels),
    ]);
  const owed = (state: Return, start = context(), of = settlement()) =>
    owedOfReturn({ ...start, returns: [state] }, state, of).map(
      ({ amountMinor, feeMinor, shippingMinor }) => [amountMinor, feeMinor, shippingMinor],
    );
  const policy = { ...context().policy, restockingFee: { percent: 20 } };

  test('owes what came back, with a fee on the lines for which the buyer is at fault', () => {
    const state = received(
      [
        ['a', 1],
        ['b', 1, { reason: 'defective' }],
      ],
      { lineId: 'a' },
      { lineId: 'b' },
    );
    expect(owed(state, context({ policy }))).toEqual([
      [1_250, 0, 0],
      [1_000, 250, 0],
    ]);
  });

  test('owes nothing that was refunded for it, and by rule nothing that the buyer damaged', () => {
    const state = received([['a', 2]], { lineId: 'a' }, { lineId: 'a', condition: 'customer_damaged' });
    expect(owed(state)).toEqual([[1_250, 0, 0]]);
    expect(owed(state, context(), settlement({ by: 'seller' }))).toEqual([[2_500, 0, 0]]);
    const start = context({ returns: [state] });
    const first = refund({ lines: [units('a')], returnId: state.id }, { in: start });
    expect(owed(state, context({ refunds: [first] }))).toEqual([]);
    expect(owed(state, context({ refunds: [declined(first)] }))).toEqual([]);
    expect(owed(state, context({ refunds: [declined(first)] }), settlement({ by: 'seller' }))).toEqual([
      [2_500, 0, 0],
    ]);
  });

  test('that the buyer keeps owes all of it, without a fee', () => {
    const state = returnAfter([
      returnRequest({ lines: [returnLine('a', 2)] }),
      authorize(),
      close('refund_without_return'),
    ]);
    expect(owed(state, context({ policy }), settlement({ cause: 'keep_item' }))).toEqual([[2_500, 0, 0]]);
  });

  test('of a whole withdrawal owes the cheapest standard delivery too, and never a fee', () => {
    const now = returnContext().now;
    const withdraw = (...lines: Parameters<typeof returnLine>[]) =>
      returnAfter([
        returnRequest({
          lines: lines.map(([lineId, quantity]) => returnLine(lineId, quantity, { reason: null })),
          withdrawal: { statedAt: now, confirmedAt: now },
        }),
        receive(...lines.map(([lineId, quantity]) => ({ lineId, quantity: quantity ?? 1 }))),
      ]);
    const whole = withdraw(['a', 2], ['b', 1]);
    const sent = returnAfter([
      returnRequest({
        lines: [returnLine('a', 2, { reason: null })],
        withdrawal: { statedAt: now, confirmedAt: now },
      }),
      { type: 'dispatch', at: null, proof: '6A-1' },
    ]);
    expect(owed(sent)).toEqual([]);
    expect(owed(sent, context(), settlement({ by: 'seller' }))).toEqual([[2_500, 0, 0]]);
    expect(owed(whole, context({ policy }))).toEqual([[4_240, 0, 490]]);
    expect(owed(withdraw(['a', 2]), context({ policy }))).toEqual([[2_500, 0, 0]]);
    const express = orderOf({ shippingSpeed: 'expedited' });
    const fees = [{ country: 'FR', speed: 'standard', feeMinor: 290, currency: 'EUR' }] as const;
    expect(owed(whole, context({ order: express }), settlement({ fees }))).toEqual([[4_040, 0, 290]]);
    expect(owed(whole, context({ order: express }))).toEqual([[4_240, 0, 490]]);
  });
});

test('However cancellations and refunds by hand are mixed, together they are never more than was captured', () => {
  const lineIds = fc.constantFrom('a', 'b');
  const step = fc.oneof(
    fc.record({ kind: fc.constant('units' as const), lineId: lineIds, n: fc.integer({ min: 1, max: 2 }) }),
    fc.record({
      kind: fc.constant('amount' as const),
      lineId: lineIds,
      n: fc.integer({ min: 1, max: 2_500 }),
    }),
    fc.record({ kind: fc.constant('cancel' as const), lineId: lineIds, n: fc.constant(1) }),
  );
  fc.assert(
    fc.property(
      fc.array(step, { maxLength: 8 }),
      fc.integer({ min: 1, max: 4_240 }),
      (steps, capturedMinor) => {
        const refunds: Refund[] = [];
        let order = orderOf({
          ...none,
          state: 'unshipped',
          shipments: [],
          cancelledUnits: [],
          payment: { status: 'verified', provider: 'sandbox', capturedMinor },
        } as never);
        const settle = () => {
          for (;;) {
            const owed = owedOfOrder(context({ order, refunds }), nobodysFault);
            if (owed === null) return;
            const origin = {
              id: `o${refunds.length}`,
              gatewayKey: 'k',
              cause: owed.cause,
              reason: 'x',
              returnId: null,
              at,
            };
            refunds.push(createRefund(order, owed.computed, origin));
          }
        };
        for (const { kind, lineId, n } of steps) {
          if (kind === 'cancel') {
            order = { ...order, cancelledUnits: [...order.cancelledUnits, { lineId, quantity: 1 }] } as Order;
            settle();
            continue;
          }
          const asked = { lines: [kind === 'units' ? units(lineId, n) : amount(lineId, n)] };
          try {
            refunds.push(refund(asked, { in: context({ order, refunds }) }));
          } catch {
            // Refused: more than is left.
          }
        }
        order = cancelled({ ...order, ...none, state: 'cancelled' } as never);
        settle();
        const given = refunds.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
        expect(given).toBeLessThanOrEqual(capturedMinor);
        expect(refunds.every(({ amountMinor }) => amountMinor > 0)).toBe(true);
      },
    ),
    { numRuns: 100 },
  );
});
