import { z } from 'zod';
import type { JobView } from '../../../db/repositories/jobs/find-jobs.ts';
import { jobStates } from '../../../db/schema/job.ts';
import { instantOut } from '../openapi/values.ts';

const jobStatus = z.enum(jobStates).meta({
  id: 'JobStatus',
  description:
    'waiting: its time has not come, or there is no room. queued: handed to a worker. done. rejected: a business rule refuses it. failed: its attempts are used up; an operator can retry it. cancelled.',
});

/** What a 202 says. */
export const acceptedWork = z
  .object({
    jobId: z.uuid(),
    status: jobStatus,
    links: z.object({ self: z.url().meta({ description: 'The job, as in Location' }) }),
  })
  .meta({ id: 'AcceptedWork' });

/** A job as the API shows it, with what its work results in. */
export const jobOf = (result: z.ZodType) =>
  z.object({
    jobId: z.uuid(),
    queue: z.string(),
    name: z.string(),
    status: jobStatus,
    createdAt: instantOut,
    runAt: instantOut.meta({ description: 'When it may run, or might have' }),
    finishedAt: instantOut.nullable(),
    attempts: z.int().meta({ description: 'Runs that failed' }),
    result: result.optional().meta({ description: 'Of a job that is done' }),
    error: z
      .object({ code: z.string(), detail: z.string() })
      .optional()
      .meta({ description: 'Of a job that is rejected or failed' }),
  });

export const anyJob = jobOf(z.unknown()).meta({ id: 'Job' });

/** The answer about a job. An error that a later attempt may still mend is not shown. */
export const showJob = (job: JobView): Record<string, unknown> => ({
  jobId: job.id,
  queue: job.queue,
  name: job.name,
  status: job.state,
  createdAt: job.createdAt,
  runAt: job.runAt,
  finishedAt: job.finishedAt,
  attempts: job.attempts,
  ...(job.state === 'done' ? { result: job.result } : {}),
  ...(job.state === 'rejected' || job.state === 'failed' ? { error: job.error } : {}),
});
