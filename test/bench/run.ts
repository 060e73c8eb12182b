import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { findRedisServer } from '../support/redis.ts';
import { describeMachine } from './machine.ts';
import type { BenchResult } from './row.ts';
import { rows } from './rows/index.ts';
import { judge, toTable } from './table.ts';

/** `npm run bench -- --only intake,batch --rounds 5 --json figures.json`; see docs/performance.md. */
const { values } = parseArgs({
  options: {
    /** Names of rows, with commas. */
    only: { type: 'string' },
    rounds: { type: 'string', default: '5' },
    quick: { type: 'boolean', default: false },
    json: { type: 'string' },
    list: { type: 'boolean', default: false },
  },
});

const names = values.only?.split(',') ?? rows.map(({ name }) => name);
const unknown = names.filter((wanted) => !rows.some(({ name }) => name === wanted));
if (values.list || unknown.length > 0) {
  console.log(`Rows: ${rows.map(({ name }) => name).join(', ')}`);
  if (unknown.length > 0) console.error(`There is no row called ${unknown.join(', ')}`);
  process.exit(unknown.length > 0 ? 2 : 0);
}

const rounds = Number(values.rounds);
if (!Number.isInteger(rounds) || rounds < 1) throw new Error('--rounds is a number from 1');

const results: BenchResult[] = [];
const failed: string[] = [];
const skipped: string[] = [];
const began = performance.now();
const machine = describeMachine();
for (const line of machine) console.log(line);
for (const row of rows.filter(({ name }) => names.includes(name))) {
  if (row.needsRedis && findRedisServer() === undefined) {
    skipped.push(`${row.name}: there is no redis-server or valkey-server on the PATH`);
    continue;
  }
  const folder = mkdtempSync(join(tmpdir(), 'navette-bench-'));
  try {
    const progress = (text: string): void => console.error(`  ${text}`);
    results.push(...(await row.run({ folder, quick: values.quick, rounds, progress })));
  } catch (error) {
    // The others' figures are worth having.
    failed.push(row.name);
    console.error(error);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
if (values.quick) console.log('A quick run: its sizes are too small for its figures to mean anything.');
console.log(`\n${toTable(results)}\n`);
for (const { what, notes = [] } of results) for (const note of notes) console.log(`${what}: ${note}.`);
if (rounds < 5) console.log(`Medians of ${rounds}: too few to compare.`);
for (const name of failed) console.log(`FAILED ${name}`);
for (const line of skipped) console.log(`SKIPPED ${line}`);
console.log(`Took ${Math.round((performance.now() - began) / 1_000)} s.`);
if (values.json !== undefined) {
  const judged = results.map((result) => ({ ...result, ...judge(result) }));
  writeFileSync(
    values.json,
    `${JSON.stringify({ machine, quick: values.quick, results: judged }, null, 2)}\n`,
  );
}
if (failed.length > 0) process.exitCode = 1;
