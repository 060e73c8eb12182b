import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { checkService } from '../../../src/commands/doctor/check-service.ts';
import { readConfig } from '../../../src/platform/config.ts';

/** A server that answers everything so, for as long as `work` takes. */
const withServer = async (
  status: number,
  body: string,
  work: (port: number) => Promise<void>,
): Promise<void> => {
  const server = createServer((_request, response) => response.writeHead(status).end(body));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  try {
    await work((server.address() as AddressInfo).port);
  } finally {
    server.closeAllConnections();
    server.close();
  }
};

const check = (port: number) => checkService(readConfig({ PORT: String(port) }), null);

test('a Navette that runs says how it is', () =>
  withServer(200, '{"ready":true,"checks":{"database":{"ok":true}}}', async (port) => {
    expect(await check(port)).toEqual([
      { level: 'ok', what: `The Navette at http://127.0.0.1:${port} is ready` },
    ]);
  }));

test('one that is not ready says what it lacks', () =>
  withServer(
    503,
    '{"ready":false,"checks":{"consumers":{"ok":false,"detail":"Nobody consumes: mail"}}}',
    async (port) => {
      const [finding] = await check(port);
      expect(finding?.level).toBe('bad');
      expect(finding?.what).toContain('Nobody consumes: mail');
    },
  ));

test('a port that another program has must be freed', () =>
  withServer(200, 'hello', async (port) => {
    const [finding] = await check(port);
    expect(finding).toMatchObject({ level: 'bad', what: `Port ${port} is taken by another program` });
  }));

test('a free port is a good one', async () => {
  let free = 0;
  await withServer(200, '', async (port) => {
    free = port;
  });
  expect((await check(free)).map(({ level }) => level)).toEqual(['ok']);
});
