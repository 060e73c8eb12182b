import { z } from 'zod';
import type { CallerKey } from '../../../queues/intake/submission.ts';
import { hashContent } from '../accept/idempotency-key.ts';
import { Problem } from '../http/problem.ts';

/** What a row may bring as its own Idempotency-Key: as the header. */
export const rowKey = z
  .string()
  .regex(/^[\x21-\x7e]{1,255}$/, 'Not 1 to 255 visible ASCII characters')
  .nullish()
  .transform((value) => value ?? null)
  .meta({ description: 'The same key and content are the same request, in whatever file they come' });

export interface Row {
  /** As it was parsed, its own key left out. */
  readonly content: unknown;
  readonly line: number;
  readonly idempotencyKey: string | null;
}

/** Rows without a key of one file: so many are remembered. */
const mostKeylessRows = 100_000;

/**
 * By what each row of a file is known when it comes again: its own key; else the Idempotency-Key of the whole request
 * and its line; else what it says, and the how-manieth it is in its file to say so. So a file that was mended and is
 * sent again asks for nothing twice, and of two equal rows each counts. A row without any key that is to count once
 * more, in another file, needs one.
 * @throws Problem `idempotency_key_required` for more rows without a key than are remembered.
 */
export const createSameness = (path: string, requestKey: string | null): ((row: Row) => CallerKey) => {
  const counts = new Map<string, number>();
  return ({ content, line, idempotencyKey }) => {
    const hash = hashContent(content);
    if (idempotencyKey !== null) return { scope: `POST ${path} row`, key: idempotencyKey, hash };
    if (requestKey !== null) return { scope: `POST ${path} line`, key: `${requestKey} ${line}`, hash };
    const count = (counts.get(hash) ?? 0) + 1;
    if (count === 1 && counts.size >= mostKeylessRows) throw new Problem('idempotency_key_required');
    counts.set(hash, count);
    return { scope: `POST ${path} file`, key: `${hash} ${count}`, hash };
  };
};
