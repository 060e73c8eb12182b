import { once } from 'node:events';
import { createServer, type IncomingMessage, type RequestListener } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { PassThrough } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { BadEncoding, decodedBody } from '../../../src/api/batch/decoded-body.ts';
import { configureServer, serverOptions } from '../../../src/api/configure-server.ts';
import { Problem } from '../../../src/api/http/problem.ts';
import { ClientGone, readBytes } from '../../../src/api/http/read-bytes.ts';
import { readJson } from '../../../src/api/http/read-json.ts';
import { readPhotos } from '../../../src/pages/money/claim/read-photos.ts';

const ends: (() => unknown)[] = [];
afterEach(async () => {
  vi.useRealTimers();
  for (const end of ends.splice(0).toReversed()) await end();
});

const listen = async (
  listener: RequestListener,
  { restMs = 10_000, checkMs = 5_000, headersMs = 15_000 } = {},
): Promise<number> => {
  const server = configureServer(createServer({ connectionsCheckingInterval: checkMs }, listener), {
    restMs,
  });
  server.headersTimeout = headersMs;
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  ends.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return (server.address() as AddressInfo).port;
};

interface Client {
  readonly socket: Socket;
  /** What has come so far. */
  heard(): string;
  /** When the other side has hung up. */
  readonly over: Promise<unknown>;
}

/** Sends this much and then one byte after the other. */
const drip = (port: number, beginning: string): Client => {
  const socket = connect(port, '127.0.0.1');
  let heard = '';
  socket.on('data', (chunk: Buffer) => {
    heard += chunk.toString('latin1');
  });
  socket.on('error', () => {});
  socket.write(beginning);
  const timer = setInterval(() => socket.writable && socket.write('a'), 5);
  ends.push(() => {
    clearInterval(timer);
    socket.destroy();
  });
  return { socket, heard: () => heard, over: new Promise((resolve) => socket.once('close', resolve)) };
};

const head = (...lines: string[]): string =>
  `${['POST / HTTP/1.1', 'Host: navette.test', ...lines].join('\r\n')}\r\n\r\n`;

describe('A client that holds its connection', () => {
  it('by headers without an end is sent away', async () => {
    const port = await listen((_request, response) => response.end(), { checkMs: 20, headersMs: 60 });
    const client = drip(port, 'POST / HTTP/1.1\r\nX-Slow: ');
    await client.over;
    expect(client.heard()).toMatch(/^HTTP\/1\.1 408 /);
  });

  it('finds limits on headers and silence, and none on a whole request, which a batch could break', () => {
    const server = configureServer(createServer(serverOptions));
    expect(server).toMatchObject({ headersTimeout: 15_000, requestTimeout: 0, timeout: 120_000 });
    expect(serverOptions.connectionsCheckingInterval).toBeLessThanOrEqual(5_000);
  });

  it('by a body that was answered already is sent away after a while, with its answer', async () => {
    const refuse: RequestListener = (_request, response) => response.writeHead(401).end('no');
    const port = await listen(refuse, { restMs: 50 });
    const client = drip(port, head('Content-Length: 1000000'));
    await client.over;
    expect(client.heard()).toMatch(/^HTTP\/1\.1 401 /);
  });

  it('may send for as long as it likes while it has no answer', async () => {
    const port = await listen(
      (request, response) => {
        request.resume().once('end', () => response.end('all of it'));
      },
      { restMs: 20 },
    );
    const client = drip(port, head('Content-Length: 40'));
    await vi.waitFor(() => expect(client.heard()).toContain('all of it'));
  });

  it('by a body of JSON has half a minute', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const request = Object.assign(new PassThrough(), { headers: {} }) as unknown as IncomingMessage;
    const reading = readBytes(request, 1_000);
    const outcome = expect(reading).rejects.toBeInstanceOf(ClientGone);
    for (let second = 0; second < 29; second += 1) {
      (request as unknown as PassThrough).write('a');
      await vi.advanceTimersByTimeAsync(1_000);
    }
    expect(request.destroyed).toBe(false);
    await vi.advanceTimersByTimeAsync(1_500);
    await outcome;
    expect(request.destroyed).toBe(true);
  });
});

