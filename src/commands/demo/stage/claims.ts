import { readAll } from './lists.ts';
import { type ClaimView, claimPage, claimResult, claimView } from './money-views.ts';
import type { Stage } from './scene.ts';

export const readClaim = async ({ api }: Stage, claimId: string): Promise<ClaimView> =>
  claimView.parse((await api.get(`/v1/claims/${claimId}`)).body);

export const claimsOf = (stage: Stage, orderId: string): Promise<ClaimView[]> =>
  readAll(stage, `/v1/claims?orderId=${orderId}`, claimPage);

/** Something about a claim that is expected to be done: opening, submitting it, or the carrier's answer. */
export const onClaim = async (stage: Stage, path: string, body: unknown = {}) => {
  const job = await stage.api.work(path, body);
  stage.expect.equal(
    `POST ${path.replace(/[\da-f-]{36}/, '…')}`,
    [job.status, job.error?.code],
    ['done', undefined],
  );
  return claimResult.parse(job.result);
};
