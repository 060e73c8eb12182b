import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  watch,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startEmbeddedPostgres } from '../../src/platform/embedded/postgres.ts';
import { type Account, canReach, serverAccount } from '../../src/platform/embedded/postgres-account.ts';
import { findProcess } from '../../src/platform/embedded/process-identity.ts';
import { ownCode, ownFile } from '../support/own-code.ts';

const childFile = 'test/integration/embedded-postgres.child.ts';
const onLinux = process.platform === 'linux';

/** Data of a first start, copied by the tests that are about something else. */
let template: string;
let folder: string;
let dataDir: string;
const children: ChildProcess[] = [];

beforeAll(async () => {
  template = mkdtempSync(join(tmpdir(), 'navette-template-'));
  await (await startEmbeddedPostgres({ dataDir: join(template, '.navette') })).stop();
}, 60_000);

afterAll(() => rmSync(template, { recursive: true, force: true }));

function copyTemplate(to = dataDir): void {
  execFileSync('cp', ['-a', join(template, '.navette'), to]);
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'navette-embedded-'));
  dataDir = join(folder, '.navette');
});

afterEach(async () => {
  await Promise.all(children.splice(0).map(kill));
  // The guard of a killed child is ending its server: take the folder over once, so that it is really gone.
  if (existsSync(join(dataDir, 'postgres', 'postmaster.pid'))) {
    await (await startEmbeddedPostgres({ dataDir })).stop();
  }
  rmSync(folder, { recursive: true, force: true });
});

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGKILL');
  await once(child, 'exit');
}

function startChild(mode: 'stay' | 'leave' = 'stay', account?: Account): ChildProcess {
  const child = spawn(process.execPath, ownCode(childFile, dataDir, mode), {
    ...account,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  return child;
}

type Report = { url: string; pid: number; refused?: undefined } | { refused: string };

async function reportOf(child: ChildProcess): Promise<Report> {
  if (!child.stdout) throw new Error('the child has no output');
  const [line] = (await once(createInterface(child.stdout), 'line')) as [string];
  return JSON.parse(line) as Report;
}

async function startedIn(child: ChildProcess): Promise<{ url: string; pid: number }> {
  const report = await reportOf(child);
  if (report.refused !== undefined) throw new Error(report.refused);
  return report;
}

async function query<Row extends pg.QueryResultRow>(url: string, sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

function childrenOf(parent: number): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      try {
        const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
        const [state, parentPid] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
        return state !== 'Z' && Number(parentPid) === parent;
      } catch {
        return false;
      }
    });
}

