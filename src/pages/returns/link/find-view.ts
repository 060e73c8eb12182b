import { createHash } from 'node:crypto';
import type { Request } from 'express';
import type { Instant } from '../../../domain/calendar/instant.ts';
import { type Link, readLink, signLink } from '../../../platform/link-tokens.ts';
import { languageAskedFor } from '../../language-links.ts';
import type { ReturnLinkPorts } from '../ports.ts';
import { voiceOf } from '../voice.ts';
import { isSellers, offeredBeside, type ReturnLinkAction, returnLinkActions } from './link-actions.ts';
import type { LinkView } from './link-view.ts';

export interface FindView {
  readonly ports: ReturnLinkPorts;
  readonly linkSecrets: readonly string[];
  readonly now: Instant;
}

export type FoundView =
  | { readonly ok: true; readonly view: LinkView }
  | { readonly ok: false; readonly problem: 'notFound' | 'expired' };

/** What a link acts under: it names the token to nobody who sees the key. */
export const linkKeyOf = (token: string): string => createHash('sha256').update(token).digest('base64url');

/**
 * The return of a token with all that its pages show. A stranger who makes tokens up learns nothing: what is
 * not ours and what is not there any more look alike.
 */
export const findView = async (
  token: string,
  query: Request['query'],
  { ports, linkSecrets, now }: FindView,
): Promise<FoundView> => {
  const read = readLink(token, { actions: returnLinkActions, secrets: linkSecrets, now });
  if (!read.ok) return { ok: false, problem: read.error === 'expired' ? 'expired' : 'notFound' };
  const { link } = read;
  const full = await ports.findReturn(link.sellerId, link.thingId);
  if (full === null) return { ok: false, problem: 'notFound' };
  const channel = await ports.getChannel(link.sellerId, full.return.channel);
  const readers = isSellers(link.action) ? channel.language : full.return.language;
  const voice = voiceOf(languageAskedFor(query.lang) ?? readers, full.order.timeZone);
  const offers = offeredBeside(link.action, full.return, voice.texts).map((action) => ({
    action,
    href: `${siblingOf(link, action, linkSecrets)}?lang=${voice.language}`,
  }));
  return { ok: true, view: { action: link.action, token, full, channel, voice, offers } };
};

/** Another link for the same hands, no longer than this one; one that only shows has no end. */
const siblingOf = (link: Link, action: ReturnLinkAction, secrets: readonly string[]): string =>
  signLink({ ...link, action, expiresAt: action === 'print_return_label' ? null : link.expiresAt }, secrets);
