import { defaultDigestAt, defaultLanguageOf } from '../src/domain/channels.ts';
import type { Language } from '../src/domain/languages.ts';

/** How a seller hears of what needs a look: a mail for each, one mail a day, or none. */
type AlertMode = 'each' | 'daily' | 'off';

/** How a seller wants to be spoken to about a channel, and whom buyers see as the sender. */
export interface ChannelVoice {
  readonly language: Language;
  readonly sellerEmail: string | null;
  readonly senderName: string | null;
  /** Whether mails to the seller carry links that act. */
  readonly actionLinks: boolean;
  readonly alerts: AlertMode;
  /** When the daily mail is written; `timeZone` null: that of the first fulfilment centre. */
  readonly digest: { readonly at: string; readonly timeZone: string | null };
}

/** The stored settings of a channel, as far as its voice needs them; the API has validated them. */
export interface StoredVoice {
  readonly language?: Language;
  readonly sellerEmail?: string | null;
  readonly senderName?: string | null;
  readonly actionLinks?: boolean;
  readonly alerts?: AlertMode;
  readonly digestAt?: string;
  readonly businessHours?: { readonly timeZone?: string } | null;
}

/** What the settings say; what was never stored has its default. */
export const toVoice = (channel: string, stored: StoredVoice): ChannelVoice => ({
  language: stored.language ?? defaultLanguageOf(channel),
  sellerEmail: stored.sellerEmail ?? null,
  senderName: stored.senderName ?? null,
  actionLinks: stored.actionLinks ?? true,
  alerts: stored.alerts ?? 'each',
  digest: { at: stored.digestAt ?? defaultDigestAt, timeZone: stored.businessHours?.timeZone ?? null },
});
