import type { Tx } from '../../db/client.ts';
import { eraseMails, findMailsOfMessages } from '../../db/repositories/privacy/erase-mails.ts';
import { eraseMessages } from '../../db/repositories/privacy/erase-messages.ts';
import { moveToNameless, noteThreads } from '../../db/repositories/privacy/erase-threads.ts';
import { findBusyThreads } from '../../db/repositories/privacy/find-busy.ts';
import {
  lockThreadsToErase,
  type ThreadToErase,
} from '../../db/repositories/privacy/lock-threads-to-erase.ts';
import { addMonths, type Instant } from '../../src/domain/calendar/instant.ts';
import { addCounts, type ErasureCounts, nothingErased } from '../../src/domain/privacy/counts.ts';
import { decideErasure } from '../../src/domain/privacy/over.ts';
import { mostRowsAtOnce } from './limits.ts';

export interface ThreadsErasure {
  readonly counts: ErasureCounts;
  readonly more: boolean;
  /** Something is being done in one of them at this moment: it was left alone. */
  readonly busy: boolean;
}

interface Erasing {
  readonly afterMonths: number;
  readonly now: Instant;
  /** Only what this address has written, where the conversation is of somebody else's order. */
  readonly email: string | null;
}

/** Takes the words out of one conversation. True: there is more than one transaction may do. */
const eraseThread = async (
  tx: Tx,
  thread: ThreadToErase,
  { afterMonths, now, email }: Erasing,
): Promise<{ readonly counts: ErasureCounts; readonly more: boolean }> => {
  const messageIds = await eraseMessages(tx, [thread.id], { email, most: mostRowsAtOnce });
  const mails = await eraseMails(tx, await findMailsOfMessages(tx, messageIds));
  const more = messageIds.length === mostRowsAtOnce;
  if (thread.channelOrderId === null) await moveToNameless(tx, thread, messageIds);
  else if (email === null && !more) {
    await noteThreads(tx, [{ id: thread.id, checkAt: addMonths(now, afterMonths), erased: true }]);
  }
  return { counts: addCounts(nothingErased, { messages: messageIds.length, mails }), more };
};

const eraseAll = async (
  tx: Tx,
  threads: readonly ThreadToErase[],
  erasingOf: (thread: ThreadToErase) => Erasing,
): Promise<ThreadsErasure> => {
  const busy = await findBusyThreads(
    tx,
    threads.map(({ id }) => id),
  );
  let counts = nothingErased;
  for (const thread of threads.filter(({ id }) => !busy.has(id))) {
    const erased = await eraseThread(tx, thread, erasingOf(thread));
    counts = addCounts(counts, erased.counts);
    if (erased.more) return { counts, more: true, busy: busy.size > 0 };
  }
  return { counts, more: false, busy: busy.size > 0 };
};

/** What an address has written where it has no order: whole conversations, but of somebody else's order only its own words. */
export const eraseBuyersThreads = async (
  tx: Tx,
  threadIds: readonly string[],
  { email, ...when }: Omit<Erasing, 'email'> & { readonly email: string },
): Promise<ThreadsErasure> => {
  const threads = await lockThreadsToErase(tx, threadIds);
  return eraseAll(tx, threads, ({ orderId, orderErasedAt }) => ({
    ...when,
    email: orderId !== null && orderErasedAt === null ? email : null,
  }));
};

/** Old conversations: those without an order, and what was written since their order was erased. */
export const eraseOldThreads = async (
  tx: Tx,
  threadIds: readonly string[],
  when: Omit<Erasing, 'email'>,
): Promise<ThreadsErasure> => {
  const { afterMonths, now } = when;
  const all = (await lockThreadsToErase(tx, threadIds)).map((thread) => {
    const { orderId, orderErasedAt, lastMessageAt, createdAt } = thread;
    // Until then it goes with its order.
    const overAt = orderId !== null && orderErasedAt === null ? now : (lastMessageAt ?? createdAt);
    return { thread, verdict: decideErasure({ overAt, asked: false, afterMonths, now }) };
  });
  await noteThreads(
    tx,
    all.flatMap(({ thread: { id }, verdict }) =>
      verdict.kind === 'keep' ? [{ id, checkAt: verdict.checkAt, erased: false }] : [],
    ),
  );
  const erasing = all.flatMap(({ thread, verdict }) => (verdict.kind === 'erase' ? [thread] : []));
  return eraseAll(tx, erasing, () => ({ ...when, email: null }));
};
