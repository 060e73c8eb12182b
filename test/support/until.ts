import { setTimeout as pause } from 'node:timers/promises';

/** Looks again and again until there is something; throws, with what it waited for, when it takes too long. */
export const until = async <T>(
  what: string,
  look: () => Promise<T | null | undefined | false>,
  limitMs = 30_000,
): Promise<T> => {
  const deadline = Date.now() + limitMs;
  for (;;) {
    const found = await look();
    if (found !== null && found !== undefined && found !== false) return found;
    if (Date.now() > deadline) throw new Error(`Waited ${limitMs} ms in vain until ${what}`);
    await pause(15);
  }
};
