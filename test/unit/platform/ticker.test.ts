import { afterEach, describe, expect, it } from 'vitest';
import { every, type Ticker } from '../../../src/platform/ticker.ts';
import { until } from '../../support/until.ts';

/** No test waits for the interval: what happens within it happened because of a nudge or of `true`. */
const longMs = 60_000;

let ticker: Ticker | undefined;
afterEach(() => ticker?.stop());

const rethrow = (error: unknown): void => {
  throw error;
};

/** A round that is held until it is let go. */
const gate = () => {
  let open: () => void = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open: () => open() };
};

describe('a ticker', () => {
  it('runs its first round at once and the next after the interval', async () => {
    const startedAt = Date.now();
    const at: number[] = [];
    ticker = every(
      50,
      async () => {
        at.push(Date.now() - startedAt);
        return false;
      },
      rethrow,
    );
    await until('there were three rounds', async () => at.length >= 3);
    expect(at[0]).toBeLessThan(40);
    expect(at[2]).toBeGreaterThanOrEqual(95);
  });

  it('runs again at once while there is more', async () => {
    let left = 100;
    ticker = every(
      longMs,
      async () => {
        left -= 1;
        return left > 0;
      },
      rethrow,
    );
    await until('nothing is left', async () => left === 0);
  });

  it('wakes from its pause when it is nudged', async () => {
    let rounds = 0;
    ticker = every(
      longMs,
      async () => {
        rounds += 1;
        return false;
      },
      rethrow,
    );
    await until('the first round', async () => rounds === 1);
    ticker.nudge();
    await until('the second', async () => rounds === 2);
  });

  it('runs once more after a round in which it was nudged, however often', async () => {
    const first = gate();
    let rounds = 0;
    ticker = every(
      longMs,
      async () => {
        rounds += 1;
        if (rounds === 1) await first.opened;
        return false;
      },
      rethrow,
    );
    for (let n = 0; n < 10; n += 1) ticker.nudge();
    first.open();
    await until('the second round', async () => rounds === 2);
    await ticker.stop();
    expect(rounds).toBe(2);
  });

  it('never runs two rounds at once', async () => {
    let atOnce = 0;
    let most = 0;
    let rounds = 0;
    ticker = every(
      1,
      async () => {
        atOnce += 1;
        most = Math.max(most, atOnce);
        await new Promise(setImmediate);
        atOnce -= 1;
        rounds += 1;
        return true;
      },
      rethrow,
    );
    const nudging = setInterval(() => ticker?.nudge(), 1);
    await until('fifty rounds', async () => rounds >= 50);
    clearInterval(nudging);
    expect(most).toBe(1);
  });

  it('reports an error and goes on, after the interval although it was nudged', async () => {
    const errors: unknown[] = [];
    const at: number[] = [];
    ticker = every(
      60,
      async () => {
        at.push(Date.now());
        ticker?.nudge();
        throw new Error(`round ${at.length}`);
      },
      (error) => errors.push(error),
    );
    await until('three errors', async () => errors.length >= 3);
    expect(errors[0]).toEqual(new Error('round 1'));
    expect((at[2] ?? 0) - (at[0] ?? 0)).toBeGreaterThanOrEqual(100);
  });

  it('stops when its round is over, and at once while it pauses', async () => {
    const held = gate();
    let over = false;
    ticker = every(
      longMs,
      async () => {
        await held.opened;
        over = true;
        return true;
      },
      rethrow,
    );
    const stopped = ticker.stop().then(() => over);
    held.open();
    expect(await stopped).toBe(true);
    await ticker.stop();
  });
});
