import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Order } from '../../../src/domain/orders/order.ts';
import { createRefund } from '../../../src/domain/refunds/create-refund.ts';
import type { RefundContext } from '../../../src/domain/refunds/decide-request.ts';
import { owedOfOrder } from '../../../src/domain/refunds/owed.ts';
import { causeOf, owedOfReturn } from '../../../src/domain/refunds/owed-of-return.ts';
import type { Refund } from '../../../src/domain/refunds/refund.ts';
import type { Return } from '../../../src/domain/returns/return.ts';
import { line } from '../orders/samples.ts';
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

/** Three units of line a at 12,50, each in a parcel of its own, as many as are given by their status. */
const orderWith = (...statuses: ('delivered' | 'returned_to_sender')[]): Order => {
  const [parcel] = orderOf({}).shipments;
  if (parcel === undefined) throw new Error('no parcel');
  return orderOf({
    lines: [line('a', 3)],
    state: statuses.length === 3 ? 'shipped' : 'unshipped',
    cancelledUnits: [],
    shipments: statuses.map((status, n) => ({
      ...parcel,
      id: `parcel-${n}`,
      lines: [{ lineId: 'a', quantity: 1 }],
      status,
      deliveredAt: status === 'delivered' ? at : null,
    })),
    payment: { status: 'verified', provider: 'sandbox', capturedMinor: 4_240 },
  } as never);
};

const back = (id: string, quantity = 1, ...ends: Parameters<typeof returnAfter>[0][number][]): Return => ({
  ...returnAfter([
    returnRequest({ lines: [returnLine('a', quantity, { reason: 'defective' })] }),
    authorize(),
    ...ends,
  ]),
  id,
});
const received = (id: string, quantity = 1) => back(id, quantity, receive({ lineId: 'a', quantity }));

/** Every rule pays what it owes, in the order in which they are named, until nobody owes anything. */
const settle = (start: RefundContext, by: 'policy' | 'seller' = 'policy'): number[] => {
  const refunds = [...start.refunds];
  const paid: number[] = [];
  const pay = (
    computed: Parameters<typeof createRefund>[1],
    cause: Refund['cause'],
    returnId: string | null,
  ) => {
    const origin = { id: `r-${refunds.length}`, gatewayKey: 'k', cause, reason: cause, returnId, at };
    refunds.push(createRefund(start.order, computed, origin));
    paid.push(computed.amountMinor);
  };
  for (const state of start.returns) {
    const settlement = { cause: causeOf(state), by, fees: [] } as const;
    for (const one of owedOfReturn({ ...start, refunds }, state, settlement))
      pay(one, settlement.cause, state.id);
  }
  for (;;) {
    const owed = owedOfOrder({ ...start, refunds }, new Set());
    if (owed === null) return paid;
    pay(owed.computed, owed.cause, null);
  }
};

