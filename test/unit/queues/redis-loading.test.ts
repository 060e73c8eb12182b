import { createServer } from 'node:net';
import { expect, test } from 'vitest';
import { connectRedis, RETRY_AT_MOST_MS } from '../../../queues/backends/redis-clients.ts';

const bulk = (text: string): string => `$${text.length}\r\n${text}\r\n`;

/** A Redis that has just begun to read its file, and so reckons with a week, and has read it by the next question. */
const startLoadingRedis = async () => {
  let asked = 0;
  const server = createServer((socket) => {
    socket.on('error', () => socket.destroy());
    socket.on('data', (chunk) => {
      // Commands come as arrays of strings; what they say beside their name does not matter here.
      for (const command of chunk.toString('latin1').toLowerCase().split('*').slice(1)) {
        if (!command.includes('\r\ninfo\r\n')) socket.write('+OK\r\n');
        else {
          asked += 1;
          socket.write(bulk(asked === 1 ? 'loading:1\r\nloading_eta_seconds:604800\r\n' : 'loading:0\r\n'));
        }
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port');
  return { server, port: address.port, asked: () => asked };
};

test('A Redis that is still reading its file is asked again within a second, whatever it reckons with', async () => {
  const redis = await startLoadingRedis();
  const ending = new AbortController();
  const client = connectRedis(`redis://127.0.0.1:${redis.port}`, 'worker', ending.signal);
  const beganMs = performance.now();
  await new Promise<void>((resolve) => client.once('ready', () => resolve()));
  const tookMs = performance.now() - beganMs;
  ending.abort();
  client.disconnect();
  redis.server.close();
  expect(redis.asked()).toBe(2);
  // The library would wait 10 s.
  expect(tookMs).toBeLessThan(5 * RETRY_AT_MOST_MS);
});
