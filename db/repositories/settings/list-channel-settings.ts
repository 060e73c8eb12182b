import type { Database } from '../../client.ts';

interface ChannelSetting {
  readonly channel: string;
  /** The newest version, as it was stored: it may be older than today's schema. */
  readonly value: unknown;
}

/** The settings of every channel for which a seller has stored some. */
export const listChannelSettings = async (database: Database, sellerId: string): Promise<ChannelSetting[]> =>
  database.asSellers(
    [sellerId],
    ({ sql }) => sql<ChannelSetting[]>`
      SELECT DISTINCT ON (key) key AS channel, value
      FROM setting
      WHERE seller_id = ${sellerId} AND kind = 'channel'
      ORDER BY key, version DESC`,
  );
