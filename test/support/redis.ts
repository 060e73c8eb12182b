import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { findProgram } from './programs.ts';

/** A Redis of our own, with its data in a temporary folder, to be killed and started again. */
export interface TestRedis {
  readonly url: string;
  readonly port: number;
  /** As a crash would: SIGKILL. */
  kill(): Promise<void>;
  /** On the same port and data, after kill(). Resolves when it answers. */
  restart(): Promise<void>;
  /** The same without its data, as after the loss of a disk. */
  restartEmpty(): Promise<void>;
  /** Ends it and removes its data. */
  stop(): Promise<void>;
}

const START_LIMIT_MS = 30_000;

/** The program of this machine, if there is one. */
export const findRedisServer = (): string | undefined => findProgram('redis-server', 'valkey-server');

/**
 * @param settings As on the command line of redis-server, e.g. `['--maxmemory-policy', 'allkeys-lru']`.
 * @param wantedPort A free one unless given.
 */
export async function startRedis(settings: readonly string[] = [], wantedPort?: number): Promise<TestRedis> {
  const program = findRedisServer();
  if (!program) throw new Error('No redis-server or valkey-server on the PATH.');
  const folder = mkdtempSync(join(tmpdir(), 'navette-redis-'));
  const port = wantedPort ?? (await findFreePort());
  let server: ChildProcess | undefined;

  const start = async () => {
    server = spawn(
      program,
      [
        ...['--port', String(port), '--bind', '127.0.0.1', '--dir', folder],
        ...['--appendonly', 'yes', '--appendfsync', 'everysec', '--save', ''],
        ...['--loglevel', 'warning', ...settings],
      ],
      { stdio: 'ignore' },
    );
    await waitUntilItAnswers(port, server);
  };
  const end = async (signal: NodeJS.Signals) => {
    const process = server;
    server = undefined;
    if (!process || process.exitCode !== null || process.signalCode !== null) return;
    process.kill(signal);
    await once(process, 'exit');
  };

  // Whatever ends us must not leave it behind.
  const onExit = (): void => void server?.kill('SIGKILL');
  process.once('exit', onExit);
  await start();
  return {
    url: `redis://127.0.0.1:${port}`,
    port,
    kill: () => end('SIGKILL'),
    restart: start,
    restartEmpty: async () => {
      for (const entry of readdirSync(folder)) rmSync(join(folder, entry), { recursive: true });
      await start();
    },
    stop: async () => {
      await end('SIGKILL');
      process.off('exit', onExit);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function waitUntilItAnswers(port: number, server: ChildProcess): Promise<void> {
  const client = new Redis(port, '127.0.0.1', {
    retryStrategy: () => 20,
    maxRetriesPerRequest: null,
    // While it reads its file it may ask for 10 s of patience.
    maxLoadingRetryTime: 20,
  });
  client.on('error', () => undefined); // it is not there yet
  try {
    const answered = client.ping().then(() => 'answered' as const);
    const exited = once(server, 'exit').then(() => 'exited' as const);
    const outcome = await Promise.race([answered, exited, sleep(START_LIMIT_MS, 'silent' as const)]);
    if (outcome !== 'answered') throw new Error(`redis-server on port ${port}: ${outcome}`);
  } finally {
    client.disconnect();
  }
}

export function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => {
        if (address && typeof address === 'object') resolve(address.port);
        else reject(new Error('no free port'));
      });
    });
  });
}
