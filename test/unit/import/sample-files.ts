import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openOrderFile } from '../../../src/commands/import/order-file.ts';
import type { Format, Position } from '../../../src/commands/import/position.ts';
import type { Row } from '../../../src/commands/import/rows.ts';

/** Runs with a file of this content in a folder of its own. */
export const withFile = async <T>(
  name: string,
  content: string | Buffer,
  work: (file: string) => T | Promise<T>,
): Promise<T> => {
  const folder = mkdtempSync(join(tmpdir(), 'navette-import-'));
  try {
    const file = join(folder, name);
    writeFileSync(file, content);
    return await work(file);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

/** The rows of a file from a position on, or from its first order. */
export const readRows = async (file: string, format: Format, from?: Position): Promise<Row[]> => {
  const orders = await openOrderFile(file, format);
  const rows: Row[] = [];
  for await (const batch of orders.rows(from ?? orders.first)) rows.push(...batch);
  return rows;
};

export const textOf = ({ bytes }: Row): string => Buffer.concat([...bytes]).toString('utf8');
