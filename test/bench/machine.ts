import { execFileSync } from 'node:child_process';
import { cpus, totalmem } from 'node:os';
import { findRedisServer } from '../support/redis.ts';

const redisVersion = (): string => {
  const program = findRedisServer();
  if (program === undefined) return 'none';
  return /v=(\S+)/.exec(execFileSync(program, ['--version'], { encoding: 'utf8' }))?.[1] ?? 'unknown';
};

/** What a reader must know of the machine to compare figures. */
export const describeMachine = (): string[] => {
  const [first] = cpus();
  return [
    `Machine: ${cpus().length} cores (${first?.model.trim() ?? 'unknown'}), ${Math.round(totalmem() / 2 ** 30)} GiB`,
    `Node.js ${process.versions.node}, Redis ${redisVersion()} (append-only file, flushed each second)`,
    'PostgreSQL 18 embedded, fsync and synchronous_commit on, as Navette starts it',
  ];
};
