import { z } from 'zod';
import { threadIdOf } from '../../../db/repositories/messages/thread-id.ts';
import { findMessage } from '../../../db/repositories/messages-read/find-message.ts';
import { findOrderRefs } from '../../../db/repositories/orders-read/find-order-refs.ts';
import { messageKey } from '../../../queues/intake/natural-keys.ts';
import { messageRefs } from '../../../queues/message-refs.ts';
import { messageReply } from '../../../queues/schemas/message.schema.ts';
import { id } from '../../../queues/schemas/values.ts';
import { newId } from '../../platform/ids.ts';
import type { WorkPorts } from '../accept/accept-work.ts';
import { workEndpoint } from '../accept/work-endpoint.ts';
import type { ApiDeps } from '../deps.ts';
import type { Caller, Endpoint } from '../endpoints/endpoint.ts';
import { invalidRequest, Problem } from '../http/problem.ts';
import { messageResult, recordedMessage } from './message-view.ts';
import { checkMessage, contentHash, newMessage, toRecord, writtenText } from './new-message.ts';

const tag = 'Messages';
const params = z.object({ messageId: id });
const reply = messageReply.extend({ body: writtenText }).meta({ id: 'ReplyToMessage' });

/** Messages in, and what sellers do about them. */
export const messageCommandEndpoints = (
  { database, now = () => new Date() }: Pick<ApiDeps, 'database' | 'now'>,
  ports: WorkPorts,
): Endpoint[] => {
  const getOrder = async ({ sellerId }: Caller, orderId: string | null) => {
    if (orderId === null) return null;
    const order = await findOrderRefs(database, sellerId, orderId);
    if (order === null) throw new Problem('not_found', { detail: 'There is no such order' });
    return order;
  };

  /** The part of a submission that every act on a message shares. */
  const onMessage = async ({ sellerId }: Caller, messageId: string) => {
    const found = await findMessage(database, sellerId, messageId);
    if (found === null) throw new Problem('not_found', { detail: 'There is no such message' });
    const shared = {
      sellerId,
      queue: 'messages',
      refs: messageRefs(found),
      priority: 'interactive',
      subjectId: found.threadId,
    } as const;
    return { shared, ids: { threadId: found.threadId, messageId } };
  };

  return [
    workEndpoint(ports, {
      path: '/v1/messages',
      operationId: 'recordMessage',
      tag,
      summary: 'Record a message of a buyer or a seller',
      description:
        'Records only; nothing is sent. It belongs to the conversation of its order, by `orderId` or by `channel` and ' +
        '`channelOrderId`, or before an order to that of a `channel` and a `buyer`. An order that is not known yet may ' +
        "come later. A buyer's message starts a clock; a seller's, sent at the same instant or later, stops the clocks " +
        'of the conversation, in whatever order they arrive here. A message is (channel, externalId), or without an ' +
        'id what it says, where and when: the same again is the same job, other content a conflict.',
      body: newMessage,
      result: recordedMessage,
      problems: ['not_found', 'message_conflict'],
      example: {
        channel: 'shop',
        channelOrderId: '1001',
        direction: 'inbound',
        sentAt: '2026-05-07T14:00:00+02:00',
        subject: 'Ma commande',
        body: 'Bonjour, quand arrive ma tasse ?',
        externalId: 'msg-4711',
      },
      submission: async ({ body, caller }) => {
        const order = await getOrder(caller, body.orderId);
        const errors = [...checkMessage(body, { order, now: now().toISOString() })];
        if (errors.length > 0) throw invalidRequest(errors);
        const { thread, record } = toRecord(body, order);
        return {
          sellerId: caller.sellerId,
          queue: 'messages' as const,
          name: 'record' as const,
          payload: { messageId: newId(), thread, message: record },
          refs: messageRefs(thread),
          priority: record.historical ? ('bulk' as const) : ('interactive' as const),
          subjectId: threadIdOf(caller.sellerId, thread),
          naturalKey: {
            kind: 'message' as const,
            key: messageKey(thread, record),
            hash: contentHash(thread, record),
          },
        };
      },
    }),

    workEndpoint(ports, {
      path: '/v1/messages/{messageId}/reply',
      operationId: 'replyToMessage',
      tag,
      summary: "Answer a buyer's message by mail",
      description:
        'Mails the text to the buyer and stops the clocks of this message and of those before it in the conversation. ' +
        'With `noResponseNeeded` the message leaves all figures as well. The job is rejected with ' +
        "`message_not_inbound` for a message of the seller's own, and with `buyer_unreachable` where neither the order " +
        'nor the conversation has an address.',
      params,
      body: reply,
      result: messageResult,
      problems: ['not_found'],
      example: { body: 'Bonjour, votre tasse arrive demain.' },
      submission: async ({ params: { messageId }, body, caller }) => {
        const { shared, ids } = await onMessage(caller, messageId);
        const payload = { ...ids, replyId: newId(), at: now().toISOString(), reply: body };
        return { ...shared, name: 'reply' as const, payload };
      },
    }),

    workEndpoint(ports, {
      path: '/v1/messages/{messageId}/no-response-needed',
      operationId: 'markNoResponseNeeded',
      tag,
      summary: 'Say that a message needs no response',
      description:
        'It leaves all figures, and nobody is warned of it. The job is rejected with `message_not_inbound` for a ' +
        "message of the seller's own.",
      params,
      body: z.object({}),
      bodyOptional: true,
      result: messageResult,
      problems: ['not_found'],
      submission: async ({ params: { messageId }, caller }) => {
        const { shared, ids } = await onMessage(caller, messageId);
        return { ...shared, name: 'no-response-needed' as const, payload: ids };
      },
    }),
  ];
};
