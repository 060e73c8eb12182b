import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import { type AddressInfo, connect, createServer as createTcpServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { errorPathOf } from '../../src/commands/import/error-file.ts';
import { type ImportOptions, importFile } from '../../src/commands/import/import-file.ts';
import { formatOf } from '../../src/commands/import/position.ts';
import { closeConnections } from '../../src/commands/import/send-request.ts';
import { startTestApi, type TestApi } from '../support/api-fixture.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';

let database: TestDatabase;
let api: TestApi;
let folder: string;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.stop());
beforeEach(async () => {
  api = await startTestApi(database.database);
  folder = mkdtempSync(join(tmpdir(), 'navette-import-'));
});
afterEach(async () => {
  closeConnections();
  await api.stop();
  rmSync(folder, { recursive: true, force: true });
});

const save = (name: string, content: string): string => {
  const file = join(folder, name);
  writeFileSync(file, content);
  return file;
};

interface Watched {
  readonly advance?: (line: number) => void;
  readonly wait?: () => void;
  readonly say?: (message: string) => void;
}

const run = (file: string, changes: Partial<ImportOptions> = {}, { advance, wait, say }: Watched = {}) =>
  importFile({
    file,
    format: formatOf(file) ?? 'csv',
    findTarget: () => ({ url: api.url, key: api.key }),
    restart: false,
    view: {
      begin: () => {},
      advance: ({ line }) => advance?.(line),
      wait: () => wait?.(),
      say: (message) => say?.(message),
      end: () => {},
    },
    signal: new AbortController().signal,
    ...changes,
  });

const order = (id: string, more: object = {}) =>
  JSON.stringify({
    channel: 'shop',
    channelOrderId: id,
    placedAt: '2026-05-07T14:00:00+02:00',
    payment: { status: 'pending' },
    currency: 'EUR',
    lines: [{ lineId: '1', sku: 'T', title: 'Tasse', quantity: 1, unitPriceMinor: 100 }],
    ...more,
  });

const ndjson = (count: number): string =>
  Array.from({ length: count }, (_, n) => `${order(`N${n}`)}\n`).join('');

const jobsOf = async (): Promise<number> => {
  const [row] = await database.database.system<{ count: number }[]>`
    SELECT count(*)::int AS count FROM job WHERE seller_id = ${api.sellerId}`;
  return row?.count ?? -1;
};

