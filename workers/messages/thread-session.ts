import type { Tx } from '../../db/client.ts';
import {
  type LockedThread,
  lockThreads,
  type NamedThread,
  threadKey,
} from '../../db/repositories/messages/lock-threads.ts';
import { readSlices } from '../../db/repositories/messages/read-slices.ts';
import type { NewMessage } from '../../db/repositories/messages/save-messages.ts';
import type { Instant } from '../../src/domain/calendar/instant.ts';
import type { Message } from '../../src/domain/response-time/message.ts';
import { type MessageNotice, settleThread } from '../../src/domain/response-time/thread.ts';
import { type ChannelMessages, loadMessagePolicies } from './message-policies.ts';

/** What a job is about to do to a thread, so that as much of it is loaded. */
export type ThreadTask = { readonly sellerId: string } & (
  | { readonly kind: 'add_named'; readonly thread: NamedThread; readonly sentAt: Instant }
  | { readonly kind: 'add'; readonly threadId: string; readonly sentAt: Instant; readonly messageId: string }
  | { readonly kind: 'change'; readonly threadId: string; readonly messageId: string }
);

/** Something to tell, once what was decided is written. */
export type Told =
  | { readonly kind: MessageNotice | 'seller_message' | 'undelivered'; readonly messageId: string }
  | {
      readonly kind: 'answer';
      /** The buyer's message, and ours, whose mail has this id. */
      readonly messageId: string;
      readonly replyId: string;
      readonly mailId: string;
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
  /** Whether `thread.buyerEmail` is new. */
  readonly hasNewEmail: boolean;
}

/** Conversations that a transaction works on: locked and loaded once, folded over, written once. */
export interface ThreadSession {
  findNamed(thread: NamedThread): ThreadWork | null;
  find(threadId: string): ThreadWork | null;
  /** Adds a message and sets every clock of the thread right; gives it as it then is. */
  add(threadId: string, added: AddedMessage): Message;
  /** Changes a loaded message and sets every clock right; gives it as it then is. */
  change(threadId: string, changed: Message): Message;
  /** Keeps where the buyer of the conversation can be written to. */
  noteBuyerEmail(threadId: string, email: string): void;
  tell(threadId: string, told: Told): void;
  /** Conversations in which anything was done. */
  touched(): readonly ThreadWork[];
}

interface Work extends ThreadWork {
  thread: LockedThread;
  hasNewEmail: boolean;
  readonly current: Map<string, Message>;
  readonly added: AddedMessage[];
  readonly told: Told[];
}

const nameOf = (thread: NamedThread): string => `${thread.sellerId} ${threadKey(thread)}`;

/** Locks the conversations of these tasks, after their orders, and loads what deciding about them needs. */
export const openThreadSession = async (tx: Tx, tasks: readonly ThreadTask[]): Promise<ThreadSession> => {
  if (tasks.length === 0) return createSession([]);
  const threads = await lockThreads(tx, {
    named: tasks.flatMap((task) => (task.kind === 'add_named' ? [task.thread] : [])),
    ids: tasks.flatMap((task) => (task.kind === 'add_named' ? [] : [task.threadId])),
  });
  const idOf = new Map(threads.map((thread) => [nameOf(thread), thread.id]));
  const tasksOf = new Map<string, ThreadTask[]>(threads.map(({ id }) => [id, []]));
  for (const task of tasks) {
    const threadId = task.kind === 'add_named' ? idOf.get(nameOf(task.thread)) : task.threadId;
    if (threadId !== undefined) tasksOf.get(threadId)?.push(task);
  }
  const [messages, policies] = await Promise.all([
    readSlices(
      tx,
      [...tasksOf].map(([threadId, of]) => ({
        threadId,
        since: earliest(of.flatMap((task) => (task.kind === 'change' ? [] : [task.sentAt]))),
        messageIds: of.flatMap((task) => (task.kind === 'add_named' ? [] : [task.messageId])),
      })),
    ),
    loadMessagePolicies(tx, threads),
  ]);
  const loaded = new Map<string, Map<string, Message>>(threads.map(({ id }) => [id, new Map()]));
  for (const { threadId, ...message } of messages) loaded.get(threadId)?.set(message.id, message);
  return createSession(
    threads.map((thread) => {
      const before = loaded.get(thread.id) ?? new Map<string, Message>();
      const channel = policies.of(thread.sellerId, thread.channel);
      return { thread, channel, before, current: new Map(before), added: [], told: [], hasNewEmail: false };
    }),
  );
};

const createSession = (works: readonly Work[]): ThreadSession => {
  const byId = new Map(works.map((work) => [work.thread.id, work]));
  const byName = new Map(works.map((work) => [nameOf(work.thread), work]));
  const get = (threadId: string): Work => {
    const work = byId.get(threadId);
    if (work === undefined) throw new Error('A thread was not loaded');
    return work;
  };
  const settle = ({ current }: Work): void => {
    for (const message of settleThread([...current.values()])) current.set(message.id, message);
  };
  const change = (threadId: string, changed: Message): Message => {
    const work = get(threadId);
    work.current.set(changed.id, changed);
    settle(work);
    return work.current.get(changed.id) ?? changed;
  };
  return {
    findNamed: (thread) => byName.get(nameOf(thread)) ?? null,
    find: (threadId) => byId.get(threadId) ?? null,
    add: (threadId, added) => {
      get(threadId).added.push(added);
      return change(threadId, added.message);
    },
    change,
    noteBuyerEmail: (threadId, buyerEmail) => {
      const work = get(threadId);
      if (work.thread.buyerEmail === buyerEmail) return;
      work.thread = { ...work.thread, buyerEmail };
      work.hasNewEmail = true;
    },
    tell: (threadId, told) => {
      get(threadId).told.push(told);
    },
    touched: () =>
      works.filter(
        ({ before, current, told, hasNewEmail }) =>
          hasNewEmail || told.length > 0 || [...current].some(([id, message]) => before.get(id) !== message),
      ),
  };
};

const earliest = (instants: readonly Instant[]): Instant | null =>
  instants.reduce<Instant | null>((first, at) => (first === null || at < first ? at : first), null);
