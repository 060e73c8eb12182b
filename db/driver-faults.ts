import type { Logger } from '../src/platform/logger.ts';
import { isConnectionError, isPgConnectionError } from './errors.ts';

/**
 * postgres.js 3.4 writes once more to a connection that was cut in the middle of a transaction, from a
 * timer of its own where nobody can catch the error. The transaction itself was rejected properly, so
 * there is nothing to mend but the noise.
 */
export const isWriteAfterCut = (error: unknown): boolean =>
  error instanceof TypeError &&
  error.message.includes("reading 'write'") &&
  /[\\/]node_modules[\\/]postgres[\\/]/.test(error.stack ?? '');

const isLostConnection = (error: unknown): boolean => isConnectionError(error) || isPgConnectionError(error);

/**
 * Keeps a process alive through faults of the database drivers when connections are lost; without this,
 * an outage of PostgreSQL ends every process that was at work. Anything else that nobody caught ends the
 * process, as it should: its state is unknown, and the ledger gives its work to another.
 */
export const surviveDriverFaults = (logger: Logger): void => {
  const handle = (error: unknown): void => {
    if (isWriteAfterCut(error) || isLostConnection(error)) {
      const reason = error instanceof Error ? error.message : 'unknown';
      logger.warn({ reason }, 'A connection to PostgreSQL was lost where its driver lets nobody catch it');
      return;
    }
    logger.fatal({ err: error }, 'Nobody caught an error');
    process.exit(1);
  };
  process.on('uncaughtException', handle);
  process.on('unhandledRejection', handle);
};
