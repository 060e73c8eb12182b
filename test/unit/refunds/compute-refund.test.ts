import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type AskedRefund,
  type ComputedRefund,
  computeRefund,
} from '../../../src/domain/refunds/compute-refund.ts';
import { leftToRefund } from '../../../src/domain/refunds/left.ts';
import { type PaidOrder, paidOf, unitsOf } from '../../../src/domain/refunds/paid.ts';

const order: PaidOrder = {
  currency: 'EUR',
  capturedMinor: 10_490,
  lines: [
    { lineId: 'a', quantity: 3, paidMinor: 5_000, taxMinor: 833 },
    { lineId: 'b', quantity: 2, paidMinor: 5_000, taxMinor: 833 },
  ],
  shipping: { paidMinor: 490, taxMinor: 82 },
};

const asked = (changes: Partial<AskedRefund> = {}): AskedRefund => ({
  lines: [],
  shippingMinor: 0,
  fee: null,
  ...changes,
});
const units = (lineId: string, quantity: number) => ({ lineId, quantity, amountMinor: null });
const amount = (lineId: string, amountMinor: number) => ({ lineId, quantity: null, amountMinor });
const outcome = (refunds: readonly ComputedRefund[], of: AskedRefund, paid = order) => {
  const computed = computeRefund(leftToRefund(paid, refunds), of);
  return computed.ok ? computed.value : computed.refusal.code;
};
const refundOf = (refunds: readonly ComputedRefund[], of: AskedRefund, paid = order): ComputedRefund => {
  const computed = outcome(refunds, of, paid);
  if (typeof computed === 'string') throw new Error(computed);
  return computed;
};

describe('A refund by quantity', () => {
  test('gives the next units, so that three of them are the line to the cent', () => {
    const refunds: ComputedRefund[] = [];
    for (let n = 0; n < 3; n++) refunds.push(refundOf(refunds, asked({ lines: [units('a', 1)] })));
    expect(refunds.map(({ amountMinor, taxMinor }) => [amountMinor, taxMinor])).toEqual([
      [1_667, 278],
      [1_667, 278],
      [1_666, 277],
    ]);
    expect(outcome(refunds, asked({ lines: [units('a', 1)] }))).toBe('quantity_above_left');
  });

  test('never gives more than an earlier refund by amount has left', () => {
    const first = refundOf([], asked({ lines: [amount('b', 3_000)] }));
    const second = refundOf([first], asked({ lines: [units('b', 2)] }));
    expect([first, second].map(({ amountMinor, taxMinor }) => [amountMinor, taxMinor])).toEqual([
      [3_000, 500],
      [2_000, 333],
    ]);
  });

  test('withholds a fee, which may be given back by amount, and is not with the next unit', () => {
    const first = refundOf([], asked({ lines: [units('b', 1)], fee: { percent: 20 } }));
    expect(first).toMatchObject({ itemsMinor: 2_500, feeMinor: 500, amountMinor: 2_000 });
    const second = refundOf([first], asked({ lines: [units('b', 1)] }));
    expect(second.amountMinor).toBe(2_500);
    expect(outcome([first, second], asked({ lines: [amount('b', 501)] }))).toBe('amount_above_left');
    const fee = refundOf([first, second], asked({ lines: [amount('b', 500)] }));
    expect(first.taxMinor + second.taxMinor + fee.taxMinor).toBe(833);
  });
});

describe('A refund is refused', () => {
  test.each([
    ['a line that the order has not', asked({ lines: [units('c', 1)] }), 'unknown_line'],
    ['a line twice', asked({ lines: [units('a', 1), amount('a', 1)] }), 'line_duplicate'],
    ['more units than there are', asked({ lines: [units('a', 4)] }), 'quantity_above_left'],
    ['a cent too much', asked({ lines: [amount('a', 5_001)] }), 'amount_above_left'],
    ['a cent of shipping too much', asked({ shippingMinor: 491 }), 'shipping_above_left'],
    ['a fee above it', asked({ lines: [units('a', 1)], fee: { amountMinor: 1_668 } }), 'fee_above_refund'],
    ['a fee on shipping alone', asked({ shippingMinor: 490, fee: { amountMinor: 1 } }), 'fee_above_refund'],
    ['nothing', asked(), 'nothing_to_refund'],
  ])('that asks for %s', (_what, of, code) => {
    expect(outcome([], of)).toBe(code);
  });

  test('above what was captured, whatever the lines say', () => {
    const paid = { ...order, capturedMinor: 4_000 };
    expect(outcome([], asked({ lines: [units('a', 3)] }), paid)).toBe('amount_above_captured');
    const first = refundOf([], asked({ lines: [units('a', 2)] }), paid);
    expect(outcome([first], asked({ lines: [units('a', 1)] }), paid)).toBe('amount_above_captured');
  });
});

test('The fee is a share of the items, half up, and never of shipping', () => {
  const of = asked({ lines: [amount('a', 25)], shippingMinor: 490, fee: { percent: 10 } });
  expect(refundOf([], of)).toMatchObject({ itemsMinor: 25, feeMinor: 3, amountMinor: 512 });
  const odd = asked({ lines: [units('a', 3)], fee: { percent: 12.345 } });
  expect(refundOf([], odd).feeMinor).toBe(617);
});

const lineOf = fc
  .record({
    quantity: fc.integer({ min: 1, max: 7 }),
    paidMinor: fc.integer({ min: 0, max: 20_000 }),
    taxPercent: fc.integer({ min: 0, max: 25 }),
  })
  .map(({ quantity, paidMinor, taxPercent }) => ({
    quantity,
    paidMinor,
    taxMinor: Math.round((paidMinor * taxPercent) / (100 + taxPercent)),
  }));

