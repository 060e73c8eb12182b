import { expect, test } from 'vitest';
import { createPace, showDuration } from '../../../src/commands/import/pace.ts';
import { formatOf } from '../../../src/commands/import/position.ts';
import { describe as describeState } from '../../../src/commands/import/show-progress.ts';
import { summarise } from '../../../src/commands/import.ts';

test('the time left follows from bytes, at the speed of the last quarter of a minute', () => {
  const pace = createPace({ atMs: 0, bytes: 0, lines: 0 });
  expect(pace.secondsFor(100)).toBeNull();
  pace.add({ atMs: 1_000, bytes: 10_000, lines: 100 });
  pace.add({ atMs: 30_000, bytes: 20_000, lines: 200 });
  pace.add({ atMs: 40_000, bytes: 30_000, lines: 400 });
  expect(pace.linesPerSecond).toBe(20);
  expect(pace.secondsFor(5_000)).toBe(5);
});

test('durations are for people', () => {
  expect([0.2, 59, 60, 3_725].map(showDuration)).toEqual(['1 s', '59 s', '1 min 0 s', '1 h 2 min']);
});

test('the state is told in words', () => {
  const pace = createPace({ atMs: 0, bytes: 0, lines: 0 });
  pace.add({ atMs: 1_000, bytes: 500, lines: 1_000 });
  const tally = { accepted: 998, replayed: 0, orders: 998, errors: { invalid_request: 2 } };
  const state = { size: 1_000, offset: 500, line: 1_001, tally, pace, waiting: null };
  expect(describeState(state)).toBe('line 1,000 · 998 accepted · 2 errors · 1,000/s · 1 s left');
  expect(describeState({ ...state, waiting: 'waits' })).toBe('line 1,000 · 998 accepted · 2 errors · waits');
});

test('the exit code tells the three endings apart', () => {
  const tally = { accepted: 10, replayed: 0, orders: 10, errors: {} };
  const outcome = { stopped: null, tally, line: 11, seconds: 1 };
  expect(summarise('a.csv', outcome).code).toBe(0);
  const bad = summarise('a.csv', { ...outcome, tally: { ...tally, errors: { invalid_request: 2 } } });
  expect(bad.code).toBe(3);
  expect(bad.text).toContain('a.csv.errors.ndjson');
  const stopped = summarise('a.csv', { ...outcome, stopped: 'The server went away.' });
  expect(stopped.code).toBe(1);
  expect(stopped.text).toContain('before line 11');
  expect(stopped.text).toContain('goes on from there');
});

test('the name of a file tells its format', () => {
  expect(['a.csv', 'A.CSV', 'b.ndjson', 'c.jsonl', 'd.xlsx', 'csv'].map(formatOf)).toEqual([
    'csv',
    'csv',
    'ndjson',
    'ndjson',
    null,
    'csv',
  ]);
});
