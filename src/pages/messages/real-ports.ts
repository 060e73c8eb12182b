import type { Database } from '../../../db/client.ts';
import { findMessage } from '../../../db/repositories/messages-read/find-message.ts';
import { findThread } from '../../../db/repositories/messages-read/find-thread.ts';
import type { Intake } from '../../../queues/intake/submission.ts';
import type { JobWaiter } from '../../api/accept/job-waiter.ts';
import { findLinkJob } from '../links/find-link-job.ts';
import type { Conversation, MessageAct, MessageLinkUse, MessagePagePorts } from './ports.ts';
import { getReader } from './real/get-reader.ts';
import { submitAct } from './real/submit-act.ts';

export interface MessagePagePortsOptions {
  readonly database: Database;
  readonly intake: Intake;
  readonly waiter: JobWaiter;
  /** So long does a page wait for its job: longer than a job takes, shorter than a person waits. */
  readonly waitMs?: number;
  /** Default: the machine's clock. */
  readonly now?: () => Date;
}

/** The pages about messages on the database and the intake. */
export const createMessagePagePorts = ({
  database,
  intake,
  waiter,
  waitMs = 8_000,
  now = () => new Date(),
}: MessagePagePortsOptions): MessagePagePorts => ({
  findConversation: (sellerId, messageId) => findConversation(database, sellerId, messageId),
  getReader: (sellerId, side, thread) => getReader(database, sellerId, side, thread),
  findLinkUse: (sellerId, linkKey) => findLinkUse(database, sellerId, linkKey),
  act: (submission) => submitAct({ intake, waiter, waitMs }, submission, now().toISOString()),
});

const findConversation = async (
  database: Database,
  sellerId: string,
  messageId: string,
): Promise<Conversation | null> => {
  const thread = await findThread(database, sellerId, { messageId });
  if (thread === null) return null;
  const message =
    thread.messages.find((one) => one.message.id === messageId) ??
    (await findMessage(database, sellerId, messageId));
  return message === null ? null : { thread, message };
};

const findLinkUse = async (
  database: Database,
  sellerId: string,
  key: string,
): Promise<MessageLinkUse | null> => {
  const found = await findLinkJob(database, sellerId, key);
  if (found === null) return null;
  const { job } = found;
  if (job === null) return { name: null, state: 'done', madeId: null, finishedAt: null };
  // A link's key holds jobs of links alone.
  const name = job.name as MessageAct['name'];
  return { name, state: job.state, madeId: madeIdOf(name, job.result), finishedAt: job.finishedAt };
};

/** Of a finished job's result: the message that was sent, not the one that was answered. */
const madeIdOf = (name: MessageAct['name'], result: unknown): string | null => {
  const made = (result ?? {}) as { readonly messageId?: string; readonly reply?: { messageId: string } };
  if (name === 'record') return made.messageId ?? null;
  return made.reply?.messageId ?? null;
};
