import { setTimeout as pause } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { harnessName, type Stage } from '../stage/open-stage.ts';
import type { Ending, RoleProcess } from '../stage/role-process.ts';
import type { FaultName } from './fault-kinds.ts';
import type { PlannedFault } from './plan-faults.ts';

/** What a fault does; resolves at its end, when everything is up again or has been started again. */
type Injector = (stage: Stage, fault: PlannedFault) => Promise<readonly Ending[]>;

const processOf = ({ apis, workers }: Stage, part: string): RoleProcess => {
  const found = [...apis, ...workers].find(({ name }) => name === part);
  if (found === undefined) throw new Error(`There is no process ${part}`);
  return found;
};

const killProcess: Injector = async (stage, { parts, lastsMs }) => {
  const victim = processOf(stage, parts[0] ?? '');
  // One that is still starting has nothing to lose, and on a slow machine nothing would ever start.
  await victim.up();
  await victim.kill();
  await pause(lastsMs);
  victim.start();
  return [];
};

const redisOf = ({ redis }: Stage) => {
  if (redis === null) throw new Error('This stage has no Redis');
  return redis;
};

const flush = async (stage: Stage): Promise<void> => {
  const client = new Redis(redisOf(stage).url, { maxRetriesPerRequest: null });
  client.on('error', () => {});
  await client.flushall();
  client.disconnect();
};

const betweenCutsMs = 150;

const cutConnections = async (stage: Stage, lastsMs: number): Promise<void> => {
  const untilMs = Date.now() + lastsMs;
  const sql = stage.openSql();
  try {
    for (;;) {
      await sql`
        SELECT pg_terminate_backend(pid) FROM pg_stat_activity
        WHERE datname = current_database() AND backend_type = 'client backend'
          AND application_name <> ${harnessName}`;
      if (Date.now() > untilMs) return;
      await pause(betweenCutsMs);
    }
  } finally {
    await sql.end({ timeout: 1 });
  }
};

/** One after the other, all up before the next one goes: as a deployment does it. */
const restartAll = async ({ apis, workers }: Stage): Promise<readonly Ending[]> => {
  const endings: Ending[] = [];
  const all = [...apis, ...workers];
  for (const one of all) {
    await Promise.all(all.map((other) => other.up()));
    endings.push(await one.end());
    one.start();
  }
  await Promise.all(all.map((one) => one.up()));
  return endings;
};

const injectors: Record<FaultName, Injector> = {
  'kill-api': killProcess,
  'kill-worker': killProcess,
  'freeze-worker': async (stage, { parts, lastsMs }) => {
    const victim = processOf(stage, parts[0] ?? '');
    await victim.up();
    victim.freeze();
    await pause(lastsMs);
    victim.thaw();
    return [];
  },
  'kill-redis': async (stage, { lastsMs }) => {
    const redis = redisOf(stage);
    await redis.kill();
    await pause(lastsMs);
    await redis.restart();
    return [];
  },
  'flush-redis': async (stage) => {
    await flush(stage);
    return [];
  },
  'empty-redis': async (stage, { lastsMs }) => {
    const redis = redisOf(stage);
    await redis.kill();
    await pause(lastsMs);
    await redis.restartEmpty();
    return [];
  },
  'cut-postgres': async (stage, { lastsMs }) => {
    await cutConnections(stage, lastsMs);
    return [];
  },
  'restart-postgres': async ({ postgres }) => {
    await postgres.restart('SIGINT');
    return [];
  },
  'crash-postgres': async ({ postgres }) => {
    await postgres.restart('SIGQUIT');
    return [];
  },
  'mail-down': async ({ mailServer: { proxy } }, { lastsMs }) => {
    await proxy.cut();
    await pause(lastsMs);
    await proxy.mend();
    return [];
  },
  'payments-down': async ({ payments: { proxy } }, { lastsMs }) => {
    await proxy.cut();
    await pause(lastsMs);
    await proxy.mend();
    return [];
  },
  'rolling-restart': (stage) => restartAll(stage),
};

export const inject: Injector = (stage, fault) => injectors[fault.name](stage, fault);
