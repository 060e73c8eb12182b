import type { Instant } from '../../../src/domain/calendar/instant.ts';
import type { Tx } from '../../client.ts';

export interface DueErasures {
  /** What came before this, and was never looked at, may be old enough. */
  readonly unseenBefore: Instant;
  readonly most: number;
}

/** Orders of a seller whose personal data is to be looked at. */
export const findOrdersToErase = async (
  { sql }: Tx,
  sellerId: string,
  { unseenBefore, most }: DueErasures,
): Promise<string[]> => {
  const rows = await sql<{ id: string }[]>`
    (SELECT id FROM orders WHERE seller_id = ${sellerId} AND erase_check_at <= now()
      ORDER BY erase_check_at LIMIT ${most})
    UNION ALL
    (SELECT id FROM orders
      WHERE seller_id = ${sellerId} AND erase_check_at IS NULL AND erased_at IS NULL AND placed_at < ${unseenBefore}
      ORDER BY placed_at LIMIT ${most})
    LIMIT ${most}`;
  return rows.map(({ id }) => id);
};

/** Conversations of a seller, in the same way. */
export const findThreadsToErase = async (
  { sql }: Tx,
  sellerId: string,
  { unseenBefore, most }: DueErasures,
): Promise<string[]> => {
  const rows = await sql<{ id: string }[]>`
    (SELECT id FROM thread WHERE seller_id = ${sellerId} AND erase_check_at <= now()
      ORDER BY erase_check_at LIMIT ${most})
    UNION ALL
    (SELECT id FROM thread
      WHERE seller_id = ${sellerId} AND erase_check_at IS NULL AND erased_at IS NULL AND created_at < ${unseenBefore}
      ORDER BY created_at LIMIT ${most})
    LIMIT ${most}`;
  return rows.map(({ id }) => id);
};
