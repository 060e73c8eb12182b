import type { Invariant } from './invariant.ts';

export const wholeOrNothing: Invariant = {
  name: 'whole or nothing',
  meaning:
    'What was answered 5xx, or not at all, was accepted whole or not at all, and once where it was tried again.',
  breach: 'other',
  examine: async ({ sql, notebook }) => {
    const { troubled } = notebook;
    const rows = await sql<{ key: string; noted: string | null; held: string | null; isJob: boolean }[]>`
      SELECT troubled.key, troubled.noted, held.job_id AS held, job.id IS NOT NULL AS "isJob"
      FROM unnest(${troubled.map(({ idempotencyKey }) => idempotencyKey)}::text[],
        ${troubled.map(({ jobId }) => jobId) as string[]}::uuid[]) AS troubled (key, noted)
      LEFT JOIN idempotency_key AS held ON held.key = troubled.key
      LEFT JOIN job ON job.id = held.job_id`;
    return [
      ...notebook.contradictions,
      ...rows.flatMap(({ key, noted, held, isJob }) => {
        if (held !== null && !isJob) return [`${key} is taken by job ${held}, which is not there`];
        return noted !== null && noted !== held
          ? [`${key} was answered with job ${noted}, and is ${held}'s`]
          : [];
      }),
    ];
  },
};

export const nothingHalf: Invariant = {
  name: 'nothing is half there',
  meaning:
    'No key, order, message, return or refund without the job that made it, and none of these jobs without its thing.',
  breach: 'other',
  examine: async ({ sql }) => {
    const rows = await sql<{ what: string; id: string }[]>`
      SELECT 'idempotency key without a job' AS what, key AS id FROM idempotency_key
      WHERE NOT EXISTS (SELECT 1 FROM job WHERE job.id = job_id)
      UNION ALL SELECT 'natural key without a job', kind || ' ' || key FROM natural_key
      WHERE NOT EXISTS (SELECT 1 FROM job WHERE job.id = job_id)
      UNION ALL SELECT 'job of the API that no key names', job.id::text FROM job
      WHERE from_api AND queue = 'orders' AND name = 'place' AND state <> 'rejected'
        AND NOT EXISTS (SELECT 1 FROM natural_key WHERE natural_key.job_id = job.id)
      UNION ALL SELECT 'order without its job, or job without its order', coalesce(made.id, orders.id::text)
      FROM (SELECT result ->> 'orderId' AS id FROM job WHERE queue = 'orders' AND name = 'place' AND state = 'done') AS made
      FULL JOIN orders ON orders.id::text = made.id
      WHERE made.id IS NULL OR orders.id IS NULL
      UNION ALL SELECT 'message without its job, or job without its message', coalesce(made.id, message.id::text)
      FROM (SELECT result ->> 'messageId' AS id FROM job
        WHERE queue = 'messages' AND name = 'record' AND state = 'done'
        UNION ALL SELECT result #>> '{reply,messageId}' FROM job WHERE queue = 'messages' AND name = 'reply' AND state = 'done'
      ) AS made
      FULL JOIN message ON message.id::text = made.id
      WHERE made.id IS NULL OR message.id IS NULL
      UNION ALL SELECT 'return without its job, or job without its return', coalesce(made.id, "return".id::text)
      FROM (SELECT result ->> 'returnId' AS id FROM job
        WHERE queue = 'returns' AND name = 'request' AND state = 'done') AS made
      FULL JOIN "return" ON "return".id::text = made.id
      WHERE made.id IS NULL OR "return".id IS NULL
      UNION ALL SELECT 'refund that was asked for and is not there', made.id
      FROM (SELECT result ->> 'refundId' AS id FROM job
        WHERE queue = 'refunds' AND name = 'request' AND state = 'done') AS made
      WHERE NOT EXISTS (SELECT 1 FROM refund WHERE refund.id::text = made.id)`;
    return rows.map(({ what, id }) => `${what}: ${id}`);
  },
};