describe('embedded PostgreSQL', { timeout: 60_000 }, () => {
  it('makes a durable database with the same order on every machine, and keeps it over a restart', async () => {
    copyTemplate();
    const first = await startEmbeddedPostgres({ dataDir });
    const [facts] = await query(
      first.url,
      `SELECT current_database() AS name, datlocprovider AS provider, datlocale AS locale, datcollate AS collation,
         pg_encoding_to_char(encoding) AS encoding, current_setting('fsync') AS fsync,
         current_setting('synchronous_commit') AS commit, current_setting('listen_addresses') AS addresses,
         current_setting('TimeZone') AS zone
       FROM pg_database WHERE datname = current_database()`,
    );
    expect(facts).toEqual({
      name: 'navette',
      provider: 'b',
      locale: 'C.UTF-8',
      collation: 'C',
      encoding: 'UTF8',
      fsync: 'on',
      commit: 'on',
      addresses: '127.0.0.1',
      zone: 'UTC',
    });
    await query(first.url, `CREATE TABLE kept AS SELECT 'é' AS value`);
    await first.stop();
    await first.stop();

    const second = await startEmbeddedPostgres({ dataDir });
    expect(await query(second.url, 'SELECT value FROM kept')).toEqual([{ value: 'é' }]);
    await second.stop();
  });

  it('keeps its password in a file that only we can read, and asks for it', async () => {
    copyTemplate();
    const server = await startEmbeddedPostgres({ dataDir });
    try {
      expect(statSync(join(dataDir, 'postgres.password')).mode & 0o777).toBe(0o600);
      const wrong = new URL(server.url);
      wrong.password = 'guess';
      await expect(query(wrong.href, 'SELECT 1')).rejects.toThrow(/password authentication failed/);
    } finally {
      await server.stop();
    }
  });

  it('runs several servers at once on folders of their own', async () => {
    const other = join(folder, 'other');
    copyTemplate();
    copyTemplate(other);
    const servers = await Promise.all([dataDir, other].map((dir) => startEmbeddedPostgres({ dataDir: dir })));
    expect(new Set(servers.map((server) => server.port)).size).toBe(2);
    await Promise.all(servers.map((server) => server.stop()));
  });

  it('refuses a folder that another process owns, and says which and what to do', async () => {
    copyTemplate();
    const owner = startChild();
    await startedIn(owner);
    const attempt = startEmbeddedPostgres({ dataDir });
    await expect(attempt).rejects.toThrow(`in use by the Navette process with pid ${owner.pid}`);
    await expect(attempt).rejects.toThrow(/NAVETTE_DATA.*DATABASE_URL/);
    await expect(attempt).rejects.toThrow(dataDir);
  });

  it('refuses a second start in the same process', async () => {
    copyTemplate();
    const server = await startEmbeddedPostgres({ dataDir });
    await expect(startEmbeddedPostgres({ dataDir })).rejects.toThrow(`this process (pid ${process.pid})`);
    await server.stop();
  });

  it('lets exactly one of several racing processes win', async () => {
    copyTemplate();
    const reports = await Promise.all(Array.from({ length: 4 }, () => reportOf(startChild())));
    expect(reports.filter((report) => report.refused === undefined)).toHaveLength(1);
    expect(reports.filter((report) => report.refused?.includes(dataDir))).toHaveLength(3);
  });

  it('starts again on the same data after kill -9, and the abandoned server ends by itself', async () => {
    copyTemplate();
    const child = startChild();
    const { url, pid } = await startedIn(child);
    await query(url, `CREATE TABLE kept AS SELECT 7 AS value`);
    await kill(child);
    await expect.poll(() => findProcess(pid), { timeout: 10_000 }).toBeUndefined();
    const server = await startEmbeddedPostgres({ dataDir });
    expect(await query(server.url, 'SELECT value FROM kept')).toEqual([{ value: 7 }]);
    await server.stop();
  });

  it.runIf(onLinux)(
    'stops an orphaned server that still runs on the folder, and starts on its data',
    async () => {
      copyTemplate();
      const child = startChild();
      const { url, pid } = await startedIn(child);
      await query(url, `CREATE TABLE kept AS SELECT 7 AS value`);
      // Without its guard, nobody tells the server.
      for (const helper of childrenOf(child.pid ?? 0)) if (helper !== pid) process.kill(helper, 'SIGKILL');
      await kill(child);
      expect(findProcess(pid)).toBeDefined();
      const server = await startEmbeddedPostgres({ dataDir });
      expect(findProcess(pid)).toBeUndefined();
      expect(await query(server.url, 'SELECT value FROM kept')).toEqual([{ value: 7 }]);
      await server.stop();
    },
  );

  it.runIf(onLinux)('replays its log after the server itself was killed', async () => {
    copyTemplate();
    const child = startChild();
    const { url, pid } = await startedIn(child);
    await query(url, `CREATE TABLE kept AS SELECT 7 AS value`);
    process.kill(pid, 'SIGKILL');
    await kill(child);
    const server = await startEmbeddedPostgres({ dataDir });
    expect(await query(server.url, 'SELECT value FROM kept')).toEqual([{ value: 7 }]);
    await server.stop();
  });

  it('is not misled by a process number that now belongs to somebody else', async () => {
    copyTemplate();
    writeFileSync(
      join(dataDir, 'postgres', 'postmaster.pid'),
      `${process.pid}\n${dataDir}/postgres\n1\n5432\n\n127.0.0.1\n  1 1\nready\n`,
    );
    mkdirSync(join(dataDir, 'locks'), { recursive: true });
    writeFileSync(
      join(dataDir, 'locks', `${String(process.pid).padStart(10, '0')}_00000000-1_0123456789ab`),
      'held',
    );
    const server = await startEmbeddedPostgres({ dataDir });
    await server.stop();
    expect(readdirSync(join(dataDir, 'locks'))).toEqual([]);
  });

  it('does the first set-up again when a crash cut it short', async () => {
    mkdirSync(dataDir);
    const drafted = new Promise<void>((resolve) => {
      const watcher = watch(dataDir, (_event, name) => {
        if (!name?.startsWith('postgres-draft-')) return;
        watcher.close();
        resolve();
      });
    });
    const child = startChild();
    await drafted;
    await kill(child);
    expect(existsSync(join(dataDir, 'postgres'))).toBe(false);
    const server = await startEmbeddedPostgres({ dataDir });
    expect(await query(server.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    await server.stop();
    expect(readdirSync(dataDir).filter((name) => name.includes('draft'))).toEqual([]);
  });

  it.runIf(onLinux)('leaves no process, no lock and nothing to wait for', async () => {
    copyTemplate();
    const before = childrenOf(process.pid);
    const server = await startEmbeddedPostgres({ dataDir });
    await server.stop();
    expect(findProcess(server.pid)).toBeUndefined();
    expect(childrenOf(process.pid)).toEqual(before);
    expect(readdirSync(join(dataDir, 'locks'))).toEqual([]);

    const child = startChild('leave');
    const { pid } = await startedIn(child);
    expect(await once(child, 'exit')).toEqual([0, null]);
    expect(findProcess(pid)).toBeUndefined();
  });

  it.runIf(onLinux)('survives Ctrl-C in our terminal: the server is in a group of its own', async () => {
    copyTemplate();
    const server = await startEmbeddedPostgres({ dataDir });
    const stat = readFileSync(`/proc/${server.pid}/stat`, 'utf8');
    expect(Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[2])).toBe(server.pid);
    await server.stop();
  });

  // As root the other tests run the server under another account, in a folder that account cannot enter.
  const account = serverAccount(join(tmpdir(), 'no-such-folder'));
  if (account && canReach(ownFile(childFile), account))
    it('runs under an ordinary account as well', async () => {
      if (!account) return;
      chmodSync(folder, 0o755);
      mkdirSync(dataDir);
      chownSync(dataDir, account.uid, account.gid);
      const child = startChild('leave', account);
      const { url } = await startedIn(child);
      expect(url).toMatch(/^postgres:/);
      expect(await once(child, 'exit')).toEqual([0, null]);
    });
});
