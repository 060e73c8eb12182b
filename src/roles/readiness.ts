import { readHeartbeatAges } from '../../queues/canary.ts';
import type { Services } from './services.ts';

export interface Check {
  readonly ok: boolean;
  readonly detail?: string;
}

export interface Readiness {
  readonly ready: boolean;
  readonly checks: Readonly<Record<string, Check>>;
}

/** Times that decide are the database's; a clock further off than this shows wrong times to people. */
const mostSkewMs = 1_000;
/** Canaries fly every ten seconds: three lost ones are no accident. */
const mostSilenceSeconds = 35;

/** Everybody may read this, so it says no more than a code: messages name hosts and users. */
const failed = (error: unknown): Check => {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return { ok: false, detail: typeof code === 'string' ? `Does not answer: ${code}` : 'Does not answer' };
};

const checkDatabase = async ({ database }: Services): Promise<Check> => {
  try {
    const [row] = await database.system<{ now: string }[]>`SELECT clock_timestamp() AS now`;
    const skewMs = Math.abs(Date.now() - Date.parse(row?.now ?? ''));
    return skewMs <= mostSkewMs
      ? { ok: true }
      : { ok: false, detail: `The clock is ${Math.round(skewMs)} ms off the database's` };
  } catch (error) {
    return failed(error);
  }
};

const checkQueueStore = async ({ backend }: Services): Promise<Check> => {
  try {
    await backend.ping();
    return { ok: true };
  } catch (error) {
    return failed(error);
  }
};

const checkConsumers = async ({ database, producer }: Services, upSeconds: number): Promise<Check> => {
  try {
    const ages = await readHeartbeatAges(database.system);
    const silent = [...producer.queues.keys()].filter(
      (queue) =>
        Math.min(ages.get(queue) ?? Number.POSITIVE_INFINITY, Math.max(upSeconds, 0)) > mostSilenceSeconds,
    );
    return silent.length === 0
      ? { ok: true }
      : { ok: false, detail: `Nobody consumes: ${silent.join(', ')}` };
  } catch (error) {
    return failed(error);
  }
};

/**
 * Whether this process does its part. A process with workers is not ready when a canary does not come
 * through. One with the API alone takes work in as long as PostgreSQL does: queues without consumers
 * are told of, but sending callers away would not mend them (docs/decisions/0007).
 */
export const createReadiness = (
  services: Services,
  { workers }: { readonly workers: boolean },
): (() => Promise<Readiness>) => {
  const startedAt = Date.now();
  return async () => {
    const [database, queueStore, consumers] = await Promise.all([
      checkDatabase(services),
      checkQueueStore(services),
      checkConsumers(services, (Date.now() - startedAt) / 1_000),
    ]);
    return { ready: database.ok && (!workers || consumers.ok), checks: { database, queueStore, consumers } };
  };
};
