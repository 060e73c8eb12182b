import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { allocate, shareHalfUp } from '../../../src/domain/money.ts';

const sum = (parts: readonly number[]): number => parts.reduce((all, part) => all + part, 0);

describe('An allocation', () => {
  test.each([
    [100, [1, 1, 1], [34, 33, 33]],
    [101, [1, 1, 1], [34, 34, 33]],
    [5, [3, 7], [2, 3]],
    [1, [1, 1], [1, 0]],
    [10, [0, 0], [10, 0]],
    [10, [0, 5], [0, 10]],
    [0, [1, 2], [0, 0]],
  ])('of %i by %j is %j', (total, weights, parts) => {
    expect(allocate(total, weights)).toEqual(parts);
  });

  test('adds up, gives no part more than a unit above or below its share, and nothing to nobody', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 100_000_000_000 }),
        fc.array(fc.integer({ min: 0, max: 100_000_000_000 }), { minLength: 1, maxLength: 12 }),
        (total, weights) => {
          const parts = allocate(total, weights);
          expect(sum(parts)).toBe(total);
          const all = sum(weights);
          if (all === 0) return;
          for (const [n, part] of parts.entries()) {
            const exact = BigInt(total) * BigInt(weights[n] ?? 0);
            expect(BigInt(part) * BigInt(all) > exact - BigInt(all)).toBe(true);
            expect(BigInt(part) * BigInt(all) < exact + BigInt(all)).toBe(true);
          }
        },
      ),
    );
  });
});

test.each([
  [100, 1, 3, 33],
  [5, 1, 2, 3],
  [4, 1, 8, 1],
  [100_000_000_000, 999_999, 1_000_000, 99_999_900_000],
  [7, 3, 0, 0],
])('A share of %i by %i/%i is %i, half up', (amount, numerator, denominator, share) => {
  expect(shareHalfUp(amount, numerator, denominator)).toBe(share);
});
