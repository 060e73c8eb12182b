import { bigint, index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { sellerId } from '../columns.ts';
import { sellerPolicy } from '../roles.ts';

/**
 * How many counted messages were sent in one cell of time and answered in another: what makes the figures cost
 * the same over a million messages as over ten thousand (docs/decisions/0016). Changed in the transaction that
 * changes the messages, so it always adds up to them.
 */
export const responseTally = pgTable(
  'response_tally',
  {
    sellerId: sellerId(),
    /** Empty: all of them. */
    channel: text('channel').notNull(),
    /** Numbers of the cells since 1970 (src/domain/response-time/tally.ts). */
    sentCell: integer('sent_cell').notNull(),
    /** `neverCell`: not answered. */
    answeredCell: integer('answered_cell').notNull(),
    /** From sending to the end of the target, and to the warning; -1: there is none. */
    targetMs: bigint('target_ms', { mode: 'number' }).notNull(),
    warningMs: bigint('warning_ms', { mode: 'number' }).notNull(),
    messages: integer('messages').notNull(),
    answeredInTime: integer('answered_in_time').notNull(),
    /** Sum over the answered ones. */
    responseMs: bigint('response_ms', { mode: 'number' }).notNull(),
    internalJudged: integer('internal_judged').notNull(),
    internalInTime: integer('internal_in_time').notNull(),
  },
  (t) => [
    primaryKey({
      name: 'response_tally_pk',
      columns: [t.sellerId, t.channel, t.sentCell, t.answeredCell, t.targetMs, t.warningMs],
    }),
    // read-figures: what awaits an answer, however old.
    index('response_tally_answered').on(t.sellerId, t.channel, t.answeredCell),
    sellerPolicy('response_tally'),
  ],
);
