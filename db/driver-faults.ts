import type { Logger } from '../src/platform/logger.ts';
import { isConnectionError } from './errors.ts';

/**
 * postgres.js 3.4 writes once more to a connection that was cut in the middle of a transaction, from a
 * timer of its own where nobody can catch the error. The transaction itself was rejected properly, so
 * there is nothing to mend but the noise.
 */
export const isWriteAfterCut = (error: unknown): boolean =>
  error instanceof TypeError &&
  error.message.includes("reading 'write'") &&
  /[\\/]node_modules[\\/]postgres[\\/]/.test(error.stack ?? '');

/**
 * Keeps a process alive through faults of the database driver when connections are lost; without this,
 * an outage of PostgreSQL ends every process that was at work. Anything else that nobody caught ends the
 * process, as it should: its state is unknown, and the ledger gives its work to another.
 */
export const surviveDriverFaults = (logger: Logger): void => {
  const end = (error: unknown, message: string): never => {
    logger.fatal({ err: error }, message);
    process.exit(1);
  };
  process.on('uncaughtException', (error) => {
    if (isWriteAfterCut(error))
      logger.warn('A connection to PostgreSQL was cut in the middle of a transaction');
    else end(error, 'Nobody caught an error');
  });
  process.on('unhandledRejection', (reason) => {
    // The driver asks for PostgreSQL's types when it connects and awaits that nowhere.
    if (isConnectionError(reason)) logger.warn('A new connection to PostgreSQL was lost at once');
    else end(reason, 'Nobody caught a rejection');
  });
};
