import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, renameSync } from 'node:fs';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Account, openPassage } from './postgres-account.ts';
import type { PostgresBinaries } from './postgres-binaries.ts';
import { serverSettings } from './postgres-settings.ts';
import { readPostmasterFile, shutDown } from './postmaster.ts';
import { findProcess } from './process-identity.ts';

export interface RunningServer {
  readonly port: number;
  readonly pid: number;
  /** Resolves when the server has ended, for whatever reason. */
  readonly ended: Promise<void>;
  stop(): Promise<void>;
}

export interface ServerPlace {
  readonly data: string;
  readonly log: string;
  readonly binaries: PostgresBinaries;
  readonly account: Account | undefined;
}

/** Replaying a long write-ahead log after a crash takes time; a minute is more than 1 GB of it needs. */
const START_LIMIT_MS = 60_000;
const POLL_MS = 10;
const ATTEMPTS = 5;
/** Worth another attempt: the port was taken in between, or the last server's children are still leaving. */
const PASSING = /could not bind|could not create any TCP|shared memory block|is in use|already exists/;

/** Starts the server and waits until it takes connections; on a port that is free unless one is named. */
export async function startServer(place: ServerPlace, port?: number): Promise<RunningServer> {
  for (let attempt = 1; ; attempt++) {
    const server = await attemptStart(place, port ?? (await findFreePort()));
    if ('pid' in server) return server;
    if (attempt < ATTEMPTS && PASSING.test(server.failure)) {
      await sleep(200 * attempt);
      continue;
    }
    throw new Error(
      `The embedded PostgreSQL did not start on ${place.data}. Its log (${place.log}) ends:\n${server.failure}`,
    );
  }
}

async function attemptStart(place: ServerPlace, port: number): Promise<RunningServer | { failure: string }> {
  if (existsSync(place.log)) renameSync(place.log, `${place.log}.previous`);
  const log = openSync(place.log, 'a', 0o600);
  const passage = openPassage(place.data, place.account);
  let child: ChildProcess;
  try {
    child = spawn(place.binaries.postgres, ['-D', passage.path, ...serverSettings(port)], {
      ...place.account,
      cwd: '/',
      // A group of its own: Ctrl-C in our terminal must reach us alone, so that we can end in order, first
      // the workers and the API, then the database.
      detached: process.platform !== 'win32',
      windowsHide: true,
      env: { PATH: process.env.PATH, LC_ALL: 'C' },
      // A file, not a pipe: if we are killed the server can still write to it.
      stdio: ['ignore', log, log, ...passage.descriptors],
    });
  } finally {
    closeSync(log);
    passage.close();
  }
  const ended = new Promise<void>((resolve) => {
    child.on('exit', () => resolve());
    child.on('error', () => resolve());
  });
  let over = false;
  void ended.then(() => {
    over = true;
  });
  const givesUpAt = Date.now() + START_LIMIT_MS;
  while (!over) {
    const noted = readPostmasterFile(place.data);
    if (child.pid !== undefined && noted?.pid === child.pid && noted.ready) {
      return running(place, child, child.pid, port, ended);
    }
    if (Date.now() > givesUpAt) {
      child.kill('SIGQUIT');
      await ended;
      break;
    }
    await sleep(POLL_MS);
  }
  return { failure: tail(place.log) };
}

function running(
  place: ServerPlace,
  child: ChildProcess,
  pid: number,
  port: number,
  ended: Promise<void>,
): RunningServer {
  const guard = startGuard(pid);
  // The server must not keep a process alive that has nothing else to do; the guard ends it then.
  child.unref();
  let stopping: Promise<void> | undefined;
  const stop = async () => {
    guard?.kill('SIGKILL');
    child.ref();
    const server = findProcess(pid);
    if (server) await shutDown(server, place.data, place.binaries.pgCtl);
    await ended;
  };
  return {
    port,
    pid,
    ended,
    stop: () => {
      stopping ??= stop();
      return stopping;
    },
  };
}

/**
 * Ends the server when we are gone without having done so (kill -9, process.exit): a shell that reads from a
 * pipe of which we alone hold the other end. Should it fail, the next start finds the orphan itself.
 */
function startGuard(pid: number): ChildProcess | undefined {
  if (process.platform === 'win32') return undefined;
  const guard = spawn('/bin/sh', ['-c', 'read -r _; kill -INT "$0"', String(pid)], {
    cwd: '/',
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  guard.on('error', () => undefined);
  guard.stdin?.on('error', () => undefined);
  guard.unref();
  // A pipe of a child is a net.Socket, which by itself would keep us alive.
  (guard.stdin as { unref?: () => void } | null)?.unref?.();
  return guard;
}

function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => {
        if (address && typeof address === 'object') resolve(address.port);
        else reject(new Error('No free port on 127.0.0.1.'));
      });
    });
  });
}

function tail(file: string): string {
  return readFileSync(file, 'utf8').trim().split('\n').slice(-15).join('\n');
}
