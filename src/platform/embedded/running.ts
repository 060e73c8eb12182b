import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const running = z.object({ databaseUrl: z.string(), apiUrl: z.string().nullable() });

/** How to reach the process that has the embedded data folder now. Holds the database's password. */
export type RunningInstallation = z.infer<typeof running>;

const fileOf = (dataDir: string): string => join(dataDir, 'running.json');

/** Notes it for commands that come while this process runs (`navette keys create`). */
export const noteRunning = (dataDir: string, installation: RunningInstallation): void =>
  writeFileSync(fileOf(dataDir), JSON.stringify(installation), { mode: 0o600 });

export const forgetRunning = (dataDir: string): void => rmSync(fileOf(dataDir), { force: true });

/** Null: nothing is noted. What is noted may be stale, of a process that was killed. */
export const findRunning = (dataDir: string): RunningInstallation | null => {
  try {
    return running.parse(JSON.parse(readFileSync(fileOf(dataDir), 'utf8')));
  } catch {
    return null;
  }
};
