import type { Request } from 'express';
import { ipKeyGenerator, MemoryStore, type Options } from 'express-rate-limit';
import type { Sql } from '../../../db/client.ts';
import { hashApiKey } from '../../../db/repositories/api-keys/api-key-text.ts';
import type { Caller } from '../endpoints/endpoint.ts';
import { Problem } from '../http/problem.ts';
import { createKeyCache } from './key-cache.ts';

const windowMs = 60_000;
/** Wrong keys from one address per minute, before they are answered 429 instead of 401. */
const wrongKeysPerMinute = 60;

/** @throws Problem `unauthorized` or `too_many_requests`. */
export type Authenticate = (request: Request) => Promise<Caller>;

const bearer = /^Bearer +([\x21-\x7e]{8,512}) *$/i;

const challenge = { 'www-authenticate': 'Bearer realm="navette"' };

/** Counts of the running minute, in this process. */
const startCount = (): ((key: string) => Promise<{ hits: number; retryAfter: string }>) => {
  const store = new MemoryStore();
  // The one option that the store reads.
  store.init({ windowMs } as Options);
  return async (key) => {
    const { totalHits, resetTime } = await store.increment(key);
    const seconds = Math.ceil(((resetTime?.getTime() ?? 0) - Date.now()) / 1_000);
    return { hits: totalHits, retryAfter: String(Math.max(1, seconds)) };
  };
};

/**
 * Finds who calls and counts the call. The limit is by key, so that one seller's flood does not stop
 * another; what has no valid key is counted by its address.
 */
export const createAuthenticate = (sql: Sql, limitPerMinute: number): Authenticate => {
  const keys = createKeyCache(sql);
  const countCall = startCount();
  const countFailure = startCount();

  const refuse = async (request: Request, detail: string): Promise<never> => {
    const { hits, retryAfter } = await countFailure(ipKeyGenerator(request.ip ?? 'unknown'));
    if (hits > wrongKeysPerMinute) {
      throw new Problem('too_many_requests', {
        detail: 'Too many requests without a valid API key',
        headers: { 'retry-after': retryAfter },
      });
    }
    throw new Problem('unauthorized', { detail, headers: challenge });
  };

  return async (request) => {
    const token = bearer.exec(request.headers.authorization ?? '')?.[1];
    if (token === undefined) return refuse(request, 'Send Authorization: Bearer <key>');
    const key = await keys.find(hashApiKey(token));
    if (key === null) return refuse(request, 'This API key is unknown or has been revoked');
    const { hits, retryAfter } = await countCall(key.id);
    if (hits > limitPerMinute) {
      throw new Problem('too_many_requests', {
        detail: `More than ${limitPerMinute} requests in a minute with one key`,
        headers: { 'retry-after': retryAfter },
      });
    }
    return { sellerId: key.sellerId, keyId: key.id };
  };
};
