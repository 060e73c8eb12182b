import type { Instant } from '../../../src/domain/calendar/instant.ts';
import type { Tx } from '../../client.ts';

export interface AskedSince {
  readonly threadId: string;
  readonly since: Instant;
}

export interface FirstAnswer {
  readonly threadId: string;
  readonly messageId: string;
  readonly sentAt: Instant;
}

/** The first answer in each of these conversations from an instant on; those that have none are missing. */
export const findFirstAnswers = async ({ sql }: Tx, asked: readonly AskedSince[]): Promise<FirstAnswer[]> => {
  if (asked.length === 0) return [];
  return sql<FirstAnswer[]>`
    SELECT asked.thread_id AS "threadId", first.id AS "messageId", first.sent_at AS "sentAt"
    FROM unnest(
      ${asked.map(({ threadId }) => threadId)}::uuid[], ${asked.map(({ since }) => since)}::timestamptz[]
    ) AS asked (thread_id, since)
    CROSS JOIN LATERAL (
      SELECT id, sent_at FROM message
      WHERE thread_id = asked.thread_id AND sent_at >= asked.since
        AND direction = 'outbound' AND NOT automatic AND NOT undelivered
        -- A reply to a return request is about that one alone.
        AND source <> 'return_reply'
      ORDER BY sent_at, id LIMIT 1
    ) AS first`;
};
