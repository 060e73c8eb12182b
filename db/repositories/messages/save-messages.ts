import type { Message, MessageSource } from '../../../src/domain/response-time/message.ts';
import { counts } from '../../../src/domain/response-time/message.ts';
import type { Tx } from '../../client.ts';
import { boolean } from '../../oids.ts';

/** A message with its words, as it is first written. */
export interface NewMessage {
  readonly sellerId: string;
  readonly threadId: string;
  readonly channel: string;
  readonly source: MessageSource;
  readonly subject: string | null;
  readonly body: string;
  readonly externalId: string | null;
  readonly buyerEmail: string | null;
  readonly intent: 'cancellation' | null;
  readonly mailId: string | null;
  readonly message: Message;
}

/** Writes messages that are new; their threads are locked. */
export const insertMessages = async ({ sql }: Tx, rows: readonly NewMessage[]): Promise<void> => {
  if (rows.length === 0) return;
  const all = rows.map(({ message }) => message);
  const booleans = (values: readonly boolean[]) => sql.array([...values], boolean);
  await sql`
    INSERT INTO message (id, seller_id, thread_id, channel, direction, source, sent_at, subject, body, external_id,
      buyer_email, intent, automatic, no_response_needed, historical, undelivered, mail_id, counts, warn_at, due_at,
      internal_due_at, answered_at, warned_at, breached_at, internal_overdue_at)
    SELECT * FROM unnest(
      ${all.map(({ id }) => id)}::uuid[],
      ${rows.map(({ sellerId }) => sellerId)}::uuid[],
      ${rows.map(({ threadId }) => threadId)}::uuid[],
      ${rows.map(({ channel }) => channel)}::text[],
      ${all.map(({ direction }) => direction)}::text[],
      ${rows.map(({ source }) => source)}::text[],
      ${all.map(({ sentAt }) => sentAt)}::timestamptz[],
      ${rows.map(({ subject }) => subject)}::text[],
      ${rows.map(({ body }) => body)}::text[],
      ${rows.map(({ externalId }) => externalId)}::text[],
      ${rows.map(({ buyerEmail }) => buyerEmail)}::text[],
      ${rows.map(({ intent }) => intent)}::text[],
      ${booleans(all.map(({ automatic }) => automatic))},
      ${booleans(all.map(({ noResponseNeeded }) => noResponseNeeded))},
      ${booleans(all.map(({ historical }) => historical))},
      ${booleans(all.map(({ undelivered }) => undelivered))},
      ${rows.map(({ mailId }) => mailId)}::uuid[],
      ${booleans(all.map(counts))},
      ${all.map(({ clock }) => clock?.warnAt ?? null)}::timestamptz[],
      ${all.map(({ clock }) => clock?.dueAt ?? null)}::timestamptz[],
      ${all.map(({ clock }) => clock?.internalDueAt ?? null)}::timestamptz[],
      ${all.map(({ clock }) => clock?.stoppedAt ?? null)}::timestamptz[],
      ${all.map(({ clock }) => clock?.warnedAt ?? null)}::timestamptz[],
      ${all.map(({ clock }) => clock?.breachedAt ?? null)}::timestamptz[],
      ${all.map(({ clock }) => clock?.internalOverdueAt ?? null)}::timestamptz[]
    )`;
};

/** Writes what can change of messages: marks, delivery, and when they were answered and told of. */
export const updateMessages = async ({ sql }: Tx, messages: readonly Message[]): Promise<void> => {
  if (messages.length === 0) return;
  const booleans = (values: readonly boolean[]) => sql.array([...values], boolean);
  await sql`
    UPDATE message SET no_response_needed = new.no_response_needed, undelivered = new.undelivered,
      counts = new.counts, answered_at = new.answered_at, warned_at = new.warned_at,
      breached_at = new.breached_at, internal_overdue_at = new.internal_overdue_at
    FROM unnest(
      ${messages.map(({ id }) => id)}::uuid[],
      ${booleans(messages.map(({ noResponseNeeded }) => noResponseNeeded))},
      ${booleans(messages.map(({ undelivered }) => undelivered))},
      ${booleans(messages.map(counts))},
      ${messages.map(({ clock }) => clock?.stoppedAt ?? null)}::timestamptz[],
      ${messages.map(({ clock }) => clock?.warnedAt ?? null)}::timestamptz[],
      ${messages.map(({ clock }) => clock?.breachedAt ?? null)}::timestamptz[],
      ${messages.map(({ clock }) => clock?.internalOverdueAt ?? null)}::timestamptz[]
    ) AS new (id, no_response_needed, undelivered, counts, answered_at, warned_at, breached_at, internal_overdue_at)
    WHERE message.id = new.id`;
};
