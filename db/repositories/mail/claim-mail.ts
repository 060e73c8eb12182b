import type { Instant } from '../../../src/domain/calendar/instant.ts';
import type { Tx } from '../../client.ts';
import type { MailAttachmentRef, MailState } from '../../schema/mail.ts';

/** A mail that is ours to send until the lease ends. */
export interface ClaimedMail {
  readonly id: string;
  readonly messageId: string;
  readonly recipient: string;
  readonly senderName: string | null;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly headers: Record<string, string>;
  readonly attachments: readonly MailAttachmentRef[];
  readonly createdAt: Instant;
  readonly leaseUntil: Instant;
}

/**
 * Takes the lease on a mail, by the database's clock: one that waits, one whose sender's lease has
 * run out (it may have died), or one that failed and is tried again by an operator. Null: none of these.
 */
export const claimMail = async (
  { sql }: Tx,
  id: string,
  { leaseSeconds }: { leaseSeconds: number },
): Promise<ClaimedMail | null> => {
  const [row] = await sql<ClaimedMail[]>`
    UPDATE mail SET state = 'sending', lease_until = clock_timestamp() + make_interval(secs => ${leaseSeconds}),
      response = NULL
    WHERE id = ${id}
      AND (state IN ('pending', 'failed') OR (state = 'sending' AND lease_until <= clock_timestamp()))
    RETURNING id, message_id AS "messageId", recipient, sender_name AS "senderName", subject, text, html, headers,
      attachments, created_at AS "createdAt", lease_until AS "leaseUntil"`;
  return row ?? null;
};

export interface MailStatus {
  readonly state: MailState;
  readonly leaseUntil: Instant | null;
  readonly response: string | null;
}

/** Where a mail stands that could not be claimed; null: there is no such mail. */
export const findMailStatus = async ({ sql }: Tx, id: string): Promise<MailStatus | null> => {
  const [row] = await sql<MailStatus[]>`
    SELECT state, lease_until AS "leaseUntil", response FROM mail WHERE id = ${id}`;
  return row ?? null;
};