test('every line is sent and the bad ones are named by their line in the file', async () => {
  const file = save(
    'a.ndjson',
    `${order('1')}\n\nno json\n${order('2', { currency: 'euro' })}\n${order('3')}`,
  );
  const { tally, stopped } = await run(file);
  expect(stopped).toBeNull();
  expect(tally).toEqual({
    accepted: 2,
    replayed: 0,
    orders: 2,
    errors: { malformed_json: 1, invalid_request: 1 },
  });
  const errors = readFileSync(errorPathOf(file), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(errors.map(({ line, code }) => [line, code])).toEqual([
    [3, 'malformed_json'],
    [4, 'invalid_request'],
  ]);
  expect(errors[1].errors[0].path).toBe('currency');
});

test('a second run of the same file makes nothing', async () => {
  const file = save('a.ndjson', ndjson(50));
  await run(file);
  const { tally } = await run(file);
  expect(tally).toMatchObject({ accepted: 50, replayed: 50, orders: 50 });
  expect(await jobsOf()).toBe(50);
});

test('the rows of an order stay together however small the requests are', async () => {
  const header =
    'channel,channelOrderId,placedAt,payment.status,currency,lineId,sku,title,quantity,unitPriceMinor\n';
  const rows = Array.from({ length: 60 }, (_, n) =>
    Array.from({ length: 1 + (n % 4) }, (_, line) =>
      line === 0
        ? `shop,C${n},2026-05-07T14:00:00+02:00,pending,EUR,1,T,"Tasse\n""bleue""",1,100\n`
        : `shop,C${n},,,,${line + 1},T,Tasse,1,100\n`,
    ).join(''),
  );
  const file = save('a.csv', header + rows.join(''));
  const { tally, stopped } = await run(file, { segmentLines: 3 });
  expect(stopped).toBeNull();
  expect(tally).toEqual({ accepted: 150, replayed: 0, orders: 60, errors: {} });
  expect(await jobsOf()).toBe(60);
  const again = await run(file, { segmentLines: 7 });
  expect(again.tally).toMatchObject({ accepted: 150, replayed: 150 });
  expect(await jobsOf()).toBe(60);
});

/** A way to the API that can be shut and opened again on the same port. */
const startDoor = async () => {
  const { hostname: host, port } = new URL(api.url);
  const sockets = new Set<Socket>();
  const server = createTcpServer((client) => {
    const upstream = connect({ host, port: Number(port) });
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on('error', () => {});
      socket.on('close', () => {
        sockets.delete(socket);
        client.destroy();
        upstream.destroy();
      });
    }
    client.pipe(upstream).pipe(client);
  });
  const open = async (at: number): Promise<number> => {
    server.listen(at, '127.0.0.1');
    await once(server, 'listening');
    return (server.address() as AddressInfo).port;
  };
  const ownPort = await open(0);
  return {
    url: `http://127.0.0.1:${ownPort}`,
    open: () => open(ownPort),
    shut: () => {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
};

test('a lost connection is waited out, and the import goes on from the last answer', async () => {
  const door = await startDoor();
  try {
    const file = save('a.ndjson', ndjson(3_000));
    let cuts = 0;
    let waits = 0;
    const findTarget = () => ({ url: door.url, key: api.key });
    const { tally, stopped } = await run(
      file,
      { findTarget },
      {
        advance: (line) => {
          if (cuts === 0 && line > 500) {
            cuts += 1;
            door.shut();
          }
        },
        wait: () => {
          waits += 1;
          if (waits === 2) void door.open();
        },
      },
    );
    expect(stopped).toBeNull();
    expect(waits).toBeGreaterThanOrEqual(2);
    expect(tally).toMatchObject({ accepted: 3_000, orders: 3_000, errors: {} });
    expect(await jobsOf()).toBe(3_000);
  } finally {
    door.shut();
  }
});

test('stopped by a person, the same command goes on and says where', async () => {
  const file = save('a.ndjson', ndjson(3_000));
  const stopping = new AbortController();
  const first = await run(
    file,
    { signal: stopping.signal },
    { advance: (line) => (line > 1_000 ? stopping.abort() : undefined) },
  );
  expect(first.stopped).not.toBeNull();
  expect(first.line).toBeLessThan(3_001);
  const said: string[] = [];
  const { tally } = await run(file, {}, { say: (message) => said.push(message) });
  expect(said.join()).toContain(`line ${first.line.toLocaleString('en')}`);
  expect(tally).toMatchObject({ accepted: 3_000, orders: 3_000 });
  expect(await jobsOf()).toBe(3_000);
});

test('a key that is not accepted stops the import at once and says so', async () => {
  const file = save('a.ndjson', ndjson(10));
  const { stopped, tally } = await run(file, { findTarget: () => ({ url: api.url, key: 'wrong' }) });
  expect(stopped).toContain('API key is not accepted');
  expect(tally.accepted).toBe(0);
});

const withServer = async (listener: RequestListener, work: (url: string) => Promise<void>): Promise<void> => {
  const server = createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  try {
    await work(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  } finally {
    server.closeAllConnections();
    server.close();
  }
};

test('a server that never comes back ends the import with a message that says how to go on', () =>
  withServer(
    (_request, response) =>
      response.writeHead(503, { 'content-type': 'application/problem+json' }).end('{"detail":"away"}'),
    async (url) => {
      const file = save('a.ndjson', ndjson(10));
      const { stopped } = await run(file, { findTarget: () => ({ url, key: 'key' }), patienceMs: 600 });
      expect(stopped).toMatch(/did not come back within 0.6 s \(away\)/);
    },
  ));

test('answers that speak of the server and not of the line are asked for again', async () => {
  let requests = 0;
  const away = { code: 'database_unavailable', detail: 'The database is away' };
  const listener: RequestListener = (request, response) => {
    requests += 1;
    let text = '';
    request.on('data', (chunk) => {
      text += chunk;
    });
    request.on('end', () => {
      const lines = text
        .trim()
        .split('\n')
        .map((_, n) => n + 1);
      const fails = requests === 1 ? 3 : Number.POSITIVE_INFINITY;
      const answers = lines.map((line) =>
        JSON.stringify(line >= fails ? { line, error: away } : { line, jobId: `${requests}-${line}` }),
      );
      response.writeHead(200).end(`${answers.join('\n')}\n`);
    });
  };
  await withServer(listener, async (url) => {
    const file = save('a.ndjson', ndjson(5));
    const { tally, stopped } = await run(file, { findTarget: () => ({ url, key: 'key' }) });
    expect(stopped).toBeNull();
    expect(requests).toBe(2);
    expect(tally).toEqual({ accepted: 5, replayed: 0, orders: 5, errors: {} });
  });
});
