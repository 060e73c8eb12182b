import type { Database } from '../../../db/client.ts';
import { listMessageChannels } from '../../../db/repositories/messages-read/list-message-channels.ts';
import { listChannelSettings } from '../../../db/repositories/settings/list-channel-settings.ts';
import type { Instant } from '../../domain/calendar/instant.ts';
import { defaultResponsePolicy } from '../../domain/response-time/policy.ts';

/** As stored; what was stored before there was such a setting has the default. */
const targetOf = (value: unknown): number =>
  (value as { readonly responseTargetHours?: number }).responseTargetHours ??
  defaultResponsePolicy.targetHours;

/**
 * The target in force for messages that arrive now, in hours: that of a channel, or the one that all channels share
 * which have messages, or settings where none has. Null: these differ, and no one number is true of all.
 */
export const findTargetHours = async (
  database: Database,
  sellerId: string,
  { channel, asOf }: { readonly channel: string | null; readonly asOf: Instant },
): Promise<number | null> => {
  const [stored, used] = await Promise.all([
    listChannelSettings(database, sellerId),
    channel === null ? listMessageChannels(database, sellerId, asOf) : [{ channel }],
  ]);
  const settings = new Map(stored.map((setting) => [setting.channel, targetOf(setting.value)]));
  const names = used.length === 0 ? [...settings.keys()] : used.map((one) => one.channel);
  const targets = new Set(names.map((name) => settings.get(name) ?? defaultResponsePolicy.targetHours));
  const [first = defaultResponsePolicy.targetHours, ...others] = targets;
  return others.length === 0 ? first : null;
};
