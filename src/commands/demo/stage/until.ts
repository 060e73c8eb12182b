import { setTimeout as sleep } from 'node:timers/promises';

const pollMs = 40;
const patienceMs = 20_000;

/** Looks again and again until there is something to see. @throws Error that names what did not come. */
export const until = async <T>(what: string, look: () => Promise<T | null>): Promise<T> => {
  const givesUpAt = Date.now() + patienceMs;
  for (;;) {
    const seen = await look();
    if (seen !== null) return seen;
    if (Date.now() > givesUpAt) throw new Error(`${what} did not come within ${patienceMs / 1_000} s`);
    await sleep(pollMs);
  }
};
