import { hash } from 'node:crypto';
import type { Request } from 'express';
import type { CallerKey } from '../../../queues/intake/submission.ts';
import { Problem } from '../http/problem.ts';

const usable = /^[\x21-\x7e]{1,255}$/;

/**
 * Hash of a parsed body. Parsing puts fields in the schema's order, fills defaults and makes times UTC, so
 * the same content hashes alike however it was written.
 */
export const hashContent = (content: unknown): string => hash('sha256', JSON.stringify(content), 'base64url');

/**
 * The caller's Idempotency-Key, if there is one; its scope is method and path.
 * @throws Problem `idempotency_key_invalid`.
 */
export const callerKeyOf = (request: Request, hashBody: () => string): CallerKey | undefined => {
  const key = request.headers['idempotency-key'];
  if (key === undefined) return undefined;
  if (typeof key !== 'string' || !usable.test(key)) throw new Problem('idempotency_key_invalid');
  return { scope: `${request.method} ${request.path}`, key, hash: hashBody() };
};
