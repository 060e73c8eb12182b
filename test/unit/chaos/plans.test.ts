import { expect, test } from 'vitest';
import { faultNames } from '../../chaos/faults/fault-kinds.ts';
import { planFaults } from '../../chaos/faults/plan-faults.ts';
import { planLoad } from '../../chaos/load/play-load.ts';
import { stories } from '../../chaos/load/stories/index.ts';

const faultsOf = (seed: number) =>
  planFaults({ seed, seconds: 600, faults: 210, names: faultNames, apiCount: 2, workerCount: 3 });

test('The same seed gives the same faults and the same load, another seed others', () => {
  const loadOf = (seed: number) => planLoad({ seed, seconds: 60, rate: 50, stories });
  expect(faultsOf(1)).toEqual(faultsOf(1));
  expect(faultsOf(1)).not.toEqual(faultsOf(2));
  expect(loadOf(1)).toEqual(loadOf(1));
  expect(loadOf(1).map(({ number }) => number)).not.toEqual(loadOf(2).map(({ number }) => number));
});

test('Every kind of fault comes up, within the run, and no part is struck while it is at fault', () => {
  for (const seed of [1, 2, 3]) {
    const faults = faultsOf(seed);
    expect(faults).toHaveLength(210);
    expect(new Set(faults.map(({ name }) => name))).toEqual(new Set(faultNames));
    expect(faults.at(-1)?.atMs).toBeLessThan(600_000);
    const freeAtMs = new Map<string, number>();
    for (const { parts, atMs, lastsMs } of faults) {
      for (const part of parts) {
        expect(atMs).toBeGreaterThanOrEqual(freeAtMs.get(part) ?? 0);
        freeAtMs.set(part, atMs + lastsMs);
      }
    }
  }
});

test('A load asks for as much work as it should, lines of batches included', () => {
  const planned = planLoad({ seed: 1, seconds: 600, rate: 100, stories });
  const works = planned.reduce((sum, { story }) => sum + story.works, 0);
  expect(works).toBeGreaterThan(59_900);
  expect(works).toBeLessThan(60_100);
});
