import { integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import type { ReturnEvent } from '../../src/domain/returns/events.ts';
import { instant, sellerId } from '../columns.ts';
import { sellerPolicy } from '../roles.ts';
import { return_ } from './return.ts';

/** The history of a return: what happened, who did it, when. Only ever added to; what erases personal data takes the words out. */
export const returnEvent = pgTable(
  'return_event',
  {
    sellerId: sellerId(),
    returnId: uuid('return_id')
      .notNull()
      .references(() => return_.id),
    /** From 1, without gaps. */
    sequence: integer('sequence').notNull(),
    type: text('type').$type<ReturnEvent['type']>().notNull(),
    actor: text('actor').$type<ReturnEvent['actor']>().notNull(),
    at: instant('at').notNull(),
    event: jsonb('event').$type<ReturnEvent>().notNull(),
  },
  (t) => [primaryKey({ columns: [t.returnId, t.sequence] }), sellerPolicy('return_event')],
);
