import { type LinkSigning, linkUrl } from '../src/platform/link-tokens.ts';

/** What the mails of this installation need beside what they say. */
export interface Mailing {
  readonly links: LinkSigning;
  /** What Message-IDs end in. */
  readonly mailDomain: string;
}

/**
 * Headers by which a seller stops the alert mails of an order's channel: the link opens a page, and where it is
 * HTTPS a mail program may post to it by itself (RFC 2369, RFC 8058). Without an end, as old mails have none.
 */
export const stopAlertsHeaders = (
  { links }: Mailing,
  order: { readonly sellerId: string; readonly orderId: string },
): Readonly<Record<string, string>> => {
  const url = linkUrl(links, {
    action: 'stop_alerts',
    sellerId: order.sellerId,
    thingId: order.orderId,
    expiresAt: null,
  });
  const header = { 'List-Unsubscribe': `<${url}>` };
  return url.startsWith('https://')
    ? { ...header, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }
    : header;
};
