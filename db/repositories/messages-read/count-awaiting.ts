import type { Sql } from '../../client.ts';

export interface Awaiting {
  /** All that wait for an answer; the other two are parts of it. */
  readonly open: number;
  /** Warned of, and still in time. */
  readonly dueSoon: number;
  readonly overdue: number;
}

/** What awaits an answer by now, of all sellers, for the gauges. */
export const countAwaiting = async (system: Sql): Promise<Awaiting> => {
  const [row] = await system<Awaiting[]>`
    SELECT count(*) AS open,
      count(*) FILTER (WHERE warn_at <= now() AND due_at >= now()) AS "dueSoon",
      count(*) FILTER (WHERE due_at < now()) AS overdue
    FROM message WHERE counts AND answered_at IS NULL`;
  return row ?? { open: 0, dueSoon: 0, overdue: 0 };
};
