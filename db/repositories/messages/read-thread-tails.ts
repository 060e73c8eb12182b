import type { Instant } from '../../../src/domain/calendar/instant.ts';
import type { Tx } from '../../client.ts';

export interface TailMessage {
  readonly from: 'buyer' | 'seller';
  readonly sentAt: Instant;
  readonly subject: string | null;
  readonly body: string;
}

/** The end of a conversation, up to a message: oldest first, that message last. */
export interface ThreadTail {
  readonly messages: readonly TailMessage[];
  /** How many are before those. */
  readonly earlier: number;
}

interface Row extends TailMessage {
  readonly messageId: string;
  readonly before: number;
}

/** What was written up to each of these messages, the last `limit` of it; by the message's id. */
export const readThreadTails = async (
  { sql }: Tx,
  asked: readonly { readonly messageId: string; readonly limit: number }[],
): Promise<Map<string, ThreadTail>> => {
  if (asked.length === 0) return new Map();
  const rows = await sql<Row[]>`
    SELECT ref.message_id AS "messageId", CASE tail.direction WHEN 'inbound' THEN 'buyer' ELSE 'seller' END AS "from",
      tail.sent_at AS "sentAt", tail.subject, tail.body,
      (SELECT count(*) FROM message AS old WHERE old.thread_id = last.thread_id
        AND (old.sent_at, old.id) <= (last.sent_at, last.id)) AS before
    FROM unnest(
      ${asked.map(({ messageId }) => messageId)}::uuid[], ${asked.map(({ limit }) => limit)}::integer[]
    ) AS ref (message_id, most)
    JOIN message AS last ON last.id = ref.message_id
    CROSS JOIN LATERAL (
      SELECT id, direction, sent_at, subject, body FROM message
      WHERE thread_id = last.thread_id AND (sent_at, id) <= (last.sent_at, last.id)
      ORDER BY sent_at DESC, id DESC
      LIMIT ref.most
    ) AS tail
    ORDER BY ref.message_id, tail.sent_at, tail.id`;
  const tails = new Map<string, { messages: TailMessage[]; before: number }>();
  for (const { messageId, before, ...message } of rows) {
    const tail = tails.get(messageId) ?? { messages: [], before };
    tail.messages.push(message);
    tails.set(messageId, tail);
  }
  return new Map(
    [...tails].map(([id, { messages, before }]) => [id, { messages, earlier: before - messages.length }]),
  );
};
