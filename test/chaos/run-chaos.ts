import type postgres from 'postgres';
import type { QueueBackend } from '../../queues/backend.ts';
import { type FaultName, faultKinds, faultNames, withoutRedis } from './faults/fault-kinds.ts';
import { planFaults } from './faults/plan-faults.ts';
import { type InjectedFault, runFaults } from './faults/run-faults.ts';
import { compareBooks } from './invariants/books.ts';
import { afterStop, atRest } from './invariants/index.ts';
import { type Evidence, examine } from './invariants/invariant.ts';
import { countArrivals, countRepeats } from './invariants/mails.ts';
import { createClient, jsonHeaders } from './load/client.ts';
import { createNotebook, type Notebook } from './load/notebook.ts';
import { planLoad, playLoad } from './load/play-load.ts';
import { openPostbox } from './load/postbox.ts';
import { stories as allStories } from './load/stories/index.ts';
import type { Story } from './load/stories/story.ts';
import { awaitQuiet } from './quiet.ts';
import { type ChaosReport, figuresOf, type JobTimes } from './report.ts';
import { openStage, type Stage } from './stage/open-stage.ts';

export interface ChaosOptions {
  readonly seed: number;
  readonly seconds: number;
  readonly faults: number;
  /** Pieces of work a second, lines of batches included. */
  readonly rate: number;
  readonly queues: 'redis' | 'postgres';
  /** Default: every kind that this stage knows. */
  readonly faultNames?: readonly FaultName[];
  /** Default: all. */
  readonly stories?: readonly Story[];
  /** For data and logs; not removed. */
  readonly folder: string;
  readonly apiCount?: number;
  readonly workerCount?: number;
  readonly onProgress?: (text: string) => void;
  /** Sees everything once more, while it is up: for a test that damages it. */
  readonly atRest?: (evidence: Evidence) => Promise<void>;
}

const quietLimitMs = 180_000;

/** Whom mails go to, and where returned goods go. */
const setUpChannels = async ({ sellers, apiUrls }: Stage): Promise<void> => {
  for (const seller of sellers) {
    const response = await fetch(`${apiUrls[0]}/v1/settings/channels/shop`, {
      method: 'PUT',
      headers: jsonHeaders(seller),
      body: JSON.stringify({
        language: 'en',
        sellerEmail: `${seller.id}@sellers.example`,
        senderName: 'Lumen',
        returnAddresses: [
          {
            id: 'main',
            name: 'Lumen',
            line1: '12 quai du Port',
            postalCode: '59000',
            city: 'Lille',
            country: 'FR',
          },
        ],
      }),
    });
    if (!response.ok) throw new Error(`A channel could not be set: ${await response.text()}`);
  }
};

/** Plays the load and strikes meanwhile; resolves when both are over and everything is up again. */
const perform = async (
  stage: Stage,
  options: ChaosOptions,
  notebook: Notebook,
  client: ReturnType<typeof createClient>,
): Promise<readonly InjectedFault[]> => {
  const { seed, seconds, rate, faults, queues, stories = allStories, onProgress = () => {} } = options;
  const names = options.faultNames ?? (queues === 'redis' ? faultNames : withoutRedis);
  const { sellers, apis, workers } = stage;
  const planned = planFaults({
    seed,
    seconds,
    faults,
    names,
    apiCount: apis.length,
    workerCount: workers.length,
  });
  const load = planLoad({ seed, seconds, rate, stories });
  const postbox = openPostbox(stage.mailServer.server);
  let struck = 0;
  const [injected] = await Promise.all([
    runFaults(planned, {
      stage,
      notebook,
      onFault: ({ name, recoverySeconds }) => {
        struck += 1;
        const recovered =
          recoverySeconds === null ? 'overtaken' : `recovered in ${recoverySeconds.toFixed(2)} s`;
        onProgress(
          `${struck} of ${planned.length}: ${faultKinds[name].title}, ${recovered}; ${notebook.works.size} accepted`,
        );
      },
    }),
    playLoad(load, { seed }, { sellers, client, notebook, postbox }),
  ]);
  return injected;
};

