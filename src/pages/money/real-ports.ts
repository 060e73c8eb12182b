import type { Database } from '../../../db/client.ts';
import { findClaimPhoto } from '../../../db/repositories/claims-read/find-claim-photo.ts';
import type { Intake } from '../../../queues/intake/submission.ts';
import type { JobWaiter } from '../../api/accept/job-waiter.ts';
import { findLinkJob } from '../links/find-link-job.ts';
import { getReader } from '../messages/real/get-reader.ts';
import type { MoneyAct, MoneyLinkUse, MoneyPagePorts } from './ports.ts';
import { findMatter } from './real/find-matter.ts';
import { keepPhoto } from './real/keep-photo.ts';
import { submitAct } from './real/submit-act.ts';

export interface MoneyPagePortsOptions {
  readonly database: Database;
  readonly intake: Intake;
  readonly waiter: JobWaiter;
  /** Draws the receipt of a refund. */
  readonly receipt: MoneyPagePorts['receipt'];
  /** So long does a page wait for its job: longer than a job takes, shorter than a person waits. */
  readonly waitMs?: number;
  /** Default: the machine's clock. */
  readonly now?: () => Date;
}

/** The pages about money on the database and the intake. */
export const createMoneyPagePorts = ({
  database,
  intake,
  waiter,
  receipt,
  waitMs = 8_000,
  now = () => new Date(),
}: MoneyPagePortsOptions): MoneyPagePorts => ({
  findMatter: (sellerId, action, thingId) => findMatter(database, sellerId, { action, thingId }),
  getShop: (sellerId, channel) => getReader(database, sellerId, 'seller', { channel, orderId: null }),
  findLinkUse: (sellerId, linkKey) => findLinkUse(database, sellerId, linkKey),
  act: (submission) => submitAct({ intake, waiter, waitMs }, submission, now().toISOString()),
  addPhoto: (sellerId, claimId, bytes) => keepPhoto(database, { sellerId, claimId }, bytes),
  findPhoto: (sellerId, claimId, photoId) => findClaimPhoto(database, sellerId, claimId, photoId),
  receipt,
});

/** What is looked at of a finished job's result; the queues' handlers make it. */
interface Made {
  readonly refundId?: string;
  readonly refunds?: readonly { readonly refundId: string }[];
  readonly requestId?: string;
}

const findLinkUse = async (
  database: Database,
  sellerId: string,
  key: string,
): Promise<MoneyLinkUse | null> => {
  const found = await findLinkJob(database, sellerId, key);
  if (found === null) return null;
  const { job } = found;
  if (job === null) return { name: null, state: 'done', finishedAt: null, refundIds: [], requestId: null };
  const { refundId, refunds = [], requestId = null } = (job.result ?? {}) as Made;
  return {
    // A link's key holds jobs of links alone.
    name: job.name as MoneyAct['name'],
    state: job.state,
    finishedAt: job.finishedAt,
    refundIds: [...(refundId === undefined ? [] : [refundId]), ...refunds.map((one) => one.refundId)],
    requestId,
  };
};
