import type { Finish } from '../../db/repositories/jobs/finish-jobs.ts';
import type { Verdict } from '../handler.ts';

/** How a verdict is written to the ledger. */
export const toFinish = (id: string, verdict: Verdict): Finish => {
  switch (verdict.kind) {
    case 'done':
      return { id, state: 'done', result: verdict.result };
    case 'rejected':
      return { id, state: 'rejected', error: verdict.refusal };
    case 'later':
      return { id, state: 'waiting', runAt: verdict.runAt };
    default:
      return verdict satisfies never;
  }
};
