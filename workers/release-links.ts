import type { Tx } from '../db/client.ts';
import { releaseCallerKeys } from '../db/repositories/intake/claim-caller-keys.ts';

interface LinkedJob {
  readonly id: string;
  readonly sellerId: string;
  readonly payload: object;
}

const linkOf = (payload: object): string | null =>
  'link' in payload && typeof payload.link === 'string' ? payload.link : null;

/** Gives back the links in mails that asked for these jobs: they have done nothing, and may be used again. */
export const releaseLinks = (tx: Tx, jobs: readonly LinkedJob[]): Promise<void> =>
  releaseCallerKeys(
    tx,
    jobs.flatMap(({ id: jobId, sellerId, payload }) => {
      const key = linkOf(payload);
      return key === null ? [] : [{ sellerId, scope: 'link', key, hash: '', jobId }];
    }),
  );
