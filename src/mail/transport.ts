import type { Sql } from '../../db/client.ts';
import type { Instant } from '../domain/calendar/instant.ts';
import { parseMailFrom } from './addresses.ts';
import { createMailboxTransport } from './mailbox-transport.ts';
import { createSmtpTransport } from './smtp-transport.ts';

export interface MailAttachment {
  readonly filename: string;
  readonly contentType: string;
  readonly content: Uint8Array;
}

/** A mail as it leaves; all its texts may come from strangers. */
export interface OutgoingMail {
  readonly messageId: string;
  readonly recipient: string;
  readonly senderName: string | null;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly headers: Readonly<Record<string, string>>;
  /** When it was written, which a repetition does not change. */
  readonly writtenAt: Instant;
  readonly attachments: readonly MailAttachment[];
}

/** What became of one attempt, with the other side's own words. */
export type Delivery =
  | { readonly kind: 'accepted'; readonly response: string }
  /** It will never take this mail. */
  | { readonly kind: 'refused'; readonly response: string }
  /** Not now, not reached, or not known: try again under the same Message-ID. */
  | { readonly kind: 'deferred'; readonly response: string };

export interface MailTransport {
  /** Answers within `sendLimitMs`, and throws only on a fault of our own. */
  send(mail: OutgoingMail): Promise<Delivery>;
  close(): void;
}

export interface MailTransportOptions {
  /** Null: no server, everything goes into the development mailbox. */
  readonly smtpUrl: string | null;
  /** `Shop <mail@example.com>` or the address alone. */
  readonly mailFrom: string;
  /** Where the development mailbox lives: `Database.system`. */
  readonly mailbox: Sql;
  /** Connections to the mail server at once; servers allow a handful. */
  readonly maxConnections?: number;
}

/** Throws when `mailFrom` is no address. */
export const createMailTransport = ({
  smtpUrl,
  mailFrom,
  mailbox,
  maxConnections = 5,
}: MailTransportOptions): MailTransport => {
  const from = parseMailFrom(mailFrom);
  if (from === null) throw new Error('MAIL_FROM is no mail address');
  return smtpUrl === null
    ? createMailboxTransport({ mailbox, from })
    : createSmtpTransport({ smtpUrl, from, maxConnections });
};
