import type { Server } from 'node:http';

/** A client that has not sent its headers by then means to hold the connection. */
const headersLimitMs = 15_000;
/** Nothing sent and nothing taken for this long; above the longest Prefer: wait. */
const idleLimitMs = 120_000;
/** Above the idle limit of the usual load balancers (60 s), so that they are the ones to close. */
const keepAliveMs = 65_000;

/**
 * Sets the time limits of an HTTP server that carries the API. There is none on a request as a whole,
 * because a batch may stream for hours; JSON bodies have their own (read-json.ts).
 */
export const configureServer = <S extends Server>(server: S): S => {
  server.headersTimeout = headersLimitMs;
  server.requestTimeout = 0;
  server.keepAliveTimeout = keepAliveMs;
  server.setTimeout(idleLimitMs);
  return server;
};
