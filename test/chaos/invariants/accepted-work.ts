import { isFinished, type Job, jsonHeaders } from '../load/client.ts';
import type { Invariant } from './invariant.ts';

interface End {
  readonly id: string;
  readonly state: string | null;
  readonly error: { readonly code: string } | null;
}

export const acceptedWorkIsDone: Invariant = {
  name: 'accepted work is done',
  meaning:
    'Every request answered 202, and every accepted line of a batch, is in the ledger and ended as it may.',
  breach: 'lost',
  examine: async ({ sql, notebook: { works } }) => {
    const ends = await sql<End[]>`
      SELECT accepted.id, job.state, job.error
      FROM unnest(${[...works.keys()]}::uuid[]) AS accepted (id) LEFT JOIN job ON job.id = accepted.id`;
    return ends.flatMap(({ id, state, error }) => {
      const work = works.get(id);
      if (state === null) return [`${work?.name} (job ${id}) is not in the ledger`];
      if (work?.expected.some((expected) => expected === state) === true) return [];
      return [`${work?.name} (job ${id}) is ${state} ${error?.code ?? ''}`.trim()];
    });
  },
};

export const workEndsOnce: Invariant = {
  name: 'work ends once',
  meaning: 'No job, accepted or made by ourselves, reached an end twice or left one.',
  breach: 'doubled',
  examine: async ({ sql }) => {
    const rows = await sql<{ id: string; states: string[] }[]>`
      SELECT job_id AS id, array_agg(state) AS states FROM chaos.ended
      GROUP BY job_id HAVING count(DISTINCT transaction) > 1`;
    return rows.map(({ id, states }) => `Job ${id} ended as ${states.join(', ')}`);
  },
};

const askedAtOnce = 16;

export const acceptedWorkIsFound: Invariant = {
  name: 'accepted work is found',
  meaning: 'GET /v1/jobs/{id} shows each of them, finished.',
  breach: 'lost',
  examine: async ({ notebook, client }) => {
    const violations: string[] = [];
    const works = [...notebook.works.values()];
    const ask = async (): Promise<void> => {
      for (let work = works.pop(); work !== undefined; work = works.pop()) {
        const { jobId, sellerKey, name } = work;
        const headers = jsonHeaders({ id: '', key: sellerKey });
        const { status, text } = await client.send({ method: 'GET', path: `/v1/jobs/${jobId}`, headers });
        if (status !== 200) violations.push(`${name} (job ${jobId}) is answered ${status}`);
        else if (!isFinished(JSON.parse(text) as Job))
          violations.push(`${name} (job ${jobId}) is not finished`);
      }
    };
    await Promise.all(Array.from({ length: askedAtOnce }, ask));
    return violations;
  },
};
