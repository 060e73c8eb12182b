import { id, instant } from '../../../queues/schemas/values.ts';
import type { Instant } from '../../domain/calendar/instant.ts';
import type { Language } from '../../domain/languages.ts';
import { languageAskedFor } from '../language-links.ts';

/** What an address asks for; null: nothing said, the default is meant. */
export interface Asked {
  readonly sellerId: string | null;
  readonly channel: string | null;
  /** For looking back. */
  readonly asOf: Instant | null;
  readonly language: Language | null;
  /** Stopped by whoever reads the page. */
  readonly paused: boolean;
}

/** What of an address could not be followed. */
export const misreadings = ['seller', 'channel', 'asOf'] as const;
export type Misread = (typeof misreadings)[number];

type Query = Readonly<Record<string, unknown>>;

/** Reads an address. Wrong values never make an error: a page that renews itself must not end in one. */
export const readAsked = (query: Query): { readonly asked: Asked; readonly misread: readonly Misread[] } => {
  const [seller, channel, asOf] = misreadings.map((name) => (query[name] === '' ? undefined : query[name]));
  const sellerId = id.safeParse(seller);
  const at = instant.safeParse(asOf);
  const wrong: Readonly<Record<Misread, boolean>> = {
    seller: seller !== undefined && !sellerId.success,
    channel: channel !== undefined && typeof channel !== 'string',
    asOf: asOf !== undefined && !at.success,
  };
  return {
    asked: {
      sellerId: sellerId.data ?? null,
      channel: typeof channel === 'string' ? channel : null,
      asOf: at.data ?? null,
      language: languageAskedFor(query.lang),
      paused: query.live === 'off',
    },
    misread: misreadings.filter((name) => wrong[name]),
  };
};

/** Whether the page keeps itself up to date: what has been does not change. */
export const isLive = ({ asOf, paused }: Asked): boolean => asOf === null && !paused;

/** The address of this page that asks for the same. */
export const addressOf = ({ sellerId, channel, asOf, language, paused }: Asked): string => {
  const query = Object.entries({
    seller: sellerId,
    channel,
    asOf,
    live: paused ? 'off' : null,
    lang: language,
  }).filter((entry): entry is [string, string] => entry[1] !== null);
  return `?${new URLSearchParams(query)}`;
};
