import { describe, expect, it } from 'vitest';
import { rationed } from '../../../src/api/board/rationed.ts';

const counter = (tookMs: () => number) => {
  let now = 0;
  let loads = 0;
  const reading = rationed(
    async () => {
      loads += 1;
      now += tookMs();
      return loads;
    },
    { everyMs: 1_000, rest: 10, now: () => now },
  );
  return { reading, pass: (ms: number) => (now += ms) };
};

describe('a rationed reading', () => {
  it('is shared by all who ask at once, and kept while young', async () => {
    const { reading, pass } = counter(() => 0);
    expect(await Promise.all([reading.read(), reading.read()])).toEqual([1, 1]);
    pass(999);
    expect(await reading.read()).toBe(1);
    pass(1);
    expect(await reading.read()).toBe(2);
  });

  it('that took long is kept longer', async () => {
    const { reading, pass } = counter(() => 500);
    await reading.read();
    pass(4_999);
    expect(await reading.read()).toBe(1);
    pass(1);
    expect(await reading.read()).toBe(2);
  });

  it('is taken again after a change', async () => {
    const { reading } = counter(() => 0);
    await reading.read();
    reading.forget();
    expect(await reading.read()).toBe(2);
  });

  it('is not kept when it failed', async () => {
    let fails = true;
    const reading = rationed(async () => (fails ? Promise.reject(new Error('away')) : 'back'), {
      everyMs: 1_000,
      rest: 10,
      now: () => 0,
    });
    await expect(reading.read()).rejects.toThrow('away');
    fails = false;
    expect(await reading.read()).toBe('back');
  });
});