const boundary = 'X'.repeat(20);
const photosHead = head(
  `Content-Type: multipart/form-data; boundary=${boundary}`,
  'Content-Length: 100000000',
);
const part = (content: string): string =>
  `--${boundary}\r\nContent-Disposition: form-data; name="photos"; filename="a.jpg"\r\n\r\n${content}`;

describe('Photographs of a form', () => {
  /** Serves one form; how reading it ended. */
  const read = async (
    pace: { graceMs: number; bytesPerSecond: number },
    take: () => Promise<void> = async () => {},
  ): Promise<{ port: number; ended: Promise<unknown> }> => {
    let end = (_outcome: unknown): void => {};
    const ended = new Promise((resolve) => {
      end = resolve;
    });
    const port = await listen((request, response) => {
      readPhotos(request, take, pace).then(
        (fault) => {
          response.end(String(fault));
          end(fault);
        },
        (error: unknown) => end(error),
      );
    });
    return { port, ended };
  };

  it('that come byte by byte are not waited for', async () => {
    const { port, ended } = await read({ graceMs: 50, bytesPerSecond: 100_000 });
    const client = drip(port, photosHead + part(''));
    expect(await ended).toBeInstanceOf(ClientGone);
    await client.over;
  });

  it('that come as a telephone sends them are, and so is what we do with one', async () => {
    const working = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 200));
    const { port, ended } = await read({ graceMs: 100, bytesPerSecond: 100_000 }, working);
    const body = `${part('one')}\r\n${part('two')}\r\n--${boundary}--\r\n`;
    const client = connect(port, '127.0.0.1');
    ends.push(() => client.destroy());
    const sent = head(
      `Content-Type: multipart/form-data; boundary=${boundary}`,
      `Content-Length: ${body.length}`,
    );
    client.write(sent + body.slice(0, 120));
    setTimeout(() => client.write(body.slice(120)), 150);
    expect(await ended).toBeNull();
  });
});

describe('A body that is too large', () => {
  const limitBytes = 1_000;
  const serveJson = (): Promise<number> =>
    listen(async (request, response) => {
      try {
        await readJson(request, limitBytes);
        response.end();
      } catch (error) {
        response.writeHead(error instanceof Problem ? error.status : 500).end();
      }
    });

  it('is refused by its length, before any of it has come', async () => {
    const port = await serveJson();
    const socket = connect(port, '127.0.0.1');
    ends.push(() => socket.destroy());
    socket.write(head('Content-Type: application/json', 'Content-Length: 1001'));
    const [answer] = (await once(socket, 'data')) as [Buffer];
    expect(answer.toString()).toMatch(/^HTTP\/1\.1 413 /);
  });

  it('is refused without a length as soon as it is, and what follows is taken to a limit', async () => {
    const port = await serveJson();
    const socket = connect(port, '127.0.0.1');
    socket.on('error', () => {});
    ends.push(() => socket.destroy());
    socket.write(head('Content-Type: application/json', 'Transfer-Encoding: chunked'));
    const chunk = `10000\r\n${'x'.repeat(65_536)}\r\n`;
    let written = 0;
    let heard = '';
    socket.on('data', (data: Buffer) => {
      heard += data.toString();
    });
    const more = (): void => {
      while (!socket.destroyed && written < 1_000_000_000) {
        written += chunk.length;
        if (!socket.write(chunk)) return void socket.once('drain', more);
      }
    };
    more();
    await new Promise((resolve) => socket.once('close', resolve));
    expect(heard).toMatch(/^HTTP\/1\.1 413 /);
    expect(written).toBeLessThan(64 * 1024 * 1024);
  });

  it('in a compressed batch is let go when it grows as no orders do', async () => {
    const packed = gzipSync(Buffer.alloc(100 * 1024 * 1024));
    expect(packed.length).toBeLessThan(128 * 1024);
    const request = Object.assign(new PassThrough(), { headers: { 'content-encoding': 'gzip' } });
    request.end(packed);
    let unpacked = 0;
    const reading = async (): Promise<void> => {
      for await (const chunk of decodedBody(request as unknown as IncomingMessage)) unpacked += chunk.length;
    };
    await expect(reading()).rejects.toBeInstanceOf(BadEncoding);
    expect(unpacked).toBeLessThan(65 * 1024 * 1024);
  });
});
