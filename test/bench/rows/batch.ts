import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import type postgres from 'postgres';
import { newId } from '../../../src/platform/ids.ts';
import type { BenchRow, Round } from '../row.ts';
import { postBatch } from '../support/batch.ts';
import { type Installation, openInstallation } from '../support/installation.ts';

const columnsOf = async (sql: postgres.Sql, table: string): Promise<string> => {
  const rows = await sql<{ name: string }[]>`
    SELECT column_name AS name FROM information_schema.columns
    WHERE table_name = ${table} AND table_schema = 'public' AND is_generated = 'NEVER' ORDER BY ordinal_position`;
  return rows.map(({ name }) => `"${name}"`).join(', ');
};

/** Rows of a table as lines of COPY, with other ids and keys, so that they go in once more. */
const exportRows = async (sql: postgres.Sql, statement: string): Promise<string[]> => {
  const lines: string[] = [];
  let rest = '';
  for await (const chunk of await sql.unsafe(`COPY (${statement}) TO STDOUT`).readable()) {
    const pieces = (rest + String(chunk)).split('\n');
    rest = pieces.pop() ?? '';
    lines.push(...pieces);
  }
  return lines;
};

/** Seconds to COPY the same rows into the same tables, indexes and all, in one transaction. */
const copyRows = async (
  { sql }: Installation,
  tables: ReadonlyMap<string, readonly string[]>,
): Promise<number> => {
  const columns = new Map<string, string>();
  for (const table of tables.keys()) columns.set(table, await columnsOf(sql, table));
  const began = performance.now();
  await sql.begin(async (tx) => {
    for (const [table, lines] of tables) {
      const writable = await tx.unsafe(`COPY ${table} (${columns.get(table)}) FROM STDIN`).writable();
      for (let n = 0; n < lines.length; n += 500) {
        if (!writable.write(`${lines.slice(n, n + 500).join('\n')}\n`)) await once(writable, 'drain');
      }
      writable.end();
      await finished(writable);
    }
  });
  return (performance.now() - began) / 1_000;
};

/** What a batch has left in the tables, as it would be written again: same sizes, other ids and numbers. */
const takeRows = async (installation: Installation): Promise<Map<string, string[]>> => {
  const { sql } = installation;
  const rows = new Map<string, string[]>();
  for (const table of ['job', 'natural_key']) {
    rows.set(table, await exportRows(sql, `SELECT ${await columnsOf(sql, table)} FROM ${table}`));
  }
  return rows;
};

const idText = /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g;

const renamed = (rows: ReadonlyMap<string, readonly string[]>, sellerId: string): Map<string, string[]> => {
  const names = new Map<string, string>([[sellerId, sellerId]]);
  const nameOf = (id: string): string => {
    const known = names.get(id);
    if (known !== undefined) return known;
    const fresh = newId();
    names.set(id, fresh);
    return fresh;
  };
  return new Map(
    [...rows].map(([table, lines]) => [
      table,
      lines.map((line) => line.replace(idText, nameOf).replaceAll('B-', 'C-')),
    ]),
  );
};

export const batch: BenchRow = {
  name: 'batch',
  needsRedis: false,
  run: async ({ folder, quick, rounds, progress }) => {
    const count = quick ? 2_000 : 200_000;
    const installation = await openInstallation({ folder, queues: 'postgres' });
    const { sql } = installation;
    const measured: Round[] = [];
    const clear = async (): Promise<void> => {
      await sql`TRUNCATE job, natural_key`;
      await sql`CHECKPOINT`;
    };
    try {
      await installation.startApi();
      await postBatch(installation, 2_000);
      for (let round = 0; round < rounds; round += 1) {
        await clear();
        const ours = count / (await postBatch(installation, count));
        const [seller] = await sql<{ id: string }[]>`SELECT id FROM seller LIMIT 1`;
        const rows = renamed(await takeRows(installation), seller?.id ?? '');
        await clear();
        const reference = count / (await copyRows(installation, rows));
        measured.push({ ours, reference });
        progress(`batch ${round + 1}: ${Math.round(ours)} of ${Math.round(reference)} orders/s`);
      }
    } finally {
      await installation.stop();
    }
    return [
      {
        what: `batch intake of ${count.toLocaleString('en')} orders by HTTP, until every line is answered`,
        reference: 'COPY of the same rows into the same tables, in one transaction',
        unit: 'orders/s',
        rounds: measured,
        goal: { kind: 'ratio', atLeast: 0.35 },
        notes: ['One connection, one API process, which parses, checks and answers each line'],
      },
    ];
  },
};
