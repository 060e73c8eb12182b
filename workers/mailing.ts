import { type LinkSigning, linkUrl } from '../src/platform/link-tokens.ts';

/** What the mails of this installation need beside what they say. */
export interface Mailing {
  readonly links: LinkSigning;
  /** What Message-IDs end in. */
  readonly mailDomain: string;
}

/**
 * Headers by which a seller stops the alert mails of the channel of an order or a thread: the link opens a page, and where it is
 * HTTPS a mail program may post to it by itself (RFC 2369, RFC 8058). Without an end, as old mails have none.
 */
export const stopAlertsHeaders = (
  { links }: Mailing,
  about: { readonly sellerId: string; readonly thingId: string },
): Readonly<Record<string, string>> => {
  const url = linkUrl(links, {
    action: 'stop_alerts',
    ...about,
    expiresAt: null,
  });
  const header = { 'List-Unsubscribe': `<${url}>` };
  return url.startsWith('https://')
    ? { ...header, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }
    : header;
};
