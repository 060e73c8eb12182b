import type { Database } from '../../../db/client.ts';
import { listChannelSettings } from '../../../db/repositories/settings/list-channel-settings.ts';
import { defaultResponsePolicy } from '../../domain/response-time/policy.ts';

/** As stored; what was stored before there was such a setting has the default. */
const targetOf = (value: unknown): number =>
  (value as { readonly responseTargetHours?: number }).responseTargetHours ??
  defaultResponsePolicy.targetHours;

/**
 * The target in force for messages that arrive now, in hours: that of a channel, or the one that all channels with
 * settings share. Null: these differ, and no one number is true of all.
 */
export const findTargetHours = async (
  database: Database,
  sellerId: string,
  channel: string | null,
): Promise<number | null> => {
  const stored = await listChannelSettings(database, sellerId);
  const asked = channel === null ? stored : stored.filter((setting) => setting.channel === channel);
  const [first = defaultResponsePolicy.targetHours, ...others] = new Set(
    asked.map(({ value }) => targetOf(value)),
  );
  return others.length === 0 ? first : null;
};
