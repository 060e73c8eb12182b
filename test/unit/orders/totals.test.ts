import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { orderTotals } from '../../../src/domain/orders/totals.ts';
import { draft, line } from './samples.ts';

const total = (changes: Parameters<typeof draft>[0]) => {
  const totals = orderTotals(draft(changes));
  return totals.ok ? totals.value.totalMinor : totals.refusal.code;
};

describe('the total of an order', () => {
  test('is lines less discounts, plus shipping less its discount', () => {
    const lines = [line('a', 3, { unitPriceMinor: 999, discountMinor: 97 })];
    expect(total({ lines, shippingMinor: 490, shippingDiscountMinor: 490 })).toBe(3 * 999 - 97);
  });

  test('adds tax only where prices exclude it', () => {
    const lines = [line('a', 1, { unitPriceMinor: 1000, taxMinor: 200 })];
    const amounts = { lines, shippingMinor: 500, shippingTaxMinor: 100 };
    expect(total({ ...amounts, taxIncluded: true })).toBe(1500);
    expect(total({ ...amounts, taxIncluded: false })).toBe(1800);
  });

  test('may be nothing', () => {
    const lines = [line('a', 1, { unitPriceMinor: 1000, discountMinor: 1000 })];
    expect(total({ lines, shippingMinor: 0 })).toBe(0);
  });

  test.each([
    ['discount_above_line', { lines: [line('a', 1, { unitPriceMinor: 10, discountMinor: 11 })] }],
    ['discount_above_shipping', { shippingMinor: 1, shippingDiscountMinor: 2 }],
    ['amount_invalid', { lines: [line('a', 1, { unitPriceMinor: -1 })] }],
    ['amount_invalid', { lines: [line('a', 1, { taxMinor: 0.5 })] }],
    ['amount_invalid', { lines: [line('a', 3, { unitPriceMinor: Number.MAX_SAFE_INTEGER })] }],
    ['amount_invalid', { shippingTaxMinor: -1 }],
    ['quantity_invalid', { lines: [line('a', 0)] }],
    ['quantity_invalid', { lines: [line('a', 1.5)] }],
  ])('is refused with %s', (code, changes) => {
    expect(total(changes)).toBe(code);
  });

  test('is never negative and is the sum of its parts', () => {
    const amount = fc.integer({ min: 0, max: 5_000 });
    const anyLine = fc
      .tuple(fc.integer({ min: 1, max: 9 }), amount, amount, amount)
      .map(([quantity, unitPriceMinor, discountMinor, taxMinor]) =>
        line('a', quantity, { unitPriceMinor, discountMinor, taxMinor }),
      );
    fc.assert(
      fc.property(fc.array(anyLine), amount, amount, fc.boolean(), (lines, fee, discount, taxIncluded) => {
        const totals = orderTotals(
          draft({ lines, shippingMinor: fee, shippingDiscountMinor: discount, taxIncluded }),
        );
        if (!totals.ok) return;
        const { value } = totals;
        expect(value.lines.every(({ totalMinor }) => totalMinor >= 0)).toBe(true);
        const parts = value.lines.reduce((sum, { totalMinor }) => sum + totalMinor, value.shippingMinor);
        expect(value.totalMinor).toBe(parts);
      }),
    );
  });
});
