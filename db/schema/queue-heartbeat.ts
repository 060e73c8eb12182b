import { pgTable, text } from 'drizzle-orm/pg-core';
import { instant } from '../columns.ts';
import { systemPolicy } from '../roles.ts';

/** When a canary last went through a queue and was consumed: proof that its workers live. */
export const queueHeartbeat = pgTable(
  'queue_heartbeat',
  { queue: text('queue').primaryKey(), consumedAt: instant('consumed_at').notNull() },
  () => [systemPolicy('queue_heartbeat')],
);
