import { createHash } from 'node:crypto';
import {
  closeSync,
  openSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { z } from 'zod';

const count = z.int().min(0);

/** What tells a file from another one under the same name. */
const fingerprint = z.object({ size: count, modifiedMs: z.number(), head: z.string() });
export type Fingerprint = z.infer<typeof fingerprint>;

const progress = z.object({
  version: z.literal(1),
  file: fingerprint,
  /** Everything before it has its answer. */
  position: z.object({ offset: count, line: z.int().min(1) }),
  tally: z.object({
    accepted: count,
    replayed: count,
    orders: count,
    errors: z.record(z.string(), count),
  }),
  /** Bytes of the file of errors that belong to what is before the position. */
  errorBytes: count,
});

/** How far an import has come, kept beside its file. */
export type Progress = z.infer<typeof progress>;

const headBytes = 64 * 1024;

/** @throws the system's error for a file that cannot be read. */
export const fingerprintOf = (file: string): Fingerprint => {
  const handle = openSync(file, 'r');
  try {
    const head = Buffer.alloc(headBytes);
    const length = readSync(handle, head, 0, headBytes, 0);
    const { size, mtimeMs } = statSync(file);
    const hash = createHash('sha256').update(head.subarray(0, length)).digest('base64url');
    return { size, modifiedMs: mtimeMs, head: hash };
  } finally {
    closeSync(handle);
  }
};

export const progressPathOf = (file: string): string => `${file}.navette-progress.json`;

export type FoundProgress =
  /** `changed`: what was noted is of other content. */
  { readonly kind: 'none' | 'changed' } | { readonly kind: 'found'; readonly progress: Progress };

/** What is noted of this file; what cannot be read counts as nothing. */
export const readProgress = (file: string, now: Fingerprint): FoundProgress => {
  let found: Progress;
  try {
    found = progress.parse(JSON.parse(readFileSync(progressPathOf(file), 'utf8')));
  } catch {
    return { kind: 'none' };
  }
  const { size, modifiedMs, head } = found.file;
  const same = size === now.size && modifiedMs === now.modifiedMs && head === now.head;
  return same ? { kind: 'found', progress: found } : { kind: 'changed' };
};

/**
 * Whole or not at all: a kill in between leaves the older one. One that is too old, after a power cut,
 * costs sending some orders again, which changes nothing.
 */
export const writeProgress = (file: string, value: Progress): void => {
  const path = progressPathOf(file);
  const draft = `${path}.tmp`;
  writeFileSync(draft, `${JSON.stringify(value)}\n`);
  renameSync(draft, path);
};

export const removeProgress = (file: string): void => rmSync(progressPathOf(file), { force: true });
