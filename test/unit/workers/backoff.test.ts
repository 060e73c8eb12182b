import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { registry } from '../../../queues/registry.ts';
import { backoffMs } from '../../../workers/runtime/backoff.ts';

const backoff = { baseMs: 500, maxMs: 60_000 };

describe('the pause before a retry', () => {
  it.each([
    [1, 500],
    [2, 1_000],
    [3, 2_000],
    [7, 32_000],
    [8, 60_000],
    [1_000_000, 60_000],
  ])('after failure %i is %i ms without jitter', (failures, ms) => {
    expect(backoffMs(backoff, failures, 0)).toBe(ms);
  });

  it('is the base when nothing has failed yet', () => {
    expect(backoffMs(backoff, 0, 0)).toBe(500);
  });

  it('loses at most half to jitter, and never exceeds the most', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...registry),
        fc.integer({ min: 1, max: 200 }),
        fc.double({ min: 0, max: 0.999_999, noNaN: true }),
        (contract, failures, random) => {
          const full = backoffMs(contract.backoff, failures, 0);
          const ms = backoffMs(contract.backoff, failures, random);
          expect(full).toBeLessThanOrEqual(contract.backoff.maxMs);
          expect(ms).toBeLessThanOrEqual(full);
          expect(ms).toBeGreaterThanOrEqual(Math.floor(full / 2));
        },
      ),
    );
  });

  it('never shrinks from one failure to the next', () => {
    for (let failures = 1; failures < 60; failures += 1) {
      expect(backoffMs(backoff, failures + 1, 0)).toBeGreaterThanOrEqual(backoffMs(backoff, failures, 0));
    }
  });
});
