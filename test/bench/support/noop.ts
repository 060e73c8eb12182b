import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { newId } from '../../../src/platform/ids.ts';
import { packagePath } from '../../../src/platform/package-root.ts';
import { endProcess, type Installation } from './installation.ts';

/** On PostgreSQL 8 did more than 16 and 50 in a trial; on Redis others were not compared. */
const concurrencyOf = { redis: 50, postgres: 8 } as const;

/** Jobs per second of one BullMQ worker process whose jobs do nothing, with all of them waiting before it starts. */
export const measureNoop = async (
  { backend, redis, databaseUrl }: Installation,
  count: number,
): Promise<number> => {
  const queue = backend.newQueue('bench-noop');
  for (let n = 0; n < count; n += 1_000) {
    const jobs = Array.from({ length: Math.min(1_000, count - n) }, (_, k) => ({
      name: 'place',
      data: { ids: [newId()], sellers: [newId()], refs: [{ channel: 'shop', order: `B-${n + k}` }] },
      opts: { jobId: newId() },
    }));
    await queue.addBulk(jobs);
  }
  const worker = spawn(
    process.execPath,
    [
      ...['--import', 'tsx', packagePath('test/bench/support/noop-worker.child.ts')],
      ...[redis?.url ?? '', databaseUrl, String(concurrencyOf[backend.kind]), String(count)],
    ],
    { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] },
  );
  const [message] = (await once(worker, 'message')) as [{ seconds: number }];
  await endProcess(worker);
  await queue.obliterate({ force: true });
  await queue.close();
  return count / message.seconds;
};
