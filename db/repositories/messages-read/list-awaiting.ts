import type { Instant } from '../../../src/domain/calendar/instant.ts';
import type { Database } from '../../client.ts';

/** A buyer's message without an answer, and nothing that says who wrote what. */
export interface AwaitingMessage {
  readonly channel: string;
  /** Null: the buyer wrote before there was an order. */
  readonly channelOrderId: string | null;
  readonly sentAt: Instant;
  /** Null: no warning comes before the end. */
  readonly warnAt: Instant | null;
  readonly dueAt: Instant;
}

export interface AwaitingQuery {
  /** Null: of all channels. */
  readonly channel: string | null;
  /** What happens later has not happened. */
  readonly asOf: Instant;
  /** Of either half. */
  readonly limit: number;
}

/**
 * A seller's messages that await an answer at an instant, the one with the least time left first: those whose
 * time is over, and apart from them those that can still be answered in time, which a pile of old ones would hide.
 */
export const listAwaiting = async (
  database: Database,
  sellerId: string,
  { channel, asOf, limit }: AwaitingQuery,
): Promise<{ readonly overdue: AwaitingMessage[]; readonly inTime: AwaitingMessage[] }> => {
  const rows = await database.asSellers([sellerId], ({ sql }) => {
    // Two plain conditions instead of one OR: each has an index of its own.
    const unanswered = sql`answered_at IS NULL`;
    const answeredLater = sql`answered_at > ${asOf}`;
    const overdue = sql`due_at < ${asOf}`;
    const inTime = sql`due_at >= ${asOf}`;
    const part = (answer: typeof unanswered, half: typeof overdue) => sql`(
      SELECT id, thread_id, channel, sent_at, warn_at, due_at FROM message
      WHERE seller_id = ${sellerId} AND counts AND ${answer} AND sent_at <= ${asOf} AND ${half}
        ${channel === null ? sql`` : sql`AND channel = ${channel}`}
      ORDER BY due_at, id LIMIT ${limit})`;
    return sql<AwaitingMessage[]>`
      SELECT open.channel, channel_order_id AS "channelOrderId", sent_at AS "sentAt", warn_at AS "warnAt",
        due_at AS "dueAt"
      FROM (
        ${part(unanswered, overdue)} UNION ALL ${part(answeredLater, overdue)}
        UNION ALL ${part(unanswered, inTime)} UNION ALL ${part(answeredLater, inTime)}
      ) AS open JOIN thread ON thread.id = open.thread_id
      ORDER BY due_at, open.id`;
  });
  return {
    overdue: rows.filter(({ dueAt }) => dueAt < asOf).slice(0, limit),
    inTime: rows.filter(({ dueAt }) => dueAt >= asOf).slice(0, limit),
  };
};
