import type { Tx } from '../../db/client.ts';
import {
  type LockedThread,
  lockThreads,
  type NamedThread,
} from '../../db/repositories/messages/lock-threads.ts';
import { readSlices, type SliceRef } from '../../db/repositories/messages/read-slices.ts';
import type { NewMessage } from '../../db/repositories/messages/save-messages.ts';
import type { Instant } from '../../src/domain/calendar/instant.ts';
import { isAnswer, type Message } from '../../src/domain/response-time/message.ts';
import { type MessageNotice, settleThread } from '../../src/domain/response-time/thread.ts';
import { type ChannelMessages, loadMessagePolicies } from './message-policies.ts';

/** What a job is about to do to a thread, so that as much of it is loaded. */
export interface ThreadTask {
  readonly sellerId: string;
  readonly threadId: string;
  /** Of a thread that may be new. */
  readonly named?: NamedThread;
  /** When a message that it adds was sent. */
  readonly sentAt?: Instant;
  /** When that was accepted: the policy of then holds. Default: now, by the latest one. */
  readonly acceptedAt?: Instant;
  /** A message that it changes, or answers. */
  readonly messageId?: string;
  /** Whether an answer comes or goes, which changes other messages as well. */
  readonly answers: boolean;
}

/** Something to tell, once what was decided is written. */
export type Told =
  | { readonly kind: MessageNotice | 'seller_message' | 'undelivered'; readonly messageId: string }
  | {
      readonly kind: 'answer';
      /** The buyer's message, and ours, after which its mail is called. */
      readonly messageId: string;
      readonly replyId: string;
      readonly recipient: string;
      readonly body: string;
      readonly at: Instant;
    };

/** A message with its words, before its thread is known. */
export type AddedMessage = Omit<NewMessage, 'sellerId' | 'threadId' | 'channel'>;

/** A locked conversation, as much of it as was asked for, and what this transaction does to it. */
export interface ThreadWork {
  readonly thread: LockedThread;
  readonly channel: ChannelMessages;
  /** As they were loaded, and as they are by now. */
  readonly before: ReadonlyMap<string, Message>;
  readonly current: ReadonlyMap<string, Message>;
  readonly added: readonly AddedMessage[];
  readonly told: readonly Told[];
}

/** Conversations that a transaction works on: locked and loaded once, folded over, written once. */
export interface ThreadSession {
  find(threadId: string): ThreadWork | null;
  /** Adds a message and sets every clock of the thread right; gives it as it then is. */
  add(threadId: string, added: AddedMessage): Message;
  /** Changes a loaded message and sets every clock right; gives it as it then is. */
  change(threadId: string, changed: Message): Message;
  tell(threadId: string, told: Told): void;
  /** Conversations in which anything was done. */
  touched(): readonly ThreadWork[];
}

interface Work extends ThreadWork {
  readonly current: Map<string, Message>;
  readonly added: AddedMessage[];
  readonly told: Told[];
}

/** Locks the conversations of these tasks, after their orders, and loads what deciding about them needs. */
export const openThreadSession = async (tx: Tx, tasks: readonly ThreadTask[]): Promise<ThreadSession> => {
  if (tasks.length === 0) return createSession([]);
  const threads = await lockThreads(tx, {
    named: tasks.flatMap(({ named }) => (named === undefined ? [] : [named])),
    ids: tasks.map(({ threadId }) => threadId),
  });
  const [messages, policies] = await Promise.all([
    readSlices(
      tx,
      threads.map(({ id }) => sliceOf(id, tasks)),
    ),
    loadMessagePolicies(
      tx,
      threads,
      earliest(tasks.flatMap(({ acceptedAt }) => (acceptedAt === undefined ? [] : [acceptedAt]))) ??
        endOfTime,
    ),
  ]);
  const loaded = new Map<string, Map<string, Message>>(threads.map(({ id }) => [id, new Map()]));
  for (const { threadId, ...message } of messages) loaded.get(threadId)?.set(message.id, message);
  return createSession(
    threads.map((thread) => {
      const before = loaded.get(thread.id) ?? new Map<string, Message>();
      const channel = policies.of(thread.sellerId, thread.channel);
      return { thread, channel, before, current: new Map(before), added: [], told: [] };
    }),
  );
};

/** After every version of a setting: the latest one will do. */
const endOfTime = '9999-12-31T00:00:00.000Z';

const createSession = (works: readonly Work[]): ThreadSession => {
  const byId = new Map(works.map((work) => [work.thread.id, work]));
  const get = (threadId: string): Work => {
    const work = byId.get(threadId);
    if (work === undefined) throw new Error('A thread was not loaded');
    return work;
  };
  /** A question changes itself alone, an answer every question that it answers. */
  const settle = ({ current }: Work, changed: Message): void => {
    const touched =
      changed.clock === null ? [...current.values()] : [...[...current.values()].filter(isAnswer), changed];
    for (const message of settleThread(touched)) current.set(message.id, message);
  };
  const change = (threadId: string, changed: Message): Message => {
    const work = get(threadId);
    work.current.set(changed.id, changed);
    settle(work, changed);
    return work.current.get(changed.id) ?? changed;
  };
  return {
    find: (threadId) => byId.get(threadId) ?? null,
    add: (threadId, added) => {
      get(threadId).added.push(added);
      return change(threadId, added.message);
    },
    change,
    tell: (threadId, told) => {
      get(threadId).told.push(told);
    },
    touched: () =>
      works.filter(
        ({ before, current, told }) =>
          told.length > 0 || [...current].some(([id, message]) => before.get(id) !== message),
      ),
  };
};

const sliceOf = (threadId: string, tasks: readonly ThreadTask[]): SliceRef => {
  const own = tasks.filter((task) => task.threadId === threadId);
  return {
    threadId,
    since: earliest(own.flatMap(({ sentAt }) => (sentAt === undefined ? [] : [sentAt]))),
    messageIds: own.flatMap(({ messageId }) => (messageId === undefined ? [] : [messageId])),
    withQuestions: own.some(({ answers }) => answers),
  };
};

const earliest = (instants: readonly Instant[]): Instant | null =>
  instants.reduce<Instant | null>((first, at) => (first === null || at < first ? at : first), null);
