import { describe, expect, it } from 'vitest';
import { createTurns, rationed } from '../../../src/api/board/rationed.ts';

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

  it('that waited for its turn is not kept longer for that', async () => {
    let now = 0;
    const turns = createTurns();
    const other = turns(async () => {
      now += 60_000;
    });
    const reading = rationed(async () => now, { everyMs: 1_000, rest: 10, turns, now: () => now });
    expect(await reading.read()).toBe(60_000);
    await other;
    now += 1_000;
    expect(await reading.read()).toBe(61_000);
  });
});

describe('turns', () => {
  it('are taken one after the other, also after a failure', async () => {
    const turns = createTurns();
    const seen: string[] = [];
    const first = turns(async () => {
      seen.push('first begins');
      await Promise.resolve();
      seen.push('first ends');
      throw new Error('first');
    });
    const second = turns(async () => seen.push('second'));
    await expect(first).rejects.toThrow('first');
    await second;
    expect(seen).toEqual(['first begins', 'first ends', 'second']);
  });
});
