import type { Database } from '../../../db/client.ts';
import { findSetting } from '../../../db/repositories/settings/save-setting.ts';
import { defaultLanguageOf } from '../../domain/channels.ts';
import type { Language } from '../../domain/languages.ts';

export interface SellerVoice {
  readonly language: Language;
  /** What buyers know the seller by; null: no name was stored. */
  readonly senderName: string | null;
}

/** How documents of a channel speak, by its settings; the API has validated them. */
export const findSellerVoice = async (
  database: Database,
  sellerId: string,
  channel: string,
): Promise<SellerVoice> => {
  const stored = await findSetting(database, sellerId, { kind: 'channel', key: channel });
  const { language, senderName } = (stored?.value ?? {}) as Partial<SellerVoice>;
  return { language: language ?? defaultLanguageOf(channel), senderName: senderName ?? null };
};
