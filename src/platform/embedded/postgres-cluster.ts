import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { type Account, openPassage } from './postgres-account.ts';
import type { PostgresBinaries } from './postgres-binaries.ts';

export const superuser = 'postgres';

/**
 * Makes the data folder if there is none yet. initdb works in a folder of its own, which gets its final name
 * as the last step: `data` exists whole or not at all, and a draft is what a crash left behind.
 */
export async function ensureCluster(
  dataDir: string,
  data: string,
  binaries: PostgresBinaries,
  account: Account | undefined,
): Promise<{ password: string; created: boolean }> {
  removeDrafts(dataDir);
  const passwordFile = join(dataDir, 'postgres.password');
  if (existsSync(data)) {
    checkVersion(data, binaries.majorVersion);
    return { password: readPassword(passwordFile), created: false };
  }
  const password = randomBytes(24).toString('base64url');
  const draft = mkdtempSync(join(dataDir, 'postgres-draft-'));
  const handover = join(draft, 'password');
  mkdirSync(join(draft, 'data'), { mode: 0o700 });
  writeFileSync(handover, password, { mode: 0o600 });
  if (account)
    for (const path of [draft, join(draft, 'data'), handover]) chownSync(path, account.uid, account.gid);
  await runInitdb(draft, binaries, account);
  // The password first: data without its password would be lost, a password without data is made anew.
  writeDurably(passwordFile, password);
  renameSync(join(draft, 'data'), data);
  syncFolder(dataDir);
  rmSync(draft, { recursive: true, force: true });
  return { password, created: true };
}

function removeDrafts(dataDir: string): void {
  for (const name of readdirSync(dataDir)) {
    if (!name.startsWith('postgres-draft-')) continue;
    // The initdb of a killed process may still be writing here: it fails soon, so try a few times.
    rmSync(join(dataDir, name), { recursive: true, force: true, maxRetries: 10, retryDelay: 50 });
  }
}

function checkVersion(data: string, expected: string): void {
  const found = existsSync(join(data, 'PG_VERSION'))
    ? readFileSync(join(data, 'PG_VERSION'), 'utf8').trim()
    : 'no';
  if (found === expected) return;
  throw new Error(
    `${data} holds ${found === 'no' ? 'no PostgreSQL data' : `data of PostgreSQL ${found}`}, and this is PostgreSQL ${expected}. ` +
      'Dump it with the version that wrote it and restore, or set NAVETTE_DATA to another folder.',
  );
}

function readPassword(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    throw new Error(`The password of the embedded PostgreSQL is missing: ${file} cannot be read.`, { cause });
  }
}

async function runInitdb(
  draft: string,
  binaries: PostgresBinaries,
  account: Account | undefined,
): Promise<void> {
  const passage = openPassage(draft, account);
  try {
    await run(
      binaries.initdb,
      [
        `--pgdata=${passage.path}/data`,
        `--username=${superuser}`,
        `--pwfile=${passage.path}/password`,
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        // The same order and case rules on every machine, whatever its locales: code points, Unicode case.
        '--locale=C',
        '--locale-provider=builtin',
        '--builtin-locale=C.UTF-8',
        '--no-instructions',
      ],
      account,
      passage.descriptors,
    );
  } finally {
    passage.close();
  }
}

function run(
  program: string,
  args: string[],
  account: Account | undefined,
  descriptors: readonly number[],
): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      ...account,
      // An account without rights here could not even return to our own folder.
      cwd: '/',
      // Its own group: an interrupted terminal must not leave half a folder behind while we still wait.
      detached: process.platform !== 'win32',
      env: { PATH: process.env.PATH, LC_ALL: 'C' },
      stdio: ['ignore', 'ignore', 'pipe', ...descriptors],
    });
    let output = '';
    child.stderr?.on('data', (chunk: Buffer) => {
      output += chunk.toString('utf8');
    });
    child.on('error', reject);
    child.on('close', (code, signal) => {
      if (code === 0) resolve();
      else reject(new Error(`initdb failed (${signal ?? `exit code ${code}`}): ${output.trim()}`));
    });
  });
}

function writeDurably(file: string, content: string): void {
  writeFileSync(file, content, { mode: 0o600, flush: true });
  chmodSync(file, 0o600); // the mode above holds only for a new file
}

function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const descriptor = openSync(folder, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
