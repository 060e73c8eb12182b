import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildOwnCode } from '../support/own-code.ts';
import { findRedisServer } from '../support/redis.ts';
import { faultNames, withoutRedis } from './faults/fault-kinds.ts';
import { stories } from './load/stories/index.ts';
import { isViolated } from './report.ts';
import { runChaos } from './run-chaos.ts';
import { showReport } from './show-report.ts';

/** By hand: `npm run chaos -- --seconds 600 --faults 210 --rate 100`; ends with 1 if an invariant is violated. */
const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '60' },
    seed: { type: 'string', default: '1' },
    faults: { type: 'string', default: '20' },
    /** Pieces of work a second, lines of batches included. */
    rate: { type: 'string', default: '60' },
    /** Queues on PostgreSQL even where there is a Redis. */
    postgres: { type: 'boolean', default: false },
    /** Only these kinds of faults, with commas. */
    kinds: { type: 'string' },
    /** Only these stories, with commas. */
    stories: { type: 'string' },
    json: { type: 'string' },
    /** Leaves data and logs behind, as a violation does. */
    keep: { type: 'boolean', default: false },
  },
});

/** Those of a list that were asked for by name; ends the process where a name is none of them. */
const choose = <T>(
  asked: string | undefined,
  all: readonly T[],
  nameOf: (one: T) => string,
): readonly T[] => {
  if (asked === undefined) return all;
  const names = asked.split(',');
  const unknown = names.filter((name) => !all.some((one) => nameOf(one) === name));
  if (unknown.length === 0) return all.filter((one) => names.includes(nameOf(one)));
  console.error(`There is no ${unknown.join(', ')}. There are ${all.map(nameOf).join(', ')}`);
  process.exit(2);
};

const hasRedis = findRedisServer() !== undefined;
const onRedis = hasRedis && !values.postgres;
if (!values.postgres && !hasRedis) {
  console.error('Queues on PostgreSQL: there is no redis-server or valkey-server on the PATH.');
}

const beganMs = Date.now();
const folder = mkdtempSync(join(tmpdir(), 'navette-chaos-'));
// What runs is what lies here now, whatever is edited meanwhile.
const removeBuild = await buildOwnCode();
// Asked to end, it takes along what it has started: each ends with this process.
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    removeBuild();
    rmSync(folder, { recursive: true, force: true });
    process.exit(130);
  });
}
try {
  const report = await runChaos({
    seed: Number(values.seed),
    seconds: Number(values.seconds),
    faults: Number(values.faults),
    rate: Number(values.rate),
    queues: onRedis ? 'redis' : 'postgres',
    faultNames: choose(values.kinds, onRedis ? faultNames : withoutRedis, String),
    stories: choose(values.stories, stories, ({ name }) => name),
    folder,
    onProgress: (text) =>
      console.error(`${((Date.now() - beganMs) / 1_000).toFixed(1).padStart(6)} s  ${text}`),
  });
  console.log(showReport(report));
  if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(report, null, 2)}\n`);
  process.exitCode = isViolated(report) ? 1 : 0;
} finally {
  removeBuild();
  if (process.exitCode === 0 && !values.keep) rmSync(folder, { recursive: true, force: true });
  else console.error(`Data and logs are left in ${folder}`);
}
