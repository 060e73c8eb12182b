import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express, { type RequestHandler } from 'express';

export interface TestServer {
  readonly url: string;
  close(): Promise<void>;
}

/** The real thing over HTTP: these routers where the app mounts them. */
export const serve = async (mounts: Readonly<Record<string, RequestHandler>>): Promise<TestServer> => {
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.enable('strict routing');
  app.set('query parser', 'simple');
  for (const [path, router] of Object.entries(mounts)) app.use(path, router);
  const server = createServer(app).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
};
