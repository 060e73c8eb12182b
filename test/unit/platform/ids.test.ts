import { validate, version } from 'uuid';
import { afterEach, expect, test, vi } from 'vitest';
import { newId } from '../../../src/platform/ids.ts';

afterEach(() => vi.useRealTimers());

const isInOrder = (ids: readonly string[]): boolean =>
  ids.every((id, n) => n === 0 || (ids[n - 1] ?? '') < id);

test('Ids are UUIDs of version 7, all different and in the order in which they were made', () => {
  const ids = Array.from({ length: 5_000 }, newId);
  expect(ids.every((id) => validate(id) && version(id) === 7)).toBe(true);
  expect(new Set(ids).size).toBe(ids.length);
  expect(isInOrder(ids)).toBe(true);
});

test('Ids stay in order when the clock is set back, and follow it when it goes on', () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  const today = Date.now();
  const ids = [newId()];
  for (const ms of [today - 60_000, today - 1, today, today + 1, today + 60_000]) {
    vi.setSystemTime(ms);
    ids.push(newId(), newId());
  }
  expect(isInOrder(ids)).toBe(true);
  expect(Number.parseInt((ids.at(-1) ?? '').replaceAll('-', '').slice(0, 12), 16)).toBe(today + 60_000);
});
