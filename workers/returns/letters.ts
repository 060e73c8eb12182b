import type { NewMail } from '../../db/repositories/mail/save-mails.ts';
import type { MailAttachmentRef } from '../../db/schema/mail.ts';
import { addDays, type Instant } from '../../src/domain/calendar/instant.ts';
import { zoneOf } from '../../src/domain/calendar/zones.ts';
import type { Language } from '../../src/domain/languages.ts';
import type { ReturnLine } from '../../src/domain/returns/return.ts';
import { messageIdFor } from '../../src/mail/addresses.ts';
import { type ReturnMail, renderReturnMail } from '../../src/mail/templates/returns/return-mail.ts';
import { newId } from '../../src/platform/ids.ts';
import { type LinkAction, linkDays, linkUrl } from '../../src/platform/link-tokens.ts';
import { type Mailing, stopAlertsHeaders } from '../mailing.ts';
import type { TouchedReturn } from './return-session.ts';

/** A mail about a return, and what it is for: two of one kind about one return differ by `mark`. */
export interface Letter {
  /** Of the mail; a new one unless given. */
  readonly id?: string;
  readonly mail: ReturnMail;
  readonly mark: string;
  readonly attachments?: readonly MailAttachmentRef[];
  /** What the mail is about, where that is not what is to come back. */
  readonly lines?: readonly ReturnLine[];
  /** What a person wrote is no automatic mail. */
  readonly written?: boolean;
  /** What the seller may stop: notices, and nothing that waits for an answer. */
  readonly alert?: boolean;
}

export type MailedReturn = Pick<TouchedReturn, 'sellerId' | 'after' | 'order' | 'channel'>;

const timeZoneOf = ({ order: { shipTo } }: MailedReturn): string =>
  shipTo === null ? 'UTC' : zoneOf(shipTo.country, shipTo.postalCode);

const addressed = (
  about: MailedReturn,
  to: { readonly recipient: string; readonly language: Language },
  { id = newId(), mail, mark, attachments = [], written = false, alert = false, lines }: Letter,
  mailing: Mailing,
): NewMail => {
  const { sellerId, after, order, channel } = about;
  const { subject, text, html } = renderReturnMail(mail, to.language, {
    orderNumber: after.channelOrderId,
    channel: after.channel,
    timeZone: timeZoneOf(about),
    lines: (lines ?? after.lines).map(({ lineId, quantity, reason, comment }) => ({
      title: order.lines.find((line) => line.lineId === lineId)?.title ?? lineId,
      quantity,
      reason,
      comment,
    })),
  });
  return {
    id,
    sellerId,
    messageId: messageIdFor(`return_${mail.kind}_${mark}`, after.id, mailing.mailDomain),
    recipient: to.recipient,
    senderName: channel.voice.senderName,
    subject,
    text,
    html,
    headers: {
      ...(written ? { 'Auto-Submitted': 'no' } : {}),
      ...(alert ? stopAlertsHeaders(mailing, { sellerId, thingId: order.id }) : {}),
    },
    attachments,
    refs: { channel: after.channel, order: after.channelOrderId },
  };
};

/** To whoever sends the goods: never to the buyer about the return of a gift. */
export const toSenderMails = (about: MailedReturn, letter: Letter, mailing: Mailing): NewMail[] => {
  const { after, order } = about;
  const buyer = after.requestedBy === 'gift_recipient' ? null : order.buyer;
  const recipient = after.contact?.email ?? buyer?.email;
  if (recipient === undefined) return [];
  return [addressed(about, { recipient, language: after.language }, letter, mailing)];
};

/** To the seller, where the channel names an address. */
export const toSellerMails = (about: MailedReturn, letter: Letter, mailing: Mailing): NewMail[] => {
  const { voice, policy } = about.channel;
  if (voice.sellerEmail === null) return [];
  return [addressed(about, { recipient: voice.sellerEmail, language: policy.language }, letter, mailing)];
};

interface LinkUse {
  readonly action: LinkAction;
  /** When its mail is written. Null: a link that only shows something, without an end. */
  readonly from: Instant | null;
}

/** An address that does something to this return, or shows it. */
export const returnLink = (
  { sellerId, after }: MailedReturn,
  { action, from }: LinkUse,
  { links }: Mailing,
): string => {
  const expiresAt = from === null ? null : addDays(from, linkDays);
  return linkUrl(links, { action, sellerId, thingId: after.id, expiresAt });
};
