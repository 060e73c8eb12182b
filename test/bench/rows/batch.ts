import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import postgres from 'postgres';
import type { BenchRow, Round } from '../row.ts';
import { postBatch } from '../support/batch.ts';
import { type Installation, openInstallation } from '../support/installation.ts';

const columnsOf = async (sql: postgres.Sql, table: string): Promise<string> => {
  const rows = await sql<{ name: string }[]>`
    SELECT column_name AS name FROM information_schema.columns
    WHERE table_name = ${table} AND table_schema = 'public' AND is_generated = 'NEVER' ORDER BY ordinal_position`;
  return rows.map(({ name }) => `"${name}"`).join(', ');
};

/** Rows of a table as lines of COPY. */
const exportRows = async ({ sql, databaseUrl }: Installation, table: string): Promise<string[]> => {
  const columns = await columnsOf(sql, table);
  // A connection of its own: after a COPY the driver may leave its socket paused, and the next query unanswered.
  const own = postgres(databaseUrl, { max: 1, onnotice: () => {} });
  const lines: string[] = [];
  let rest = '';
  const stream = await own.unsafe(`COPY (SELECT ${columns} FROM ${table}) TO STDOUT`).readable();
  for await (const chunk of stream.setEncoding('utf8')) {
    const pieces = (rest + String(chunk)).split('\n');
    rest = pieces.pop() ?? '';
    lines.push(...pieces);
  }
  await own.end({ timeout: 0 });
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

/** What a batch has left in the tables. */
const takeRows = async (installation: Installation): Promise<Map<string, string[]>> => {
  const rows = new Map<string, string[]>();
  for (const table of ['job', 'natural_key']) rows.set(table, await exportRows(installation, table));
  return rows;
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
        const rows = await takeRows(installation);
        await clear();
        const reference = count / (await copyRows(installation, rows));
        const [copied] = await sql<{ rows: number }[]>`SELECT count(*)::int AS rows FROM job`;
        if (copied?.rows !== rows.get('job')?.length) throw new Error('COPY wrote other rows than the batch');
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
