import type { BeforeHook } from '@bull-board/api/typings/app';
import type { RequestHandler } from 'express';
import type { LedgerQueue } from './ledger-queue.ts';

/** Bull Board's actions that mean something for the ledger; every other one is refused, also future ones. */
const offered = new Set([
  'put /api/queues/pause',
  'put /api/queues/resume',
  'put /api/queues/:queueName/pause',
  'put /api/queues/:queueName/resume',
  'put /api/queues/:queueName/:jobId/retry',
  'put /api/queues/:queueName/:jobId/promote',
  'put /api/queues/:queueName/:jobId/clean',
]);

const reasons: Readonly<Record<string, string>> = {
  'post /api/queues/:queueName/add': 'Work comes in through the API, where it is checked and kept.',
  'patch /api/queues/:queueName/:jobId/update-data':
    'What was accepted is not edited. Cancel it and send it again.',
  'patch /api/queues/:queueName/:jobId/delay':
    'A deadline follows from its order. Promote it to let it decide now.',
  'put /api/queues/:queueName/promote': 'Promote jobs one by one: most of these are deadlines of orders.',
  'put /api/queues/:queueName/retry/:queueStatus': 'Only failed jobs can be retried: what is done is done.',
  'put /api/queues/:queueName/clean/:queueStatus': 'Finished jobs go by themselves when they are old enough.',
  'put /api/queues/:queueName/empty':
    'Jobs are promises to somebody. Cancel those that are not wanted one by one.',
  'put /api/queues/:queueName/obliterate': 'A queue of the ledger cannot be removed.',
  'put /api/queues/:queueName/concurrency': 'Concurrency is set in the environment of the workers.',
};

/** Refuses what is not offered before Bull Board looks at it. */
export const refuseOtherActions: BeforeHook = ({ method, route }) => {
  const action = `${method} ${route}`;
  if (method === 'get' || offered.has(action)) return { allow: true };
  return {
    allow: false,
    status: 405,
    errorKey: 'ERRORS.FORBIDDEN',
    message: reasons[action] ?? 'Navette does not offer this.',
  };
};

/** Retries all failed jobs of a queue in the ledger; Bull Board would retry them one by one. */
export const retryAllFailed =
  (queues: ReadonlyMap<string, LedgerQueue>): RequestHandler<{ queueName: string }> =>
  async (req, res, next) => {
    const queue = queues.get(req.params.queueName);
    if (queue === undefined) return next();
    res.json({ retried: await queue.retryAll(), skipped: 0 });
  };
