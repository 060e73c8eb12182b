import { type DestinationStream, type Logger, pino } from 'pino';
import { loggedError } from './logged-error.ts';

export type { Logger };

export interface LoggerOptions {
  readonly level: string;
  /** For a person at a terminal instead of one JSON object a line. */
  readonly pretty: boolean;
  /** Default: standard output. */
  readonly destination?: DestinationStream;
}

/** Logs one line for each event. What is logged at info and above holds no personal data. */
export const createLogger = ({ level, pretty, destination }: LoggerOptions): Logger => {
  const options = { level, base: null, serializers: { err: loggedError } };
  if (destination !== undefined) return pino(options, destination);
  if (!pretty) return pino(options);
  const target = { target: 'pino-pretty', options: { ignore: 'pid,hostname', translateTime: 'HH:MM:ss' } };
  return pino({ ...options, transport: target });
};
