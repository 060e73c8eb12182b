import type { Instant } from '../../../src/domain/calendar/instant.ts';
import type { Tx } from '../../client.ts';

export interface AwaitedMessage {
  readonly messageId: string;
  readonly threadId: string;
  /** Null: the conversation has no order. */
  readonly channelOrderId: string | null;
  readonly dueAt: Instant;
}

/** Those of these messages that still await an answer, the least time left first. */
export const readAwaited = async ({ sql }: Tx, ids: readonly string[]): Promise<AwaitedMessage[]> => {
  if (ids.length === 0) return [];
  return sql<AwaitedMessage[]>`
    SELECT message.id AS "messageId", thread_id AS "threadId", channel_order_id AS "channelOrderId",
      due_at AS "dueAt"
    FROM message JOIN thread ON thread.id = message.thread_id
    WHERE message.id = ANY (${ids as string[]}::uuid[]) AND counts AND answered_at IS NULL
    ORDER BY due_at, message.id`;
};
