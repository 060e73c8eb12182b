import type { NewMail } from '../db/repositories/mail/save-mails.ts';
import { addDays, type Instant } from '../src/domain/calendar/instant.ts';
import { zoneOf } from '../src/domain/calendar/zones.ts';
import type { Language } from '../src/domain/languages.ts';
import type { Order } from '../src/domain/orders/order.ts';
import { messageIdFor } from '../src/mail/addresses.ts';
import type { MoneyMail } from '../src/mail/templates/money/money-mail-kinds.ts';
import { renderMoneyMail } from '../src/mail/templates/money/render-money-mail.ts';
import { newId } from '../src/platform/ids.ts';
import { type LinkAction, linkDays, linkUrl } from '../src/platform/link-tokens.ts';
import type { ChannelVoice } from './channel-voice.ts';
import { type Mailing, stopAlertsHeaders } from './mailing.ts';

/** What a mail about money is about: a refund, a cancellation or a claim of an order. */
export interface MoneyMatter {
  readonly sellerId: string;
  readonly order: Order;
  readonly voice: ChannelVoice;
  /** The refund, request or claim, by whose id the mail is told from others of its kind. */
  readonly thingId: string;
}

export interface MoneyLetter {
  readonly mail: MoneyMail;
  /** Tells two mails of one kind about one thing apart. */
  readonly mark: string;
  /** What the seller may stop: notices, and nothing that waits for an answer. */
  readonly alert?: boolean;
  readonly headers?: Readonly<Record<string, string>>;
}

const timeZoneOf = ({ order: { shipTo } }: MoneyMatter): string =>
  shipTo === null ? 'UTC' : zoneOf(shipTo.country, shipTo.postalCode);

const addressed = (
  about: MoneyMatter,
  to: { readonly recipient: string; readonly language: Language },
  { mail, mark, alert = false, headers = {} }: MoneyLetter,
  mailing: Mailing,
): NewMail => {
  const { sellerId, order, voice, thingId } = about;
  const { channel, channelOrderId } = order;
  return {
    id: newId(),
    sellerId,
    messageId: messageIdFor(`${mail.kind}_${mark}`, thingId, mailing.mailDomain),
    recipient: to.recipient,
    senderName: voice.senderName,
    ...renderMoneyMail(mail, to.language, {
      orderNumber: channelOrderId,
      channel,
      timeZone: timeZoneOf(about),
    }),
    headers: {
      ...headers,
      ...(alert ? stopAlertsHeaders(mailing, { sellerId, thingId: order.id }) : {}),
    },
    refs: { channel, order: channelOrderId },
  };
};

/** To the buyer of the order; nobody about old data that is loaded, or when the address is gone. */
export const toBuyer = (about: MoneyMatter, letter: MoneyLetter, mailing: Mailing): NewMail[] => {
  const { buyer, historical, language } = about.order;
  if (historical || buyer === null) return [];
  return [addressed(about, { recipient: buyer.email, language }, letter, mailing)];
};

/** To the seller, where the channel names an address. */
export const toSeller = (about: MoneyMatter, letter: MoneyLetter, mailing: Mailing): NewMail[] => {
  const { sellerEmail, language } = about.voice;
  if (about.order.historical || sellerEmail === null) return [];
  return [addressed(about, { recipient: sellerEmail, language }, letter, mailing)];
};

/** An address of a page that acts within 14 days of `from`; without an end where it only shows. */
export const moneyLink = (
  { sellerId, thingId }: Pick<MoneyMatter, 'sellerId' | 'thingId'>,
  { action, from }: { readonly action: LinkAction; readonly from: Instant | null },
  { links }: Mailing,
): string =>
  linkUrl(links, { action, sellerId, thingId, expiresAt: from === null ? null : addDays(from, linkDays) });
