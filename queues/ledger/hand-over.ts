import type { Sql } from '../../db/client.ts';
import { takeBackJobs } from '../../db/repositories/jobs/take-back-jobs.ts';
import type { Logger } from '../../src/platform/logger.ts';
import type { Carrier } from '../carrier.ts';
import type { Producer } from '../producer.ts';

export interface HandOverPorts {
  readonly sql: Sql;
  readonly producer: Producer;
  readonly logger: Logger;
}

/**
 * Adds carriers to BullMQ after their rows were committed as `queued`. When BullMQ does not take them
 * the rows wait again; when even that cannot be noted the sweeper finds them. False: not handed over.
 */
export const handOver = async (
  { sql, producer, logger }: HandOverPorts,
  queue: string,
  carriers: readonly Carrier[],
): Promise<boolean> => {
  try {
    await producer.add(queue, carriers);
    return true;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    logger.warn({ queue, carriers: carriers.length, reason }, 'BullMQ took no jobs; they wait in the ledger');
    await takeBackJobs(
      sql,
      carriers.map((carrier) => carrier.id),
    ).catch((cause: unknown) =>
      logger.warn({ queue, err: cause }, 'The rows could not be taken back; the sweeper will'),
    );
    return false;
  }
};
