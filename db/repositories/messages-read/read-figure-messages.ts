import { addDays, type Instant } from '../../../src/domain/calendar/instant.ts';
import type { FigureName, FigureWindow } from '../../../src/domain/response-time/figures.ts';
import type { Database } from '../../client.ts';
import type { FullMessage } from './full-message.ts';
import { selectMessages } from './select-messages.ts';

export interface FigureQuery {
  readonly figure: FigureName;
  readonly days: FigureWindow;
  readonly channel: string | null;
  readonly asOf: Instant;
}

export interface FigurePage {
  readonly limit: number;
  /** The last message of the page before; null: the first page. */
  readonly after: { readonly sentAt: Instant; readonly id: string } | null;
}

/** A page of the messages behind a figure, by the definitions of figures.ts, in the order of sending. */
export const readFigureMessages = (
  database: Database,
  sellerId: string,
  { figure, days, channel, asOf }: FigureQuery,
  { limit, after }: FigurePage,
): Promise<FullMessage[]> =>
  database.asSellers([sellerId], ({ sql }) => {
    const answered = sql`coalesce(message.answered_at <= ${asOf}, false)`;
    const unanswered = sql`NOT ${answered} AND message.due_at < ${asOf}`;
    const answeredLate = sql`${answered} AND message.answered_at > message.due_at`;
    const behind = {
      within: sql`${answered} AND message.answered_at <= message.due_at`,
      late: sql`((${unanswered}) OR (${answeredLate}))`,
      unanswered,
      answered_late: answeredLate,
      all: sql`true`,
    };
    return selectMessages(
      sql,
      sql`WHERE message.seller_id = ${sellerId} AND message.counts
        AND message.sent_at > ${addDays(asOf, -days)} AND message.sent_at <= ${asOf}
        AND ${behind[figure]}
        ${channel === null ? sql`` : sql`AND message.channel = ${channel}`}
        ${after === null ? sql`` : sql`AND (message.sent_at, message.id) > (${after.sentAt}::timestamptz, ${after.id}::uuid)`}
        ORDER BY message.sent_at, message.id LIMIT ${limit}`,
    );
  });
