import { createTransport, type NodemailerError } from 'nodemailer';
import { isBareAddress, type MailFrom, oneLine } from './addresses.ts';
import type { Delivery, MailTransport } from './outgoing-mail.ts';

/** For all of one attempt, waiting for a connection included: well inside the lease of 30 s. */
const defaultSendLimitMs = 20_000;

export interface SmtpTransportOptions {
  readonly smtpUrl: string;
  readonly from: MailFrom;
  readonly maxConnections: number;
  readonly sendLimitMs?: number;
}

/** Mail over pooled SMTP. `smtps://` is TLS from the start; `smtp://` takes STARTTLS where offered, `?requireTLS=true` insists on it. */
export const createSmtpTransport = ({
  smtpUrl,
  from,
  maxConnections,
  sendLimitMs = defaultSendLimitMs,
}: SmtpTransportOptions): MailTransport => {
  const smtp = createTransport({
    pool: true,
    url: smtpUrl,
    maxConnections,
    connectionTimeout: 5_000,
    greetingTimeout: 5_000,
    dnsTimeout: 5_000,
    socketTimeout: 15_000,
    // Shorter than any server's patience, so that no mail meets a connection that is just closing.
    idleTimeout: 20_000,
    // A connection lost in the middle may have delivered: trying again is the ledger's to decide.
    maxRequeues: 0,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    send: async (mail) => {
      if (!isBareAddress(mail.recipient)) {
        return { kind: 'refused', response: 'The recipient is not one mail address' };
      }
      try {
        const { response } = await smtp.sendMail({
          from: { name: oneLine(mail.senderName ?? from.name ?? ''), address: from.address },
          to: { name: '', address: mail.recipient },
          messageId: mail.messageId,
          date: new Date(mail.writtenAt),
          subject: oneLine(mail.subject),
          text: mail.text,
          html: mail.html,
          headers: { 'Auto-Submitted': 'auto-generated', ...mail.headers },
          attachments: mail.attachments.map(({ filename, contentType, content }) => ({
            filename: oneLine(filename),
            contentType,
            content: Buffer.from(content),
          })),
          xMailer: false,
          signal: AbortSignal.timeout(sendLimitMs),
        });
        return { kind: 'accepted', response: oneLine(response) };
      } catch (error) {
        return deliveryOf(error);
      }
    },
    close: () => smtp.close(),
  };
};

/** Replies about who we are and not about the mail: an operator mends those, and the mail then goes out. */
const credentialReplies = new Set([530, 534, 535, 538]);

const deliveryOf = (error: unknown): Delivery => {
  if (!(error instanceof Error)) throw error;
  const { code, permanent, responseCode, response, message }: NodemailerError = error;
  const aboutMail = code === 'EENVELOPE' || code === 'EMESSAGE';
  // Without a reply it was the library that found the mail impossible: an address, its size.
  const forGood = permanent ?? responseCode === undefined;
  const refused = aboutMail && forGood && !credentialReplies.has(responseCode ?? 0);
  return { kind: refused ? 'refused' : 'deferred', response: oneLine(response ?? message).slice(0, 1_000) };
};
