import type { Tx } from '../../client.ts';
import type { SettingKind } from '../../schema/setting.ts';

export interface SettingRef {
  readonly sellerId: string;
  readonly kind: SettingKind;
  readonly key: string;
  /** The version that the caller has: its value is not sent again. */
  readonly known?: number;
}

export interface StoredSetting extends SettingRef {
  readonly version: number;
  /** Null: the caller has it. */
  readonly value: unknown;
}

/** The newest version of each of these settings; those never stored are missing. */
export const readLatestSettings = async (
  { sql }: Tx,
  refs: readonly SettingRef[],
): Promise<StoredSetting[]> => {
  if (refs.length === 0) return [];
  return sql<StoredSetting[]>`
    SELECT asked.seller_id AS "sellerId", asked.kind, asked.key, newest.version,
      CASE WHEN newest.version = asked.known THEN NULL ELSE newest.value END AS value
    FROM unnest(
      ${refs.map(({ sellerId }) => sellerId)}::uuid[],
      ${refs.map(({ kind }) => kind)}::text[],
      ${refs.map(({ key }) => key)}::text[],
      ${refs.map(({ known }) => known ?? null)}::integer[]
    ) AS asked (seller_id, kind, key, known)
    CROSS JOIN LATERAL (
      SELECT version, value FROM setting
      WHERE seller_id = asked.seller_id AND kind = asked.kind AND key = asked.key
      ORDER BY version DESC LIMIT 1
    ) AS newest`;
};
