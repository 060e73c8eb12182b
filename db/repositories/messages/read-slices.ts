import type { Instant } from '../../../src/domain/calendar/instant.ts';
import type { Message, MessageDirection } from '../../../src/domain/response-time/message.ts';
import type { Tx } from '../../client.ts';
import { boolean } from '../../oids.ts';

/** The part of a thread that a decision needs. */
export interface SliceRef {
  readonly threadId: string;
  /** The earliest message that is about to be added; null: none. */
  readonly since: Instant | null;
  /** Messages that are about to change. */
  readonly messageIds: readonly string[];
  /** Whether an answer comes or goes, which changes questions as well. */
  readonly withQuestions: boolean;
}

export interface ThreadMessage extends Message {
  readonly threadId: string;
}

/** The columns of a message that clocks ask. */
export interface MessageRow {
  readonly id: string;
  readonly threadId: string;
  readonly direction: MessageDirection;
  readonly sentAt: Instant;
  readonly automatic: boolean;
  readonly noResponseNeeded: boolean;
  readonly historical: boolean;
  readonly undelivered: boolean;
  readonly warnAt: Instant | null;
  readonly dueAt: Instant | null;
  readonly internalDueAt: Instant | null;
  readonly answeredAt: Instant | null;
  readonly warnedAt: Instant | null;
  readonly breachedAt: Instant | null;
  readonly internalOverdueAt: Instant | null;
}

export const messageColumns = (sql: Tx['sql']) => sql`
  message.id, message.thread_id AS "threadId", message.direction, message.sent_at AS "sentAt", message.automatic,
  message.no_response_needed AS "noResponseNeeded", message.historical, message.undelivered,
  message.warn_at AS "warnAt", message.due_at AS "dueAt", message.internal_due_at AS "internalDueAt",
  message.answered_at AS "answeredAt", message.warned_at AS "warnedAt", message.breached_at AS "breachedAt",
  message.internal_overdue_at AS "internalOverdueAt"`;

export const toMessage = ({
  warnAt,
  dueAt,
  internalDueAt,
  answeredAt,
  warnedAt,
  breachedAt,
  internalOverdueAt,
  ...row
}: Omit<MessageRow, 'threadId'>): Message => ({
  id: row.id,
  direction: row.direction,
  sentAt: row.sentAt,
  automatic: row.automatic,
  noResponseNeeded: row.noResponseNeeded,
  historical: row.historical,
  undelivered: row.undelivered,
  clock:
    dueAt === null
      ? null
      : {
          startedAt: row.sentAt,
          warnAt,
          dueAt,
          stoppedAt: answeredAt,
          warnedAt,
          breachedAt,
          internalDueAt,
          internalOverdueAt,
        },
});

/**
 * Of each thread every answer from the earliest message in question on, and where an answer comes or goes every
 * question that was not answered before it: as much as `settleThread` needs to be right, and little of a long thread.
 */
export const readSlices = async ({ sql }: Tx, refs: readonly SliceRef[]): Promise<ThreadMessage[]> => {
  if (refs.length === 0) return [];
  const wanted = refs.flatMap(({ messageIds }) => messageIds);
  const rows = await sql<MessageRow[]>`
    WITH asked AS (
      SELECT thread_id, with_questions, least(since, (
        SELECT min(sent_at) FROM message
        WHERE message.id = ANY (${wanted}::uuid[]) AND message.thread_id = ref.thread_id)) AS since
      FROM unnest(
        ${refs.map(({ threadId }) => threadId)}::uuid[],
        ${refs.map(({ since }) => since)}::timestamptz[],
        ${sql.array(
          refs.map(({ withQuestions }) => withQuestions),
          boolean,
        )}
      ) AS ref (thread_id, since, with_questions)
    )
    SELECT ${messageColumns(sql)}
    FROM asked JOIN message ON message.thread_id = asked.thread_id
    WHERE (direction = 'outbound' AND sent_at >= since)
      OR (with_questions AND due_at IS NOT NULL AND (answered_at IS NULL OR answered_at >= since))
      OR message.id = ANY (${wanted}::uuid[])`;
  return rows.map((row) => ({ ...toMessage(row), threadId: row.threadId }));
};