describe('One unit is paid once', () => {
  test('when it was refunded by hand and is then cancelled, or comes back to its sender', () => {
    const order = { ...orderWith('delivered'), cancelledUnits: [{ lineId: 'a', quantity: 1 }] } as Order;
    const byHand = refund({ lines: [units('a')] }, { in: context({ order }) });
    expect(settle(context({ order, refunds: [byHand] }))).toEqual([]);
    const returned = orderWith('returned_to_sender');
    expect(settle(context({ order: returned, refunds: [byHand] }))).toEqual([]);
  });

  test('when its return is refunded by amount before it is received, and only the rest of a part is owed', () => {
    const order = orderWith('delivered', 'delivered', 'delivered');
    const state = received('return-1');
    const start = context({ order, returns: [state] });
    const given = (amountMinor: number) =>
      refund({ lines: [amount('a', amountMinor)], returnId: state.id }, { in: start });
    expect(settle({ ...start, refunds: [given(1_250)] })).toEqual([]);
    expect(settle({ ...start, refunds: [given(500)] })).toEqual([750]);
  });

  test('when its parcel came back to its sender and it is received on a return as well', () => {
    const order = orderWith('returned_to_sender');
    expect(settle(context({ order, returns: [received('return-1')] }))).toEqual([1_250]);
  });

  test('and two units are two: one of a return, one that came back to its sender', () => {
    const order = orderWith('delivered', 'returned_to_sender', 'delivered');
    expect(settle(context({ order, returns: [received('return-1')] }))).toEqual([1_250, 1_250]);
    const kept = back('return-1', 1, close('refund_without_return'));
    expect(settle(context({ order, returns: [kept] }))).toEqual([1_250, 1_250]);
  });

  test('and an unnamed refund by hand settles one of two returns, not both', () => {
    const order = orderWith('delivered', 'delivered', 'delivered');
    const start = context({ order, returns: [received('return-1'), received('return-2')] });
    const byHand = refund({ lines: [units('a')] }, { in: start });
    expect(settle({ ...start, refunds: [byHand] }, 'seller')).toEqual([1_250]);
    const before = { ...byHand, requestedAt: '2026-03-01T09:00:00.000Z' };
    expect(settle({ ...start, refunds: [before] }, 'seller')).toEqual([1_250, 1_250]);
  });

  test('and a fee that is an amount is withheld once for a return, however many parcels it comes in', () => {
    const order = orderWith('delivered', 'delivered', 'delivered');
    const policy = { ...context().policy, restockingFee: { amountMinor: 500 } };
    const state = returnAfter([
      returnRequest({ lines: [returnLine('a', 2)] }),
      authorize(),
      receive({ lineId: 'a' }),
    ]);
    const first = settle(context({ order, returns: [state], policy }));
    expect(first).toEqual([750]);
    const [computed] = owedOfReturn(context({ order, returns: [state], policy }), state, {
      cause: 'return_received',
      by: 'policy',
      fees: [],
    });
    if (computed === undefined) throw new Error('nothing is owed');
    const origin = {
      id: 'r',
      gatewayKey: 'k',
      cause: 'return_received',
      reason: 'x',
      returnId: state.id,
      at,
    } as const;
    const all = returnAfter([
      returnRequest({ lines: [returnLine('a', 2)] }),
      authorize(),
      receive({ lineId: 'a' }),
      receive({ lineId: 'a' }),
    ]);
    const refunds = [createRefund(order, computed, origin)];
    expect(settle(context({ order, returns: [all], policy, refunds }))).toEqual([1_250]);
  });
});

test('The delivery of a whole withdrawal is owed again when its refund was declined, and less what was given of it', () => {
  const order = orderWith('delivered', 'delivered', 'delivered');
  const now = returnContext().now;
  const state = returnAfter([
    returnRequest({
      lines: [returnLine('a', 2, { reason: null })],
      withdrawal: { statedAt: now, confirmedAt: now },
    }),
    receive({ lineId: 'a', quantity: 2 }),
  ]);
  const whole = {
    ...state,
    lines: [{ ...state.lines[0], quantity: 3 }],
    received: [{ ...state.received[0], quantity: 3 }],
  } as Return;
  const start = context({ order, returns: [whole] });
  expect(settle(start, 'seller')).toEqual([4_240]);
  const all = { lines: [units('a', 3)], shippingMinor: 490, returnId: whole.id };
  expect(settle({ ...start, refunds: [declined(refund(all, { in: start }))] }, 'seller')).toEqual([4_240]);
  const cent = refund({ shippingMinor: 1 }, { in: start });
  expect(settle({ ...start, refunds: [cent] }, 'seller')).toEqual([4_239]);
});

test('Whatever rules and people pay, it is never more than the units that are gone', () => {
  const status = fc.constantFrom('delivered', 'returned_to_sender' as const);
  fc.assert(
    fc.property(
      fc.array(status, { minLength: 1, maxLength: 3 }),
      fc.array(fc.integer({ min: 1, max: 2 }), { maxLength: 3 }),
      fc.integer({ min: 0, max: 2 }),
      (statuses, quantities, byHand) => {
        const cancelled = 3 - statuses.length;
        const order = {
          ...orderWith(...statuses),
          cancelledUnits: cancelled === 0 ? [] : [{ lineId: 'a', quantity: cancelled }],
        } as Order;
        const returns = quantities.map((quantity, n) => received(`return-${n}`, quantity));
        const start = context({ order, returns });
        const refunds = byHand === 0 ? [] : [refund({ lines: [units('a', byHand)] }, { in: start })];
        const paid = settle({ ...start, refunds }).reduce((sum, one) => sum + one, 0);
        const inReturned = statuses.filter((one) => one === 'returned_to_sender').length;
        const arrived = statuses.length - inReturned;
        const ofReturns = Math.min(
          arrived,
          quantities.reduce((sum, n) => sum + n, 0),
        );
        expect(paid).toBeLessThanOrEqual(1_250 * Math.max(0, cancelled + inReturned + ofReturns - byHand));
      },
    ),
    { numRuns: 150 },
  );
});