const paidOrder = fc
  .record({
    lines: fc.array(lineOf, { minLength: 1, maxLength: 4 }),
    shipping: fc.integer({ min: 0, max: 2_000 }),
  })
  .map(
    ({ lines, shipping }): PaidOrder => ({
      currency: 'EUR',
      capturedMinor: lines.reduce((sum, { paidMinor }) => sum + paidMinor, shipping),
      lines: lines.map((line, n) => ({ ...line, lineId: `${n}` })),
      shipping: { paidMinor: shipping, taxMinor: Math.round(shipping / 6) },
    }),
  );

const wish = fc.record({
  line: fc.integer({ min: 0, max: 3 }),
  quantity: fc.option(fc.integer({ min: 1, max: 4 })),
  amountMinor: fc.integer({ min: 1, max: 9_000 }),
  shippingMinor: fc.integer({ min: 0, max: 800 }),
  fee: fc.option(fc.integer({ min: 0, max: 100 }).map((percent) => ({ percent }))),
});

test('Refunds in any order and any split are never negative, never too much, and add up to what was paid', () => {
  fc.assert(
    fc.property(paidOrder, fc.array(wish, { maxLength: 25 }), (paid, wishes) => {
      const refunds: ComputedRefund[] = [];
      for (const { line, quantity, amountMinor, shippingMinor, fee } of wishes) {
        const lineId = `${line}`;
        const lines = [{ lineId, quantity, amountMinor: quantity === null ? amountMinor : null }];
        const computed = outcome(refunds, { lines, shippingMinor, fee }, paid);
        if (typeof computed === 'string') continue;
        for (const part of computed.lines) {
          expect(part.amountMinor).toBeGreaterThanOrEqual(0);
          expect(part.taxMinor).toBeGreaterThanOrEqual(0);
          expect(part.taxMinor).toBeLessThanOrEqual(part.amountMinor);
        }
        expect(computed.amountMinor + computed.feeMinor).toBe(computed.itemsMinor + shippingMinor);
        refunds.push(computed);
      }
      const left = leftToRefund(paid, refunds);
      for (const { units: unitsLeft, amountMinor, taxMinor } of left.lines) {
        expect(Math.min(unitsLeft, amountMinor, taxMinor, amountMinor - taxMinor)).toBeGreaterThanOrEqual(0);
      }
      // All that is left, by amount: nothing remains of money or of tax.
      const lines = left.lines
        .filter(({ amountMinor }) => amountMinor > 0)
        .map(({ line, amountMinor }) => amount(line.lineId, amountMinor));
      const rest = outcome(refunds, asked({ lines, shippingMinor: left.shipping.paidMinor }), paid);
      if (typeof rest === 'string') return expect(rest).toBe('nothing_to_refund');
      const after = leftToRefund(paid, [...refunds, rest]);
      expect(after.capturedMinor).toBe(0);
      expect(after.lines.map(({ amountMinor, taxMinor }) => [amountMinor, taxMinor])).toEqual(
        paid.lines.map(() => [0, 0]),
      );
      expect(after.shipping).toEqual({ paidMinor: 0, taxMinor: 0 });
    }),
    { numRuns: 300 },
  );
});

test('Units are the line, in whatever portions they are taken', () => {
  fc.assert(
    fc.property(lineOf, fc.array(fc.integer({ min: 1, max: 3 })), (line, portions) => {
      let after = 0;
      let [paid, tax] = [0, 0];
      for (const count of [...portions, line.quantity]) {
        const taken = Math.min(count, line.quantity - after);
        const part = unitsOf({ ...line, lineId: 'x' }, { after, count: taken });
        after += taken;
        paid += part.paidMinor;
        tax += part.taxMinor;
      }
      expect([after, paid, tax]).toEqual([line.quantity, line.paidMinor, line.taxMinor]);
    }),
  );
});

describe('What was paid', () => {
  const base = {
    currency: 'EUR',
    payment: { status: 'verified', provider: 'sandbox' } as const,
    taxIncluded: true,
    lines: [
      {
        lineId: '1',
        sku: 'MUG',
        title: 'Mug',
        quantity: 3,
        unitPriceMinor: 1_250,
        discountMinor: 251,
        taxMinor: 583,
        returnable: true,
        dangerousGoods: false,
      },
    ],
    shippingMinor: 490,
    shippingTaxMinor: 82,
    shippingDiscountMinor: 90,
  };

  test('is price less discount, with the tax inside', () => {
    expect(paidOf(base)).toEqual({
      currency: 'EUR',
      capturedMinor: 3_899,
      lines: [{ lineId: '1', quantity: 3, paidMinor: 3_499, taxMinor: 583 }],
      shipping: { paidMinor: 400, taxMinor: 82 },
    });
  });

  test('has the tax on top where prices are without it', () => {
    expect(paidOf({ ...base, taxIncluded: false })).toMatchObject({
      capturedMinor: 4_564,
      lines: [{ paidMinor: 4_082, taxMinor: 583 }],
      shipping: { paidMinor: 482, taxMinor: 82 },
    });
  });

  test('is capped by what was captured, and nothing while the payment is pending', () => {
    expect(paidOf({ ...base, payment: { ...base.payment, capturedMinor: 1_000 } })?.capturedMinor).toBe(
      1_000,
    );
    expect(paidOf({ ...base, payment: { ...base.payment, status: 'pending' } })).toBeNull();
  });
});
