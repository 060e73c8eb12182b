import type { FullThread } from '../../../../db/repositories/messages-read/full-message.ts';
import { settleThread } from '../../../../src/domain/response-time/thread.ts';
import { createMessageLinkRouter } from '../../../../src/pages/messages/message-link-router.ts';
import type {
  MessageAct,
  MessageLinkUse,
  MessagePagePorts,
  Reader,
  Side,
} from '../../../../src/pages/messages/ports.ts';
import { type LinkAction, signLink } from '../../../../src/platform/link-tokens.ts';
import { serve } from '../../../integration/mail-http-harness.ts';
import { aMessage, answerId, idOf, questionId, sellerId } from './message-fixture.ts';

export const linkSecrets = ['a secret that nobody else has, really'];
export const now = '2026-05-08T10:00:00.000Z';

export interface MemoryPorts extends MessagePagePorts {
  thread: FullThread;
  readonly readers: Record<Side, Reader>;
  /** What was really done, in order. */
  readonly acts: MessageAct[];
  readonly uses: Map<string, MessageLinkUse & { readonly form: string }>;
  /** The next act is refused so, once. */
  refuseNext: string | null;
  /** Jobs stay in this state. */
  stuck: 'queued' | 'failed' | null;
}

const nextId = ({ messages }: FullThread): string => idOf(100 + messages.length);

/** What the worker would make of an act. */
const after = (thread: FullThread, act: MessageAct): FullThread => {
  const id = nextId(thread);
  switch (act.name) {
    case 'reply': {
      const reply = aMessage(id, now, {
        source: 'reply',
        body: act.reply.body,
        message: { direction: 'outbound' },
      });
      return settled(marked(thread, act.reply.noResponseNeeded), [reply]);
    }
    case 'no-response-needed':
      return marked(thread, true);
    case 'record':
      return settled(thread, [aMessage(id, now, { source: 'buyer_page', body: act.body })]);
    default:
      return act satisfies never;
  }
};

const marked = (thread: FullThread, noResponseNeeded: boolean): FullThread => ({
  ...thread,
  messages: thread.messages.map((one) =>
    one.message.id === questionId && noResponseNeeded
      ? { ...one, message: { ...one.message, noResponseNeeded } }
      : one,
  ),
});

const settled = (thread: FullThread, more: FullThread['messages']): FullThread => {
  const all = [...thread.messages, ...more];
  const messages = settleThread(all.map(({ message }) => message));
  return {
    ...thread,
    messages: all.map((one, n) => ({ ...one, message: messages[n] ?? one.message })),
  };
};

/** The ports as intake and worker keep them: one act per link, given back by a refusal. */
const memoryPorts = (thread: FullThread): MemoryPorts => {
  const ports: MemoryPorts = {
    thread,
    readers: {
      seller: { language: 'fr', timeZone: 'Europe/Paris', shopName: 'Maison Peluche' },
      buyer: { language: 'it', timeZone: 'Europe/Rome', shopName: 'Maison Peluche' },
    },
    acts: [],
    uses: new Map(),
    refuseNext: null,
    stuck: null,
    findConversation: async (seller, messageId) => {
      const message = ports.thread.messages.find((one) => one.message.id === messageId);
      return seller !== sellerId || message === undefined ? null : { thread: ports.thread, message };
    },
    getReader: async (_seller, side) => ports.readers[side],
    findLinkUse: async (_seller, key) => ports.uses.get(key) ?? null,
    act: async ({ linkKey, act }) => {
      const form = JSON.stringify(act);
      const before = ports.uses.get(linkKey);
      if (before !== undefined) return before.form === form ? { kind: 'done' } : { kind: 'used_before' };
      if (ports.refuseNext !== null) {
        const code = ports.refuseNext;
        ports.refuseNext = null;
        return { kind: 'rejected', code, detail: '' };
      }
      const state = ports.stuck ?? 'done';
      const madeId = act.name === 'no-response-needed' ? null : nextId(ports.thread);
      ports.uses.set(linkKey, { name: act.name, state, madeId, finishedAt: now, form });
      if (ports.stuck !== null) return { kind: ports.stuck === 'failed' ? 'failed' : 'pending' };
      ports.acts.push(act);
      ports.thread = after(ports.thread, act);
      return { kind: 'done' };
    },
  };
  return ports;
};

export interface MessageLinkTest {
  readonly ports: MemoryPorts;
  readonly url: string;
  linkTo(action: LinkAction, changes?: { expiresAt?: string | null; thingId?: string }): string;
  get(action: LinkAction, query?: string): Promise<Response>;
  post(
    action: LinkAction,
    fields: Readonly<Record<string, string>>,
    headers?: Readonly<Record<string, string>>,
  ): Promise<Response>;
}

/** The router over HTTP with ports in memory, for as long as the test takes. */
export const withMessageLinks = async (
  thread: FullThread,
  test: (links: MessageLinkTest) => Promise<void>,
  options: { requestsPerMinute?: number; at?: string } = {},
): Promise<void> => {
  const ports = memoryPorts(thread);
  const { requestsPerMinute = 100_000, at = now } = options;
  const router = createMessageLinkRouter({ ports, linkSecrets, requestsPerMinute, now: () => new Date(at) });
  const server = await serve({ '/r': router });
  const linkTo: MessageLinkTest['linkTo'] = (action, changes = {}) => {
    const thingId = action === 'write_to_seller' ? answerId : questionId;
    const link = { action, sellerId, thingId, expiresAt: '2026-05-22T10:00:00.000Z', ...changes };
    return `${server.url}/r/${signLink(link, linkSecrets)}`;
  };
  try {
    await test({
      ports,
      url: server.url,
      linkTo,
      get: (action, query = '') => fetch(linkTo(action) + query),
      post: (action, fields, headers = {}) =>
        fetch(linkTo(action), { method: 'POST', headers, body: new URLSearchParams({ ...fields }) }),
    });
  } finally {
    await server.close();
  }
};
