import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { packagePath } from '../../../src/platform/package-root.ts';
import { childEnvironment, cliArguments } from '../../real-orders/navette-process.ts';

/** How a process ended that was asked to. */
export interface Ending {
  readonly name: string;
  readonly code: number | null;
  readonly milliseconds: number;
}

/** A process that ended though nobody asked it to. */
export interface UnaskedEnd {
  readonly name: string;
  readonly code: number | null;
  /** False: it did not come up, as when PostgreSQL is away; whoever looks after it starts it again. */
  readonly wasUp: boolean;
  readonly output: string;
}

/** One of the processes of an installation, looked after as by systemd: started again when it ends by itself. */
export interface RoleProcess {
  readonly name: string;
  readonly role: 'api' | 'worker';
  start(): void;
  /** Resolves when it has said that it is up; at once if it has already. */
  up(): Promise<void>;
  /** SIGKILL: no chance to put anything right. Stays down. */
  kill(): Promise<void>;
  /** SIGTERM, and waits. Stays down. */
  end(): Promise<Ending>;
  freeze(): void;
  thaw(): void;
}

export interface RoleProcessOptions {
  readonly name: string;
  readonly role: 'api' | 'worker';
  readonly dataDir: string;
  readonly environment: NodeJS.ProcessEnv;
  readonly logFile: string;
  readonly onUnaskedEnd: (end: UnaskedEnd) => void;
}

const restartAfterMs = 500;
const mostOutput = 4_000;

export const createRoleProcess = (options: RoleProcessOptions): RoleProcess => {
  const { name, role, dataDir, environment, logFile, onUnaskedEnd } = options;
  const log = createWriteStream(logFile, { flags: 'a' });
  let child: ChildProcess | null = null;
  let announced: Promise<void> = Promise.resolve();
  let announce = (): void => {};
  let restart: NodeJS.Timeout | null = null;

  // Whatever ends us must not leave them behind.
  process.once('exit', () => child?.kill('SIGKILL'));

  const run = (): void => {
    const note = (what: string): void => void log.write(`${new Date().toISOString()} ${what}\n`);
    note('started');
    const started = spawn(process.execPath, cliArguments(role), {
      cwd: packagePath('.'),
      env: childEnvironment(dataDir, environment),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    child = started;
    let wasUp = false;
    let output = '';
    for (const stream of [started.stdout, started.stderr]) {
      stream?.on('data', (chunk: Buffer) => {
        log.write(chunk);
        output = `${output}${chunk.toString('utf8')}`.slice(-mostOutput);
        if (wasUp || !output.includes('Navette is up')) return;
        wasUp = true;
        note('up');
        announce();
      });
    }
    started.on('exit', (code, signal) => {
      note(`ended with ${code ?? signal}`);
      if (child !== started) return;
      onUnaskedEnd({ name, code, wasUp, output });
      restart = setTimeout(run, restartAfterMs);
    });
  };

  const leave = (): ChildProcess | null => {
    const left = child;
    child = null;
    if (restart !== null) clearTimeout(restart);
    return left === null || left.exitCode !== null || left.signalCode !== null ? null : left;
  };

  return {
    name,
    role,
    start: () => {
      announced = new Promise((resolve) => {
        announce = resolve;
      });
      run();
    },
    up: () => announced,
    kill: async () => {
      const left = leave();
      if (left === null) return;
      const exited = once(left, 'exit');
      left.kill('SIGKILL');
      await exited;
    },
    end: async () => {
      const left = leave();
      const beganMs = Date.now();
      if (left === null) return { name, code: 0, milliseconds: 0 };
      const exited = once(left, 'exit');
      left.kill('SIGTERM');
      const [code] = (await exited) as [number | null];
      return { name, code, milliseconds: Date.now() - beganMs };
    },
    freeze: () => void child?.kill('SIGSTOP'),
    thaw: () => void child?.kill('SIGCONT'),
  };
};
