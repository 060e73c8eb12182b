import postgres from 'postgres';

/** The driver's own codes for a connection that is gone or never came. */
const driverCodes = new Set([
  'CONNECTION_CLOSED',
  'CONNECTION_ENDED',
  'CONNECTION_DESTROYED',
  'CONNECT_TIMEOUT',
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
]);

/** SQLSTATE: connection exceptions (08), shutdown and start-up (57P01–57P03), too many connections. */
const goneStates = /^(08|57P0[1-3]|53300)/;

/** Serialization failure, deadlock, lock time-out, idle-in-transaction time-out: nothing is wrong with the work. */
const contentionStates = /^(40001|40P01|55P03|25P03|25P04)$/;

const codeOf = (error: unknown): string | undefined => {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
};

/** PostgreSQL is away: nothing can be said about the work itself. */
export const isConnectionError = (error: unknown): boolean => {
  const code = codeOf(error);
  if (code === undefined) return false;
  return error instanceof postgres.PostgresError ? goneStates.test(code) : driverCodes.has(code);
};

/** The same of `pg`, the driver below BullMQ, some of whose errors have words only. */
export const isPgConnectionError = (error: unknown): boolean =>
  error instanceof Error &&
  (goneStates.test(codeOf(error) ?? '') ||
    /^(Connection terminated|Client (was closed|has encountered a connection error)|timeout exceeded when trying to connect|Query read timeout)/.test(
      error.message,
    ));

/** A fault of the infrastructure, not of the work: trying again uses no attempt. */
export const isInfrastructureError = (error: unknown): boolean =>
  isConnectionError(error) || (error instanceof postgres.PostgresError && contentionStates.test(error.code));
