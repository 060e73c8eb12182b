import type { Instant } from '../../../src/domain/calendar/instant.ts';
import type { Tx } from '../../client.ts';
import type { SettingRef } from './read-latest-settings.ts';

export interface DatedSetting extends Pick<SettingRef, 'sellerId' | 'kind' | 'key'> {
  /** In force from then on, until the next version. */
  readonly since: Instant;
  readonly value: unknown;
}

/** Of each of these settings the version in force at an instant and all later ones, oldest first. */
export const readSettingsSince = async (
  { sql }: Tx,
  refs: readonly Omit<SettingRef, 'known'>[],
  at: Instant,
): Promise<DatedSetting[]> => {
  if (refs.length === 0) return [];
  return sql<DatedSetting[]>`
    SELECT asked.seller_id AS "sellerId", asked.kind, asked.key, setting.created_at AS since, setting.value
    FROM unnest(
      ${refs.map(({ sellerId }) => sellerId)}::uuid[],
      ${refs.map(({ kind }) => kind)}::text[],
      ${refs.map(({ key }) => key)}::text[]
    ) AS asked (seller_id, kind, key)
    JOIN setting USING (seller_id, kind, key)
    WHERE setting.version >= coalesce((
      SELECT max(version) FROM setting AS before
      WHERE before.seller_id = asked.seller_id AND before.kind = asked.kind AND before.key = asked.key
        AND before.created_at <= ${at}), 0)
    ORDER BY setting.version`;
};
