import type { Database } from '../../../db/client.ts';
import { findReturn } from '../../../db/repositories/returns-read/find-return.ts';
import { findReturnsByRma } from '../../../db/repositories/returns-read/find-returns-by-rma.ts';
import { readLatestSettings } from '../../../db/repositories/settings/read-latest-settings.ts';
import type { Intake } from '../../../queues/intake/submission.ts';
import type { JobWaiter } from '../../api/accept/job-waiter.ts';
import { defaultLanguageOf } from '../../domain/channels.ts';
import type { Language } from '../../domain/languages.ts';
import type { SavedAddress } from '../../domain/returns/policy.ts';
import { findLinkJob } from '../links/find-link-job.ts';
import { sniffUpload } from './check-upload.ts';
import type { LinkUse, PageDocument, PageDocumentFormat, ReturnChannel, ReturnPagePorts } from './ports.ts';
import { stateWithdrawal } from './real/state-withdrawal.ts';
import { submitAct } from './real/submit-act.ts';

export interface RealPortsOptions {
  readonly database: Database;
  readonly intake: Intake;
  readonly waiter: JobWaiter;
  /** Draws and keeps documents; null, or a refusal: there is none. */
  readonly documents: {
    render(
      sellerId: string,
      returnId: string,
      format: PageDocumentFormat,
    ): Promise<PageDocument | { readonly code: string } | null>;
  };
  /** Default: what the first bytes say. */
  readonly checkUpload?: ReturnPagePorts['checkUpload'];
  /** So long does a page wait for its job: longer than a job takes, shorter than a person waits. */
  readonly waitMs?: number;
  /** Default: the machine's clock. */
  readonly now?: () => Date;
}

/** The pages of returns on the database and the intake. */
export const createReturnPagePorts = ({
  database,
  intake,
  waiter,
  documents,
  checkUpload = async (bytes) => sniffUpload(bytes),
  waitMs = 8_000,
  now = () => new Date(),
}: RealPortsOptions): ReturnPagePorts => ({
  findReturn: (sellerId, returnId) => findReturn(database, sellerId, returnId),
  getChannel: (sellerId, channel) => getChannel(database, sellerId, channel),
  findLinkUse: (sellerId, linkKey) => findLinkUse(database, sellerId, linkKey),
  act: (submission) => submitAct({ intake, waiter, waitMs }, submission, now().toISOString()),
  findDocument: async (sellerId, returnId, format) => {
    const rendered = await documents.render(sellerId, returnId, format);
    return rendered !== null && 'bytes' in rendered ? rendered : null;
  },
  checkUpload,
  searchReturnsByRma: (rma) => findReturnsByRma(database, rma),
  stateWithdrawal: (statement) => stateWithdrawal({ database, intake }, statement, now().toISOString()),
});

/** What the API stored, which has validated it. */
interface StoredChannel {
  readonly language?: Language;
  readonly senderName?: string | null;
  readonly returnAddresses?: readonly SavedAddress[];
}

const getChannel = async (database: Database, sellerId: string, channel: string): Promise<ReturnChannel> => {
  const ref = { sellerId, kind: 'channel', key: channel } as const;
  const [stored] = await database.asSellers([sellerId], (tx) => readLatestSettings(tx, [ref]));
  const { language, senderName = null, returnAddresses = [] } = (stored?.value ?? {}) as StoredChannel;
  return { language: language ?? defaultLanguageOf(channel), shopName: senderName, returnAddresses };
};

const findLinkUse = async (database: Database, sellerId: string, key: string): Promise<LinkUse | null> => {
  const found = await findLinkJob(database, sellerId, key);
  if (found === null) return null;
  const { jobId, job } = found;
  if (job === null) return { jobId, state: 'done', error: null, finishedAt: null };
  return { jobId, state: job.state, error: job.error, finishedAt: job.finishedAt };
};
