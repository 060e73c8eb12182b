import type { Tx } from '../../client.ts';
import { type MessageRow, messageColumns, toMessage } from '../messages/read-slices.ts';
import type { FullMessage } from './full-message.ts';

type FullRow = MessageRow & Omit<FullMessage, 'message' | 'threadId'>;

/** Messages with their words, and what their threads are called; `rest` is what follows FROM. */
export const selectMessages = async (sql: Tx['sql'], rest: ReturnType<Tx['sql']>): Promise<FullMessage[]> => {
  const rows = await sql<FullRow[]>`
    SELECT ${messageColumns(sql)}, message.channel, thread.channel_order_id AS "channelOrderId",
      (SELECT orders.id FROM orders WHERE orders.seller_id = thread.seller_id AND orders.channel = thread.channel
        AND orders.channel_order_id = thread.channel_order_id) AS "orderId",
      message.source, message.subject, message.body, message.external_id AS "externalId", message.intent,
      message.received_at AS "receivedAt"
    FROM message JOIN thread ON thread.id = message.thread_id ${rest}`;
  return rows.map((row) => ({
    threadId: row.threadId,
    channel: row.channel,
    channelOrderId: row.channelOrderId,
    orderId: row.orderId,
    source: row.source,
    subject: row.subject,
    body: row.body,
    externalId: row.externalId,
    intent: row.intent,
    receivedAt: row.receivedAt,
    message: toMessage(row),
  }));
};
