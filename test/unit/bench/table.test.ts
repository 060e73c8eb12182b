import { expect, it } from 'vitest';
import type { BenchResult } from '../../bench/row.ts';
import { judge, toTable } from '../../bench/table.ts';
import { median } from '../../support/median.ts';

const rounds = [
  { ours: 700, reference: 1_000 },
  { ours: 10, reference: 4_000 },
  { ours: 900, reference: 900 },
];

it('takes the middle of an odd number of values, and between the middle two of an even one', () => {
  expect(median([30, 1, 2])).toBe(2);
  expect(median([4, 1, 2, 100])).toBe(3);
});

it('divides the medians of the two sides, so that one bad round decides nothing', () => {
  expect(judge({ rounds, goal: { kind: 'none' } })).toEqual({
    ours: 700,
    reference: 1_000,
    ratio: 0.7,
    reached: null,
  });
});

it('reaches a goal at its bound and misses it beyond', () => {
  expect(judge({ rounds, goal: { kind: 'ratio', atLeast: 0.7 } }).reached).toBe(true);
  expect(judge({ rounds, goal: { kind: 'ratio', atLeast: 0.71 } }).reached).toBe(false);
  expect(judge({ rounds, goal: { kind: 'ratio', atMost: 0.69 } }).reached).toBe(false);
  expect(judge({ rounds, goal: { kind: 'absolute', atMost: 700 } }).reached).toBe(true);
  expect(judge({ rounds, goal: { kind: 'absolute', atMost: 699 } }).reached).toBe(false);
});

it('does not call a goal reached that was not measured', () => {
  expect(judge({ rounds: [], goal: { kind: 'absolute', atMost: 10 } }).reached).toBe(false);
});

it('prints a row of aligned Markdown for each result, without a ratio where there is no reference', () => {
  const result: BenchResult = {
    what: 'kill',
    reference: '',
    unit: 's',
    rounds: [{ ours: 3.217, reference: Number.NaN }],
    goal: { kind: 'absolute', atMost: 10 },
  };
  const lines = toTable([result, { ...result, what: 'a longer name' }]).split('\n');
  expect(lines[2]).toBe('| kill          | 3.22 s | –         |     | –     | ≤ 10 s | reached |');
  expect(new Set(lines.map((line) => line.length)).size).toBe(1);
});
