import type { Instant } from '../../../src/domain/calendar/instant.ts';
import type { Tx } from '../../client.ts';
import type { DigestTopic } from '../../schema/digest-entry.ts';

export interface DigestRow {
  readonly id: string;
  readonly sellerId: string;
  readonly channel: string;
  readonly topic: DigestTopic;
  readonly raisedAt: Instant;
}

/** Keeps notices for the digests of their channels. */
export const insertDigestEntries = async ({ sql }: Tx, rows: readonly DigestRow[]): Promise<void> => {
  if (rows.length === 0) return;
  await sql`
    INSERT INTO digest_entry (id, seller_id, channel, topic, raised_at)
    SELECT * FROM unnest(
      ${rows.map(({ id }) => id)}::uuid[],
      ${rows.map(({ sellerId }) => sellerId)}::uuid[],
      ${rows.map(({ channel }) => channel)}::text[],
      ${rows.map(({ topic }) => JSON.stringify(topic))}::jsonb[],
      ${rows.map(({ raisedAt }) => raisedAt)}::timestamptz[]
    )`;
};

export interface DigestChannel {
  readonly sellerId: string;
  readonly channel: string;
}

/** Takes what these channels have still to be told: whoever else wants it waits, and finds it told. */
export const takeDigestEntries = async (
  { sql }: Tx,
  channels: readonly DigestChannel[],
): Promise<DigestRow[]> => {
  if (channels.length === 0) return [];
  return sql<DigestRow[]>`
    SELECT id, seller_id AS "sellerId", channel, topic, raised_at AS "raisedAt"
    FROM digest_entry
    WHERE told_at IS NULL AND (seller_id, channel) IN (
      SELECT * FROM unnest(
        ${channels.map(({ sellerId }) => sellerId)}::uuid[], ${channels.map(({ channel }) => channel)}::text[]))
    ORDER BY id
    FOR UPDATE`;
};

export const markDigestTold = async ({ sql }: Tx, ids: readonly string[]): Promise<void> => {
  if (ids.length === 0) return;
  await sql`UPDATE digest_entry SET told_at = now() WHERE id = ANY (${ids as string[]}::uuid[])`;
};
