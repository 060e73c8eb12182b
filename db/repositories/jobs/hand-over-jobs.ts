import type postgres from 'postgres';
import { arrayText } from '../../array-text.ts';
import type { CustomTypes } from '../../client.ts';

export interface HandOver {
  readonly id: string;
  readonly carrier: string;
}

/** Notes, in the dispatcher's transaction, which BullMQ job will hold each row. */
export const handOverJobs = async (
  sql: postgres.TransactionSql<CustomTypes>,
  handOvers: readonly HandOver[],
): Promise<void> => {
  if (handOvers.length === 0) return;
  await sql`
    UPDATE job SET state = 'queued', carrier = new.carrier, handed_at = now()
    FROM unnest(
      ${arrayText(handOvers.map((row) => row.id))}::uuid[],
      ${arrayText(handOvers.map((row) => row.carrier))}::text[]
    ) AS new (id, carrier)
    WHERE job.id = new.id AND job.state = 'waiting'`;
};
