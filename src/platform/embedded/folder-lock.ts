import { randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { findProcess, isAlive } from './process-identity.ts';

export interface FolderLock {
  release(): void;
}

/** Somebody alive holds the folder. */
export class FolderLockedError extends Error {
  readonly pid: number;

  constructor(folder: string, pid: number) {
    const who = pid === process.pid ? `this process (pid ${pid})` : `the Navette process with pid ${pid}`;
    super(
      `The embedded data in ${folder} is in use by ${who}. Only one process at a time can own it: ` +
        `stop that one${pid === process.pid ? '' : ` (kill ${pid})`}, or give this one another folder with NAVETTE_DATA, ` +
        'or run a PostgreSQL of your own and set DATABASE_URL to share it between processes.',
    );
    this.name = 'FolderLockedError';
    this.pid = pid;
  }
}

interface Claim {
  readonly file: string;
  readonly pid: number;
  readonly startedAt: string;
  readonly held: boolean;
}

/** After this long of seeing one other contender that neither wins nor leaves, give up. */
const CONTENTION_LIMIT_MS = 5_000;
const POLL_MS = 5;
const HELD = 'held';

/**
 * One live process per folder. There is no one lock file, because a stale one cannot be taken over without
 * a race (between reading that its owner is dead and unlinking it, somebody else may have made it anew).
 * Each contender writes a claim whose *name* says who it is, so removing a dead one is always right; then:
 * it sees a holder, or a contender of lower name → it leaves; it sees nobody → it holds. Of two contenders
 * at least one sees the other, and the lowest name stays, so exactly one wins. Holding is noted inside the
 * file, not by renaming it: a listing that runs meanwhile could miss both names.
 *
 * Limit: processes of different PID namespaces (two containers on one volume) do not see each other.
 *
 * @throws FolderLockedError
 */
export async function lockFolder(folder: string): Promise<FolderLock> {
  const claims = join(folder, 'locks');
  mkdirSync(claims, { recursive: true, mode: 0o700 });
  const self = findProcess(process.pid) ?? { pid: process.pid, startedAt: '' };
  // Fixed width, so that the order of names is a total order.
  const name = `${String(self.pid).padStart(10, '0')}_${self.startedAt}_${randomBytes(6).toString('hex')}`;
  const own = join(claims, name);
  const release = () => rmSync(own, { force: true });
  writeFileSync(own, '', { flag: 'wx', mode: 0o600 });
  try {
    const givesUpAt = Date.now() + CONTENTION_LIMIT_MS;
    for (;;) {
      const others = liveClaims(claims).filter((claim) => claim.file !== name);
      if (others.length === 0) break;
      const stronger = others.find((claim) => claim.held || claim.file < name);
      const obstacle = stronger ?? (Date.now() > givesUpAt ? others[0] : undefined);
      if (obstacle) throw new FolderLockedError(folder, obstacle.pid);
      await sleep(POLL_MS);
    }
    writeFileSync(own, HELD);
  } catch (error) {
    release();
    throw error;
  }
  return { release };
}

function liveClaims(folder: string): Claim[] {
  const live: Claim[] = [];
  for (const file of readdirSync(folder)) {
    const match = /^(\d{10})_([0-9A-Za-z-]*)_[0-9a-f]{12}$/.exec(file);
    if (!match) continue;
    const owner = { pid: Number(match[1]), startedAt: match[2] ?? '' };
    if (isAlive(owner)) live.push({ ...owner, file, held: isHeld(join(folder, file)) });
    else rmSync(join(folder, file), { force: true });
  }
  return live;
}

function isHeld(file: string): boolean {
  try {
    return readFileSync(file, 'utf8') === HELD;
  } catch {
    return false; // it left between the listing and now
  }
}
