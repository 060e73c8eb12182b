import type { Sql } from '../../db/client.ts';
import { parseMailFrom } from './addresses.ts';
import { createMailboxTransport } from './mailbox-transport.ts';
import type { MailTransport } from './outgoing-mail.ts';
import { createSmtpTransport } from './smtp-transport.ts';

export type { MailTransport } from './outgoing-mail.ts';

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
