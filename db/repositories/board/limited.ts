import type postgres from 'postgres';
import type { CustomTypes, Sql } from '../../client.ts';

/** A connection, in a transaction or not. */
export type Runner = postgres.ISql<CustomTypes>;

/**
 * Reads with a time limit of the database's: a person looking at the board must never hold a connection that
 * the dispatcher needs, whatever plan PostgreSQL has chosen.
 */
export const limited = async <T>(
  sql: Sql,
  limitMs: number,
  read: (runner: Runner) => Promise<T>,
): Promise<T> =>
  (await sql.begin('READ ONLY', async (tx) => {
    // Not awaited first: the driver sends both in one round trip, in order.
    const limit = tx`SELECT set_config('statement_timeout', ${String(limitMs)}, true)`.execute();
    const [, result] = await Promise.all([limit, read(tx)]);
    return result;
  })) as T;

/** The time limit has struck. */
export const isTimeLimit = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === '57014';
