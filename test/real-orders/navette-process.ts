import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { readEmbeddedSecrets } from '../../src/platform/embedded/secrets.ts';
import { packagePath } from '../../src/platform/package-root.ts';
import { ownCode } from '../support/own-code.ts';

/** A Navette of its own: a child process with PostgreSQL embedded in `dataDir`. */
export interface NavetteProcess {
  readonly url: string;
  readonly key: string;
  readonly databaseUrl: string;
  readonly process: ChildProcess;
  /** SIGTERM, and waits. */
  stop(): Promise<void>;
  /** SIGKILL: no chance to put anything right. */
  kill(): Promise<void>;
}

const startLimitMs = 60_000;

const findRunning = (file: string): { databaseUrl: string; apiUrl: string } | null => {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as { databaseUrl: string; apiUrl: string };
  } catch {
    return null;
  }
};

/** Arguments of node for the command line: built where a test run has a build, else from its sources. */
export const cliArguments = (...args: string[]): string[] => ownCode('src/cli.ts', ...args);

/** The environment that a child needs, and nothing that points it elsewhere. */
export const childEnvironment = (dataDir: string, more: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv => {
  const { DATABASE_URL, REDIS_URL, SMTP_URL, API_KEY, PUBLIC_URL, NODE_ENV, ...inherited } = process.env;
  return { ...inherited, NAVETTE_DATA: dataDir, PORT: '0', LOG_LEVEL: 'error', ...more };
};

export const startNavetteProcess = async (
  dataDir: string,
  more: NodeJS.ProcessEnv = {},
): Promise<NavetteProcess> => {
  const note = join(dataDir, 'running.json');
  // Of a process that was killed: its address is no news.
  rmSync(note, { force: true });
  const child = spawn(process.execPath, cliArguments('start'), {
    cwd: packagePath('.'),
    env: childEnvironment(dataDir, more),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      output = `${output}${chunk.toString('utf8')}`.slice(-4_000);
    });
  }
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const exited = once(child, 'exit');
    child.kill(signal);
    await exited;
  };
  const deadline = Date.now() + startLimitMs;
  for (;;) {
    const running = findRunning(note);
    if (running !== null) {
      return {
        url: running.apiUrl,
        key: readEmbeddedSecrets(dataDir).apiKey,
        databaseUrl: running.databaseUrl,
        process: child,
        stop: () => end('SIGTERM'),
        kill: () => end('SIGKILL'),
      };
    }
    if (child.exitCode !== null || Date.now() > deadline) {
      await end('SIGKILL');
      throw new Error(`Navette did not start:\n${output}`);
    }
    await sleep(50);
  }
};
