import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Request, Response } from 'express';
import { pino } from 'pino';
import { Counter } from 'prom-client';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Intake } from '../../queues/intake/submission.ts';
import { createNdjsonReader } from '../../src/api/batch/ndjson.ts';
import { runBatch } from '../../src/api/batch/run-batch.ts';
import type { SpillSpace } from '../../src/api/batch/spill-file.ts';
import { configureServer } from '../../src/api/configure-server.ts';
import { orderExample } from '../../src/api/orders/examples.ts';
import { newId } from '../../src/platform/ids.ts';
import { until } from '../support/until.ts';

const spaceBytes = 100 * 1024 * 1024;

let folder: string;
let space: SpillSpace;
let server: Server;

/** Commits nothing, and answers as late as a commit would; so much that no socket can hold it all. */
const intake: Intake = {
  submit: async () => {
    await new Promise((resolve) => setImmediate(resolve));
    return { kind: 'accepted', jobId: newId().repeat(32), state: 'waiting' };
  },
  drain: async () => {},
};

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'navette-spill-test-'));
  space = { leftBytes: spaceBytes };
  const lines = new Counter({ name: 'lines', help: 'lines', labelNames: ['outcome'], registers: [] });
  const logger = pino({ level: 'silent' });
  const unread = { memoryBytes: 64 * 1024, folder, space };
  server = configureServer(
    createServer((request, response) => {
      void runBatch({ intake, logger, sellerId: newId(), lines, unread }, createNdjsonReader(), {
        request: request as Request,
        response: response as Response,
      });
    }),
  );
  await once(server.listen(0, '127.0.0.1'), 'listening');
});

afterEach(async () => {
  await new Promise((resolve) => server.close(resolve).closeAllConnections());
  rmSync(folder, { recursive: true });
});

const lineOf = (n: number): string =>
  `${JSON.stringify({ ...orderExample, channelOrderId: `S-${String(n).padStart(7, '0')}` })}\n`;

/** Sends so many orders on a socket of which it does not read a byte meanwhile. */
const sendUnread = async (socket: Socket, count: number): Promise<void> => {
  const length = lineOf(0).length * count;
  // In HTTP/1.0 an answer comes as it is and ends with its connection: easily read by hand.
  socket.write(`POST / HTTP/1.0\r\nhost: navette.test\r\ncontent-length: ${length}\r\n\r\n`);
  for (let from = 0; from < count; from += 500) {
    const some = Array.from({ length: Math.min(500, count - from) }, (_, n) => lineOf(from + n));
    if (!socket.write(some.join(''))) await once(socket, 'drain');
  }
};

const open = async (): Promise<Socket> => {
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1').pause();
  socket.on('error', () => {});
  await once(socket, 'connect');
  return socket;
};

const spilledBytes = (): number => spaceBytes - space.leftBytes;

describe('A client that sends all of a long batch before it reads', () => {
  it('reads every answer in order, and leaves nothing behind', async () => {
    const count = 60_000;
    const socket = await open();
    await sendUnread(socket, count);
    await until('most answers are spilled', async () => spilledBytes() > 20 * 1024 * 1024);
    expect(readdirSync(folder)).toEqual([]);
    let next = 0;
    for await (const line of createInterface({ input: socket })) {
      if (!line.startsWith('{')) continue;
      next += 1;
      expect(line.startsWith(`{"line":${next},"jobId":"`)).toBe(true);
    }
    expect(next).toBe(count);
    expect(spilledBytes()).toBe(0);
  }, 300_000);

  it('and goes away without reading leaves nothing behind either', async () => {
    const socket = await open();
    await sendUnread(socket, 20_000);
    await until('answers are spilled', async () => spilledBytes() > 0);
    socket.destroy();
    await until('the disk is given back', async () => spilledBytes() === 0);
    expect(readdirSync(folder)).toEqual([]);
  }, 300_000);
});
