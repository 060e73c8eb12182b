import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/** In the environment of every process that this test run starts. */
export const processMark = 'NAVETTE_TEST_RUN';

const graceMs = 5_000;

interface Found {
  readonly pid: number;
  readonly command: string;
}

/** What this run has started and what still runs, apart from vitest's own processes. Linux only: reads /proc. */
const findProcesses = (): readonly Found[] => {
  if (process.platform !== 'linux') return [];
  const mark = `${processMark}=${process.env[processMark]}`;
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .flatMap((pid) => {
      try {
        if (!readFileSync(`/proc/${pid}/environ`, 'utf8').split('\0').includes(mark)) return [];
        const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
        return command === '' || /vitest|esbuild/.test(command) ? [] : [{ pid: Number(pid), command }];
      } catch {
        return []; // it has just ended, or is none of ours to read
      }
    });
};

/** Fails the run when a test has left a process behind. */
export const awaitNoProcesses = async (): Promise<void> => {
  const until = Date.now() + graceMs;
  for (;;) {
    const left = findProcesses();
    if (left.length === 0) return;
    if (Date.now() > until) {
      throw new Error(
        `Tests have left processes behind:\n${left.map(({ pid, command }) => `  ${pid} ${command}`).join('\n')}`,
      );
    }
    await sleep(50);
  }
};
