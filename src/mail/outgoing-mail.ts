import type { Instant } from '../domain/calendar/instant.ts';

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
  /** Answers well within a sender's lease, and throws only on a fault of our own. */
  send(mail: OutgoingMail): Promise<Delivery>;
  close(): void;
}
