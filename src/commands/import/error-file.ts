import { closeSync, ftruncateSync, openSync, rmSync, writeSync } from 'node:fs';

/** A line of the file that was not accepted. */
export interface LineError {
  /** In the file that is imported, the first being 1. */
  readonly line: number;
  readonly code: string;
  readonly detail: string;
  readonly errors?: unknown;
}

export const errorPathOf = (file: string): string => `${file}.errors.ndjson`;

export interface ErrorFile {
  add(error: LineError): void;
  /** Writes what was added; answers the bytes of the file. Call it before the progress is noted. */
  flush(): number;
  /** Takes the file away where nothing went wrong. */
  close(): void;
}

/** Opens the file of errors at `bytes`: what an import that was killed wrote beyond its progress goes. */
export const openErrorFile = (file: string, bytes: number): ErrorFile => {
  const path = errorPathOf(file);
  const handle = openSync(path, bytes === 0 ? 'w' : 'a');
  ftruncateSync(handle, bytes);
  let size = bytes;
  let held: string[] = [];
  const flush = (): number => {
    if (held.length > 0) size += writeSync(handle, held.join(''));
    held = [];
    return size;
  };
  return {
    add: (error) => {
      held.push(`${JSON.stringify(error)}\n`);
    },
    flush,
    close: () => {
      flush();
      closeSync(handle);
      if (size === 0) rmSync(path, { force: true });
    },
  };
};
