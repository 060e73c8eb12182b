import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll } from 'vitest';
import { findProgram } from '../../support/programs.ts';

/** Programs of a machine that read what is drawn, and the Debian packages that have them. */
const packages = {
  zbarimg: 'zbar-tools',
  pdftoppm: 'poppler-utils',
  pdftotext: 'poppler-utils',
  qpdf: 'qpdf',
} as const;
export type Program = keyof typeof packages;

/** Whether all of them are here; says once what is skipped when they are not. */
export const hasPrograms = (...programs: readonly Program[]): boolean => {
  const missing = programs.filter((program) => findProgram(program) === undefined);
  for (const program of missing) {
    console.log(`Tests with ${program} are skipped: it is not on the PATH (Debian: ${packages[program]}).`);
  }
  return missing.length === 0;
};

const execute = promisify(execFile);

/** What a program says on standard output; rejects when it fails. */
export const run = async (program: Program, ...args: readonly string[]): Promise<string> =>
  (await execute(program, args)).stdout;

/** Codes that a scanner finds in a picture, sorted. Without D-Bus, which it would tell of what it read. */
export const scan = async (image: string): Promise<readonly string[]> =>
  (await run('zbarimg', '-q', '--nodbus', image)).trim().split('\n').sort();

/** Reading pictures takes seconds on a machine that has other things to do. */
export const patient = { timeout: 120_000 };

/** A folder of the test file's own, gone after it. */
export const temporaryFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'navette-labels-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
};
