import { execFileSync } from 'node:child_process';
import { readFileSync, readlinkSync, realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { findProcess, isAlive, type ProcessIdentity } from './process-identity.ts';

/** Fast shutdown rolls back and writes a checkpoint; on a slow disk with much to write, seconds. */
const FAST_SHUTDOWN_MS = 10_000;
/** Immediate shutdown writes nothing; the next start replays the write-ahead log. */
const IMMEDIATE_SHUTDOWN_MS = 5_000;
const POLL_MS = 20;

/** What postmaster.pid says: line 1 the process, line 8 its state. */
export function readPostmasterFile(data: string): { pid: number; ready: boolean } | undefined {
  try {
    const lines = readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n');
    const pid = Number(lines[0]);
    // A negative number marks a single-user process.
    return Number.isSafeInteger(pid) && pid > 0 ? { pid, ready: lines[7]?.trim() === 'ready' } : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Shuts down the server that a killed Navette left running on this folder. Call only under the folder's
 * lock, which says that no live Navette owns it. Answers whether there was one.
 */
export async function stopOrphan(data: string, pgCtl: string): Promise<boolean> {
  const noted = readPostmasterFile(data);
  const process = noted && findProcess(noted.pid);
  if (!process) return false; // a stale file is PostgreSQL's own to judge: it also looks at shared memory
  if (!worksOn(process.pid, data)) {
    // The number now belongs to somebody else, and PostgreSQL would take that one for its predecessor.
    rmSync(join(data, 'postmaster.pid'), { force: true });
    return false;
  }
  await shutDown(process, data, pgCtl);
  return true;
}

/** Fast, then immediate, then hard. Resolves when the process is gone. */
export async function shutDown(server: ProcessIdentity, data: string, pgCtl: string): Promise<void> {
  signal(server, 'SIGINT', data, pgCtl);
  if (await isGone(server, FAST_SHUTDOWN_MS)) return;
  signal(server, 'SIGQUIT', data, pgCtl);
  if (await isGone(server, IMMEDIATE_SHUTDOWN_MS)) return;
  signal(server, 'SIGKILL', data, pgCtl);
  if (await isGone(server, IMMEDIATE_SHUTDOWN_MS)) return;
  throw new Error(
    `The PostgreSQL process ${server.pid} on ${data} does not end. End it by hand, then start again.`,
  );
}

function signal(
  server: ProcessIdentity,
  name: 'SIGINT' | 'SIGQUIT' | 'SIGKILL',
  data: string,
  pgCtl: string,
): void {
  if (!isAlive(server)) return;
  try {
    if (process.platform === 'win32') {
      // Windows has no signals between processes; PostgreSQL has a pipe of its own for them.
      const mode = name === 'SIGINT' ? 'fast' : 'immediate';
      execFileSync(pgCtl, ['stop', '-D', data, '-m', mode, '-W'], { stdio: 'ignore' });
    } else {
      process.kill(server.pid, name);
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EPERM') {
      throw new Error(
        `A PostgreSQL (pid ${server.pid}) of another account runs on ${data}; stop it under that account first.`,
      );
    }
    // Otherwise it ended between the check and the signal.
  }
}

async function isGone(server: ProcessIdentity, limitMs: number): Promise<boolean> {
  const givesUpAt = Date.now() + limitMs;
  while (isAlive(server)) {
    if (Date.now() > givesUpAt) return false;
    await sleep(POLL_MS);
  }
  return true;
}

/** A postmaster sits in its data folder. Where we cannot look, its name has to do. */
function worksOn(pid: number, data: string): boolean {
  if (process.platform === 'win32') return true;
  try {
    if (process.platform === 'linux') return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(data);
    return /postgres/.test(execFileSync('ps', ['-o', 'comm=', '-p', String(pid)], { encoding: 'utf8' }));
  } catch {
    return false;
  }
}
