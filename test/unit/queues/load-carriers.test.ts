import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DueJob } from '../../../db/repositories/jobs/pick-due-jobs.ts';
import { loadCarriers } from '../../../queues/ledger/load-carriers.ts';
import { newId } from '../../../src/platform/ids.ts';

const rows = (count: number, solo = false): DueJob[] =>
  Array.from({ length: count }, () => ({
    id: newId(),
    sellerId: 'seller',
    name: 'place',
    refs: {},
    solo,
    runAt: '2026-05-07T12:00:00.000Z',
  }));

const sizes = (...args: Parameters<typeof loadCarriers>): number[] =>
  loadCarriers(...args).map(({ data }) => data.ids.length);

const loading = { bundleSize: 100, concurrency: 4, backlog: false };

describe('how rows are loaded', () => {
  it('one by one up to as many as workers run at once', () => {
    expect(sizes(rows(4), loading)).toEqual([1, 1, 1, 1]);
  });

  it('above that in as many bundles as workers run, so that none idles', () => {
    expect(sizes(rows(40), loading)).toEqual([10, 10, 10, 10]);
    expect(sizes(rows(5), loading)).toEqual([2, 2, 1]);
  });

  it('in full bundles under a backlog', () => {
    expect(sizes(rows(250), { ...loading, backlog: true })).toEqual([100, 100, 50]);
  });

  it('one by one where the queue makes no bundles', () => {
    expect(sizes(rows(30), { ...loading, bundleSize: 1, backlog: true })).toEqual(Array(30).fill(1));
  });

  it('a bundle of one is none: it travels under an id of its own', () => {
    const [carrier] = loadCarriers(rows(1), { ...loading, backlog: true });
    expect(carrier?.id.startsWith('b.')).toBe(false);
    expect(carrier?.name).toBe('place');
  });

  it('every row once, whatever the mix, and solo rows alone', () => {
    fc.assert(
      fc.property(
        fc.nat(300),
        fc.nat(30),
        fc.integer({ min: 1, max: 120 }),
        fc.integer({ min: 1, max: 16 }),
        fc.boolean(),
        (together, alone, bundleSize, concurrency, backlog) => {
          const all = [...rows(together), ...rows(alone, true)];
          const carriers = loadCarriers(all, { bundleSize, concurrency, backlog });
          const ids = carriers.flatMap(({ data }) => data.ids);
          expect([...ids].sort()).toEqual(all.map(({ id }) => id).sort());
          const solo = new Set(all.filter((row) => row.solo).map(({ id }) => id));
          for (const { data } of carriers) {
            expect(data.ids.length).toBeLessThanOrEqual(Math.max(1, bundleSize));
            if (data.ids.some((id) => solo.has(id))) expect(data.ids).toHaveLength(1);
          }
          expect(new Set(carriers.map(({ id }) => id)).size).toBe(carriers.length);
        },
      ),
      { numRuns: 40 },
    );
  });
});
