import type { IncomingMessage, Server, ServerOptions, ServerResponse } from 'node:http';

/** Without it Node.js looks for such clients every 30 s only. For `createServer`. */
export const serverOptions: ServerOptions = { connectionsCheckingInterval: 5_000 };

/** A client that has not sent its headers by then means to hold the connection. */
const headersLimitMs = 15_000;
/** Nothing sent and nothing taken for this long; above the longest Prefer: wait. */
const idleLimitMs = 120_000;
/** Above the idle limit of the usual load balancers (60 s), so that they are the ones to close. */
const keepAliveMs = 65_000;
/** So long may a client go on sending what was answered already; else one byte a minute holds a connection for ever. */
const restLimitMs = 10_000;

const endStragglers =
  (limitMs: number) =>
  (request: IncomingMessage, response: ServerResponse): void => {
    response.once('finish', () => {
      if (request.complete) return;
      const timer = setTimeout(() => {
        if (!request.complete) request.destroy();
      }, limitMs);
      request.once('close', () => clearTimeout(timer));
    });
  };

/**
 * Sets the time limits of an HTTP server that carries the API. There is none on a request as a whole,
 * because a batch may stream for hours; JSON bodies and photographs have their own (read-bytes.ts, read-photos.ts).
 */
export const configureServer = <S extends Server>(server: S, { restMs = restLimitMs } = {}): S => {
  server.headersTimeout = headersLimitMs;
  server.requestTimeout = 0;
  server.keepAliveTimeout = keepAliveMs;
  server.setTimeout(idleLimitMs);
  server.on('request', endStragglers(restMs));
  return server;
};
