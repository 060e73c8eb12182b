import { z } from 'zod';
import { findMessage } from '../../../db/repositories/messages-read/find-message.ts';
import { findThread } from '../../../db/repositories/messages-read/find-thread.ts';
import { listMessages } from '../../../db/repositories/messages-read/list-messages.ts';
import { channel, id } from '../../../queues/schemas/values.ts';
import type { ApiDeps } from '../deps.ts';
import { defineEndpoint, type Endpoint } from '../endpoints/endpoint.ts';
import { listOf, pageOf, pageQuery, showPage } from '../http/page.ts';
import { Problem } from '../http/problem.ts';
import { messageOut, showMessage, showThread, threadOut } from './message-view.ts';

const tag = 'Messages';

const awaiting = z
  .enum(['true', 'false'])
  .default('false')
  .transform((given) => given === 'true')
  .meta({ description: 'Only those that await an answer, the one with the least time left first' });

/** Messages out. */
export const messageEndpoints = ({
  database,
  now = () => new Date(),
}: Pick<ApiDeps, 'database' | 'now'>): Endpoint[] => [
  defineEndpoint({
    method: 'get',
    path: '/v1/messages',
    operationId: 'listMessages',
    tag,
    summary: 'List messages, those accepted last first',
    description: 'With `awaiting=true`, what a seller should answer next: what is overdue comes first.',
    query: z.object({
      ...pageQuery,
      awaiting,
      channel: channel.optional(),
      threadId: id.optional(),
      orderId: id.optional(),
    }),
    success: { 200: { description: 'A page of messages', schema: listOf(messageOut) } },
    problems: ['invalid_request'],
    handle: async ({ query, caller }) => {
      const asked = {
        awaiting: query.awaiting,
        channel: query.channel ?? null,
        threadId: query.threadId ?? null,
        orderId: query.orderId ?? null,
      };
      const rows = await listMessages(database, caller.sellerId, asked, pageOf(query));
      const { items, nextCursor } = showPage(rows, query.limit, ({ message }) => message.id);
      const at = now().toISOString();
      return { status: 200, body: { items: items.map((row) => showMessage(row, at)), nextCursor } };
    },
  }),

  defineEndpoint({
    method: 'get',
    path: '/v1/messages/{messageId}',
    operationId: 'getMessage',
    tag,
    summary: 'Read a message with its clock',
    params: z.object({ messageId: id }),
    success: { 200: { description: 'The message', schema: messageOut } },
    problems: ['not_found'],
    handle: async ({ params, caller: { sellerId } }) => {
      const found = await findMessage(database, sellerId, params.messageId);
      if (found === null) throw new Problem('not_found');
      return { status: 200, body: showMessage(found, now().toISOString()) };
    },
  }),

  defineEndpoint({
    method: 'get',
    path: '/v1/threads/{threadId}',
    operationId: 'getThread',
    tag,
    summary: 'Read a conversation',
    params: z.object({ threadId: id }),
    success: { 200: { description: 'The conversation', schema: threadOut } },
    problems: ['not_found'],
    handle: async ({ params: { threadId }, caller: { sellerId } }) => {
      const found = await findThread(database, sellerId, { threadId });
      if (found === null) throw new Problem('not_found');
      return { status: 200, body: showThread(found, now().toISOString()) };
    },
  }),
];
