import { z } from 'zod';
import { findJobs } from '../../../db/repositories/jobs/find-jobs.ts';
import { id } from '../../../queues/schemas/values.ts';
import type { ApiDeps } from '../deps.ts';
import { defineEndpoint, type Endpoint } from '../endpoints/endpoint.ts';
import { Problem } from '../http/problem.ts';
import { anyJob, showJob } from './job-view.ts';

export const jobEndpoints = ({ database }: Pick<ApiDeps, 'database'>): Endpoint[] => [
  defineEndpoint({
    method: 'get',
    path: '/v1/jobs/{jobId}',
    operationId: 'getJob',
    tag: 'Jobs',
    summary: 'Read what became of a job',
    params: z.object({ jobId: id }),
    success: { 200: { description: 'The job', schema: anyJob } },
    problems: ['not_found'],
    handle: async ({ params, caller }) => {
      const [job] = await findJobs(database.system, [caller.sellerId], [params.jobId]);
      if (job === undefined) throw new Problem('not_found');
      return { status: 200, body: showJob(job) };
    },
  }),
];
