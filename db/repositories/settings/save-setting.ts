import type { Database } from '../../client.ts';
import type { SettingKind } from '../../schema/setting.ts';
import { readLatestSettings } from './read-latest-settings.ts';

/** One setting: `key` is the channel for channel settings, else empty. */
export interface SettingName {
  readonly kind: SettingKind;
  readonly key: string;
}

export interface VersionedValue {
  /** 0: never stored, the default applies. */
  readonly version: number;
  readonly value: unknown;
}

/** The newest version of one setting of this seller; null: never stored. */
export const findSetting = async (
  database: Database,
  sellerId: string,
  { kind, key }: SettingName,
): Promise<VersionedValue | null> => {
  const [stored] = await database.asSellers([sellerId], (tx) =>
    readLatestSettings(tx, [{ sellerId, kind, key }]),
  );
  return stored ?? null;
};

/** Writers that meet try again; each round somebody wins, so this many meet only on purpose. */
const mostRounds = 20;

/**
 * Stores the next version; all earlier ones stay. A value equal to the newest one makes no version. Null:
 * the newest version is not the expected one, or was not when it came to storing.
 */
export const saveSetting = async (
  database: Database,
  sellerId: string,
  { kind, key }: SettingName,
  { value, expectedVersion }: { readonly value: unknown; readonly expectedVersion: number | null },
): Promise<VersionedValue | null> => {
  const text = JSON.stringify(value);
  for (let round = 0; round < mostRounds; round += 1) {
    const current = await findSetting(database, sellerId, { kind, key });
    const version = current?.version ?? 0;
    if (expectedVersion !== null && version !== expectedVersion) return null;
    const rows = await database.asSellers(
      [sellerId],
      ({ sql }) => sql<{ version: number }[]>`
        WITH stored AS (
          INSERT INTO setting (seller_id, kind, key, version, value)
          SELECT ${sellerId}, ${kind}, ${key}, ${version + 1}::int, ${text}::jsonb
          WHERE NOT EXISTS (
            SELECT 1 FROM setting
            WHERE seller_id = ${sellerId} AND kind = ${kind} AND key = ${key} AND version = ${version}
              AND value = ${text}::jsonb)
          ON CONFLICT DO NOTHING
          RETURNING version)
        SELECT version FROM stored
        UNION ALL
        SELECT version FROM setting
        WHERE seller_id = ${sellerId} AND kind = ${kind} AND key = ${key} AND version = ${version}
          AND value = ${text}::jsonb`,
    );
    const [stored] = rows;
    if (stored !== undefined) return { version: stored.version, value };
  }
  return null;
};
