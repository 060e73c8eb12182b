import { type Logger, pino } from 'pino';

export type { Logger };

export interface LoggerOptions {
  readonly level: string;
  /** For a person at a terminal instead of one JSON object a line. */
  readonly pretty: boolean;
}

/** Logs to standard output. What is logged at info and above holds no personal data. */
export const createLogger = ({ level, pretty }: LoggerOptions): Logger =>
  pino({
    level,
    base: null,
    ...(pretty
      ? {
          transport: {
            target: 'pino-pretty',
            options: { ignore: 'pid,hostname', translateTime: 'HH:MM:ss' },
          },
        }
      : {}),
  });
