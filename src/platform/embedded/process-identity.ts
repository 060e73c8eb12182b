import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/**
 * A number alone does not name a process: the system gives it out again after a crash. The pair of number
 * and start time does, so what belonged to a dead process can be recognised for certain and taken away.
 */
export interface ProcessIdentity {
  readonly pid: number;
  /** Opaque; compared only for equality. Empty where the system does not tell (Windows). */
  readonly startedAt: string;
}

/** Who runs under this number now. Undefined if nobody does; a zombie counts as nobody. */
export function findProcess(pid: number): ProcessIdentity | undefined {
  if (!Number.isSafeInteger(pid) || pid <= 0 || !exists(pid)) return undefined;
  if (process.platform === 'linux') return findOnLinux(pid);
  if (process.platform === 'win32') return { pid, startedAt: '' };
  return findWithPs(pid);
}

export function isAlive(identity: ProcessIdentity): boolean {
  const now = findProcess(identity.pid);
  return now !== undefined && now.startedAt === identity.startedAt;
}

function exists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it exists and belongs to somebody else.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function findOnLinux(pid: number): ProcessIdentity | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name in parentheses may itself hold spaces and parentheses: count from the last one.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    // In a container nobody may reap an orphan: a zombie stays for ever and holds nothing.
    if (fields[0] === 'Z' || fields[0] === 'X') return undefined;
    // Start times count from boot, so the boot belongs to the identity.
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').slice(0, 8);
    return { pid, startedAt: `${boot}-${fields[19]}` };
  } catch {
    return undefined;
  }
}

function findWithPs(pid: number): ProcessIdentity | undefined {
  try {
    const line = execFileSync('ps', ['-o', 'stat=,lstart=', '-p', String(pid)], {
      encoding: 'utf8',
      env: { PATH: process.env.PATH, LC_ALL: 'C' },
    }).trim();
    const [state, ...started] = line.split(/\s+/);
    if (state === undefined || state.startsWith('Z')) return undefined;
    return { pid, startedAt: started.join('').replace(/[^0-9A-Za-z]/g, '') };
  } catch {
    return undefined;
  }
}
