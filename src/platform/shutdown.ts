import type { Logger } from './logger.ts';

/** Below the 15 s after which an orchestrator kills. */
const limitMs = 14_000;

/** Stops on the first SIGTERM or SIGINT and exits 0; a second one, or the time limit, exits at once with 1. */
export const stopOnSignal = (stop: () => Promise<void>, logger: Logger): void => {
  let stopping = false;
  const onSignal = (signal: NodeJS.Signals): void => {
    if (stopping) process.exit(1);
    stopping = true;
    logger.info({ signal }, 'Stopping');
    setTimeout(() => {
      logger.error('Stopping took too long; what still ran will be run again');
      process.exit(1);
    }, limitMs).unref();
    stop().then(
      () => process.exit(0),
      (error: unknown) => {
        logger.error({ err: error }, 'Stopping failed');
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', onSignal);
  process.on('SIGINT', onSignal);
};
