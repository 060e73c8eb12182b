import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { priceUnits } from '../../../src/domain/claims/amounts.ts';
import type { Claim, ClaimState } from '../../../src/domain/claims/claim.ts';
import type { OrderLine, ParcelLine } from '../../../src/domain/orders/order.ts';
import { line } from '../orders/samples.ts';
import { eligible, policyOf, shippedOrder } from './samples.ts';

const priced = (
  lines: readonly OrderLine[],
  units: readonly ParcelLine[],
  { policy = policyOf(), taxIncluded = true, claims = [] as readonly Claim[] } = {},
) => priceUnits({ order: shippedOrder({ lines, taxIncluded }), claims }, units, policy);

const amount = (...given: Parameters<typeof priced>): number => priced(...given).amountMinor;

const held = (lineId: string, quantity: number, amountMinor: number, state: ClaimState = 'opened'): Claim =>
  eligible({ state, lines: [{ lineId, quantity, amountMinor }] });

describe('Units are claimed at', () => {
  test('what was paid for them, less their tax', () => {
    expect(
      amount([line('a', 1, { unitPriceMinor: 1_200, taxMinor: 200 })], [{ lineId: 'a', quantity: 1 }]),
    ).toBe(1_000);
  });

  test('the same where tax comes on top of the price', () => {
    const lines = [line('a', 1, { unitPriceMinor: 1_000, taxMinor: 200 })];
    expect(amount(lines, [{ lineId: 'a', quantity: 1 }], { taxIncluded: false })).toBe(1_000);
  });

  test('what is left of the price after a discount', () => {
    const lines = [line('a', 3, { unitPriceMinor: 1_000, discountMinor: 100, taxMinor: 0 })];
    expect(amount(lines, [{ lineId: 'a', quantity: 2 }])).toBe(1_934);
    expect(amount(lines, [{ lineId: 'a', quantity: 3 }])).toBe(2_900);
  });

  test('no more than the cap, each', () => {
    const lines = [line('a', 2, { unitPriceMinor: 9_000 }), line('b', 1, { unitPriceMinor: 100 })];
    const units = [
      { lineId: 'a', quantity: 2 },
      { lineId: 'b', quantity: 1 },
    ];
    expect(amount(lines, units, { policy: policyOf({ capPerUnitMinor: 5_000 }) })).toBe(10_100);
  });

  test('what a unit cost the seller, where that is the basis', () => {
    const lines = [line('a', 2, { unitCostMinor: 700 }), line('b', 1)];
    const units = [
      { lineId: 'a', quantity: 2 },
      { lineId: 'b', quantity: 1 },
    ];
    expect(priced(lines, units, { policy: policyOf({ basis: 'unit_cost', capPerUnitMinor: 600 }) })).toEqual({
      lines: [{ lineId: 'a', quantity: 2, amountMinor: 1_200 }],
      amountMinor: 1_200,
      withoutCost: ['b'],
    });
  });

  test('what they would cost where nothing is captured yet', () => {
    const order = { ...shippedOrder(), payment: { status: 'pending', provider: 'sandbox' } as const };
    expect(priceUnits({ order, claims: [] }, [{ lineId: 'a', quantity: 2 }], policyOf()).amountMinor).toBe(
      2_500,
    );
  });
});

describe('The next units after those that other claims hold', () => {
  const lines = [line('a', 3, { unitPriceMinor: 100, discountMinor: 1 })];
  // 299 of three: 100, 100, 99.
  test.each([
    ['submitted', 99],
    ['expired', 99],
    ['withdrawn', 100],
    ['denied', 100],
  ] as const)('follow those of a claim that is %s at %i', (state, expected) => {
    const claims = [held('a', 2, 200, state)];
    expect(amount(lines, [{ lineId: 'a', quantity: 1 }], { claims })).toBe(expected);
  });

  test('take no more than is left of the line, whichever of its units are free', () => {
    const tight = [line('a', 2, { unitPriceMinor: 1, taxMinor: 1 })];
    expect(amount(tight, [{ lineId: 'a', quantity: 1 }], { claims: [held('a', 1, 1)] })).toBe(0);
  });
});

const aLine = fc
  .record({
    quantity: fc.integer({ min: 1, max: 12 }),
    unitPriceMinor: fc.integer({ min: 0, max: 5_000 }),
    discount: fc.double({ min: 0, max: 1, noNaN: true }),
    tax: fc.double({ min: 0, max: 0.3, noNaN: true }),
  })
  .map(({ quantity, unitPriceMinor, discount, tax }) => {
    const gross = quantity * unitPriceMinor;
    const discountMinor = Math.floor(gross * discount);
    return line('a', quantity, {
      unitPriceMinor,
      discountMinor,
      taxMinor: Math.floor((gross - discountMinor) * tax),
    });
  });

test('All units of a line together, in any split, are its price without tax to the cent', () => {
  fc.assert(
    fc.property(aLine, fc.array(fc.integer({ min: 1, max: 4 }), { maxLength: 12 }), (given, parts) => {
      const claims: Claim[] = [];
      let left = given.quantity;
      for (const part of [...parts, given.quantity]) {
        const quantity = Math.min(part, left);
        if (quantity === 0) continue;
        const amountMinor = amount([given], [{ lineId: 'a', quantity }], { claims });
        expect(amountMinor).toBeGreaterThanOrEqual(0);
        claims.push(held('a', quantity, amountMinor));
        left -= quantity;
      }
      const total = claims.reduce((sum, { lines }) => sum + (lines[0]?.amountMinor ?? 0), 0);
      const { quantity, unitPriceMinor, discountMinor, taxMinor } = given;
      expect(total).toBe(quantity * unitPriceMinor - discountMinor - taxMinor);
    }),
    { numRuns: 200 },
  );
});