const readTimes = (sql: postgres.Sql): Promise<JobTimes[]> => sql<JobTimes[]>`
  SELECT extract(epoch FROM created_at)::float8 * 1000 AS "createdMs",
    extract(epoch FROM finished_at)::float8 * 1000 AS "endedMs"
  FROM job WHERE from_api AND finished_at IS NOT NULL ORDER BY finished_at - created_at`;

const secondsOf = (times: readonly JobTimes[], share: number): number => {
  const job = times[Math.min(times.length - 1, Math.floor(times.length * share))];
  return job === undefined ? 0 : (job.endedMs - job.createdMs) / 1_000;
};

/**
 * Navette as processes on real stores, a load over HTTP, faults meanwhile; in the end everything is brought up, and
 * what has to hold whatever was killed is looked at from outside.
 */
export const runChaos = async (options: ChaosOptions): Promise<ChaosReport> => {
  const { seed, queues, folder, apiCount = 2, workerCount = 3, onProgress = () => {} } = options;
  const stage = await openStage({ folder, onRedis: queues === 'redis', seed, apiCount, workerCount });
  let sql: postgres.Sql | null = null;
  let backend: QueueBackend | null = null;
  try {
    const all = [...stage.apis, ...stage.workers];
    for (const one of all) one.start();
    await Promise.all(all.map((one) => one.up()));
    await setUpChannels(stage);

    const notebook = createNotebook();
    const beganMs = Date.now();
    const client = createClient(stage.apiUrls, notebook);
    onProgress('Everything is up');
    const faults = await perform(stage, options, notebook, client);
    const loadEndMs = Date.now();
    onProgress('The load is over; waiting until nothing is left to do');

    sql = stage.openSql();
    backend = await stage.openBackend();
    const evidence: Evidence = { stage, sql, backend, notebook, client, faults };
    const notQuiet = await awaitQuiet(evidence, quietLimitMs);
    const quietMs = Date.now();
    onProgress('Looking at what has to hold');
    const resting = await examine(atRest, evidence);
    const times = await readTimes(sql);
    const { theirsMinor, byState } = await compareBooks(sql, stage.payments.server);
    await options.atRest?.(evidence);
    await backend.close();
    backend = null;

    const endings = await Promise.all(all.map((one) => one.end()));
    const last = {
      name: 'rolling-restart',
      beganAtMs: quietMs,
      endedAtMs: quietMs,
      recoverySeconds: null,
    } as const;
    const stopped = await examine(afterStop, { ...evidence, faults: [...faults, { ...last, endings }] });
    const invariants = [...resting, ...stopped];
    const breaches = (breach: string): number =>
      invariants.reduce((sum, one) => sum + (one.breach === breach ? one.violations : 0), 0);
    const works = [...notebook.works.values()];
    const { messages } = stage.mailServer.server;
    return {
      seed,
      queues,
      loadSeconds: (loadEndMs - beganMs) / 1_000,
      quietSeconds: (quietMs - loadEndMs) / 1_000,
      faults: figuresOf(faults, times),
      requests: notebook.counts.requests,
      troubles: notebook.counts.troubles,
      acceptedRequests: works.filter(({ origin }) => origin === 'request').length,
      acceptedLines: works.filter(({ origin }) => origin === 'line').length,
      abandoned: notebook.counts.abandoned,
      lost: breaches('lost'),
      doubled: breaches('doubled'),
      mails: countArrivals(messages).size,
      repeatedMails: countRepeats(messages),
      refunds: byState,
      refundsMinor: theirsMinor,
      acceptedToDone: { p50: secondsOf(times, 0.5), p99: secondsOf(times, 0.99), worst: secondsOf(times, 1) },
      notQuiet,
      invariants,
    };
  } finally {
    await backend?.close();
    await sql?.end({ timeout: 5 });
    await stage.stop();
  }
};
