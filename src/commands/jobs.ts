import { retryFailedJobs, retryJob } from '../../db/repositories/jobs/operate-jobs.ts';
import { registry } from '../../queues/registry.ts';
import type { Config } from '../platform/config.ts';
import { UsageError } from './usage.ts';
import { withDatabase } from './with-database.ts';

export interface JobArguments {
  readonly action: string | undefined;
  readonly target: string | undefined;
  readonly queue: string | undefined;
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const batch = 1_000;

/** `jobs retry <id>`, `jobs retry-failed [--queue NAME]`: what failed runs again with all its attempts. */
export const jobs = (config: Config, { action, target, queue }: JobArguments): Promise<void> =>
  withDatabase(config, async ({ system }) => {
    switch (action) {
      case 'retry':
        if (target === undefined || !uuid.test(target))
          throw new UsageError('jobs retry needs the id of a job');
        if (!(await retryJob(system, target))) throw new Error('No failed job has this id');
        console.log('It waits for a worker now.');
        return;
      case 'retry-failed': {
        if (queue !== undefined && !registry.some(({ name }) => name === queue)) {
          throw new UsageError(
            `No queue is called ${queue}; there are ${registry.map(({ name }) => name).join(', ')}`,
          );
        }
        let retried = 0;
        for (const name of queue === undefined ? registry.map((contract) => contract.name) : [queue]) {
          for (;;) {
            const count = await retryFailedJobs(system, { queue: name, limit: batch });
            retried += count;
            if (count < batch) break;
          }
        }
        console.log(`${retried} failed ${retried === 1 ? 'job waits' : 'jobs wait'} for a worker now.`);
        return;
      }
      default:
        throw new UsageError('jobs retry <id> | jobs retry-failed, with --queue <name>');
    }
  });
