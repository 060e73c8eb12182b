import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Instant } from '../domain/calendar/instant.ts';

/**
 * Signed tokens for links in mail and on pages. 75 bytes as 100 URL-safe characters:
 *
 *   version 1 | key id 4 | action 1 | seller id 16 | thing id 16 | expiry 5 | HMAC-SHA256 32
 *
 * A multiple of three bytes, so that every character counts and one token has one spelling. The MAC
 * covers all fields before it. A token is no secret store: whoever holds it can read its ids.
 */
const version = 1;
const signedLength = 43;
const tokenLength = 75;
const tokenForm = /^[\w-]{100}$/;
const uuidForm = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/;

/** What a link is for. A code belongs to its action for ever: links live for years in mailboxes. */
const actionCodes = {
  track: 1,
  authorize_return: 2,
  close_return: 3,
  reply_to_return: 4,
  cancel_return: 5,
  print_return_label: 6,
  confirm_withdrawal: 7,
  /** No more alert mails about the channel of an order or a thread. */
  stop_alerts: 8,
  /** The seller answers a buyer's message, or says that none is needed. */
  reply_to_message: 9,
  /** The buyer answers a message of the seller's. */
  write_to_seller: 10,
  /** The seller accepts a buyer's request to cancel, or refuses it. */
  decide_cancellation: 11,
  /** The buyer asks officially that an order be cancelled. */
  request_cancellation: 12,
  /** The seller submits a claim. */
  file_claim: 13,
  /** The seller refunds what is due for a return. */
  refund_return: 14,
  /** The buyer looks at a refund and its receipt. */
  show_refund: 15,
} as const;

export type LinkAction = keyof typeof actionCodes;

const actionOf = new Map<number, LinkAction>(
  Object.entries(actionCodes).map(([action, code]) => [code, action as LinkAction]),
);

export interface Link<Action extends LinkAction = LinkAction> {
  readonly action: Action;
  readonly sellerId: string;
  /** What the action is done to: an order, a return, a message, a refund, a claim. */
  readonly thingId: string;
  /** To the second, rounded down. Null: never, for links that only show something. */
  readonly expiresAt: Instant | null;
}

export type LinkResult<Action extends LinkAction> =
  | { readonly ok: true; readonly link: Link<Action> }
  /** `forged`: not signed by us, or for something else than what it is used for. */
  | { readonly ok: false; readonly error: 'malformed' | 'forged' | 'expired' };

/** Signs with the first secret. Throws on an id that is no UUID in lower case, or without a secret. */
export const signLink = (link: Link, secrets: readonly string[]): string => {
  const [secret] = secrets;
  if (!secret) throw new Error('No link secret to sign with');
  const signed = Buffer.alloc(signedLength);
  signed.writeUInt8(version, 0);
  keyIdOf(secret).copy(signed, 1);
  signed.writeUInt8(actionCodes[link.action], 5);
  uuidBytes(link.sellerId).copy(signed, 6);
  uuidBytes(link.thingId).copy(signed, 22);
  signed.writeUIntBE(link.expiresAt === null ? 0 : Math.floor(Date.parse(link.expiresAt) / 1000), 38, 5);
  return Buffer.concat([signed, macOf(signed, secret)]).toString('base64url');
};

export interface LinkUse<Action extends LinkAction> {
  /** What a link may be for where it is used. */
  readonly actions: readonly Action[];
  /** All of them verify, so that an old one can be kept while its links are still about. */
  readonly secrets: readonly string[];
  readonly now: Instant;
}

/** Reads a token that somebody hands us. Never throws, and compares in constant time. */
export const readLink = <Action extends LinkAction>(
  token: string,
  { actions, secrets, now }: LinkUse<Action>,
): LinkResult<Action> => {
  if (!tokenForm.test(token)) return { ok: false, error: 'malformed' };
  const bytes = Buffer.from(token, 'base64url');
  if (bytes.length !== tokenLength || bytes.readUInt8(0) !== version)
    return { ok: false, error: 'malformed' };
  const signed = bytes.subarray(0, signedLength);
  const keyId = bytes.subarray(1, 5);
  const mac = bytes.subarray(signedLength);
  const genuine = secrets.some(
    (secret) => secret !== '' && keyIdOf(secret).equals(keyId) && timingSafeEqual(mac, macOf(signed, secret)),
  );
  const action = actionOf.get(bytes.readUInt8(5));
  if (!genuine || !isOneOf(action, actions)) return { ok: false, error: 'forged' };
  const expiry = bytes.readUIntBE(38, 5);
  if (expiry !== 0 && Date.parse(now) >= expiry * 1000) return { ok: false, error: 'expired' };
  return {
    ok: true,
    link: {
      action,
      sellerId: uuidText(bytes.subarray(6, 22)),
      thingId: uuidText(bytes.subarray(22, 38)),
      expiresAt: expiry === 0 ? null : new Date(expiry * 1000).toISOString(),
    },
  };
};

const isOneOf = <Action extends LinkAction>(
  action: LinkAction | undefined,
  actions: readonly Action[],
): action is Action => actions.some((one) => one === action);

/** Its own text before the fields: a MAC made with this secret for another purpose never fits here. */
const macOf = (signed: Buffer, secret: string): Buffer =>
  createHmac('sha256', secret).update('navette link\n').update(signed).digest();

/** Names the secret without giving it away, so that rotation finds the right one. */
const keyIdOf = (secret: string): Buffer =>
  createHmac('sha256', secret).update('navette link key id').digest().subarray(0, 4);

const uuidBytes = (id: string): Buffer => {
  if (!uuidForm.test(id)) throw new Error('A link names things by UUIDs in lower case');
  return Buffer.from(id.replaceAll('-', ''), 'hex');
};

const uuidText = (bytes: Buffer): string =>
  bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');

/** Links that act work for so many days (DOMAIN section 5); those that only show something have no end. */
export const linkDays = 14;

/** What the addresses of links are made with; `publicUrl` has no slash at its end. */
export interface LinkSigning {
  readonly publicUrl: string;
  readonly linkSecrets: readonly string[];
}

/** Address of the page of a link in mail. */
export const linkUrl = ({ publicUrl, linkSecrets }: LinkSigning, link: Link): string =>
  `${publicUrl}/r/${signLink(link, linkSecrets)}`;

/**
 * Address of an order's public tracking page. Always the same for an order, and without an end: it only
 * shows.
 */
export const trackingUrl = (
  { publicUrl, linkSecrets }: LinkSigning,
  order: { readonly id: string; readonly sellerId: string },
): string =>
  `${publicUrl}/t/${signLink({ action: 'track', sellerId: order.sellerId, thingId: order.id, expiresAt: null }, linkSecrets)}`;
