import type { Sql } from '../../../db/client.ts';
import { findApiKey, type KnownKey } from '../../../db/repositories/api-keys/find-api-key.ts';

/** A revoked key works at most this long in a process that has just seen it. */
const ttlMs = 5_000;
const mostKeys = 10_000;

interface Entry {
  readonly key: Promise<KnownKey | null>;
  readonly expiresAt: number;
}

/**
 * Looks keys up by their hash and remembers them for a moment. Requests that come while a look-up is
 * under way share it. Unknown keys are not remembered: guesses would push out the real ones.
 *
 * The key is compared only inside PostgreSQL's index, and only as a SHA-256: what an answer's timing
 * could tell is about the hash, from which no key can be worked out.
 */
export const createKeyCache = (sql: Sql, now: () => number = Date.now) => {
  const entries = new Map<string, Entry>();

  const forget = (hash: string): void => {
    entries.delete(hash);
  };

  const remember = (hash: string): Promise<KnownKey | null> => {
    const key = findApiKey(sql, hash);
    entries.delete(hash);
    entries.set(hash, { key, expiresAt: now() + ttlMs });
    if (entries.size > mostKeys) {
      const [oldest] = entries.keys();
      if (oldest !== undefined) forget(oldest);
    }
    key.then(
      (found) => {
        if (found === null) forget(hash);
      },
      () => forget(hash),
    );
    return key;
  };

  return {
    find: (hash: string): Promise<KnownKey | null> => {
      const entry = entries.get(hash);
      return entry !== undefined && entry.expiresAt > now() ? entry.key : remember(hash);
    },
  };
};
