import type { BenchResult, BenchRow, Round } from '../row.ts';
import { makeBacklog, workOff } from '../support/backlog.ts';
import { endProcess, openInstallation } from '../support/installation.ts';
import { measureNoop } from '../support/noop.ts';

type Queues = 'redis' | 'postgres';

const goals: Record<Queues, BenchResult['goal']> = {
  redis: { kind: 'ratio', atLeast: 0.7 },
  postgres: { kind: 'ratio', atLeast: 4 },
};
/** BullMQ on PostgreSQL does a tenth of what it does on Redis. */
const noops: Record<Queues, number> = { redis: 50_000, postgres: 5_000 };

const orderJobs = (queues: Queues): BenchRow => ({
  name: `order-jobs-${queues}`,
  needsRedis: queues === 'redis',
  run: async ({ folder, quick, rounds, progress }) => {
    const backlog = quick ? 2_000 : 50_000;
    const jobs = quick ? 2_000 : noops[queues];
    const installation = await openInstallation({ folder, queues });
    const measured: Round[] = [];
    try {
      for (let round = 0; round < rounds; round += 1) {
        const before = round % 2 === 0 ? await measureNoop(installation, jobs) : null;
        await makeBacklog(installation, backlog);
        const { jobsPerSecond: ours, worker } = await workOff(installation);
        await endProcess(worker);
        const reference = before ?? (await measureNoop(installation, jobs));
        measured.push({ ours, reference });
        progress(`orders on ${queues} ${round + 1}: ${Math.round(ours)} of ${Math.round(reference)} jobs/s`);
      }
    } finally {
      await installation.stop();
    }
    return [
      {
        what: `order jobs, backlog of ${backlog.toLocaleString('en')}, queues on ${queues}`,
        reference: `BullMQ on the same ${queues}, jobs that do nothing, one by one`,
        unit: 'jobs/s',
        rounds: measured,
        goal: goals[queues],
        notes: [
          'Load, promise, order with two lines, deadline and completion written; one worker process each',
          'Orders stay in the tables from round to round; the other side begins with an empty queue',
        ],
      },
    ];
  },
});

export const orderJobsOnRedis = orderJobs('redis');
export const orderJobsOnPostgres = orderJobs('postgres');
