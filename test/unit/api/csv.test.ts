import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CsvColumn, headerLine, rowLines } from '../../../src/api/csv/csv-text.ts';
import { sendCsv } from '../../../src/api/csv/send-csv.ts';

interface Row {
  readonly name: string | null;
  readonly count: number;
}

const columns: readonly CsvColumn<Row>[] = [
  { header: 'name', value: ({ name }) => name },
  { header: 'count', value: ({ count }) => count },
];

const nameOf = (name: string | null): string => rowLines(columns, [{ name, count: -1 }]);

describe('A row of CSV', () => {
  it('quotes what RFC 4180 wants quoted', () => {
    expect(headerLine(columns)).toBe('name,count\r\n');
    expect(nameOf('a "b", c\r\nd')).toBe('"a ""b"", c\r\nd",-1\r\n');
    expect(nameOf(null)).toBe(',-1\r\n');
  });

  it.each(['=1+1', '+33 1', '-2', '@SUM(A1)', '\tx', '＝1'])('makes no formula of %j', (name) => {
    expect(nameOf(name)).toBe(`'${name},-1\r\n`);
  });

  it('makes no formula of what only quotes would hide', () => {
    expect(nameOf('=HYPERLINK("https://example.test","x")')).toBe(
      `"'=HYPERLINK(""https://example.test"",""x"")",-1\r\n`,
    );
    expect(nameOf('\r=1')).toBe(`"'\r'=1",-1\r\n`);
    expect(nameOf('x;=cmd|A1;y')).toBe(`x;'=cmd|A1;y,-1\r\n`);
    expect(nameOf('x\n @SUM(1)')).toBe(`"x\n '@SUM(1)",-1\r\n`);
  });

  it('is read back as it was, but for the apostrophe', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.integer(), (name, count) => {
        const [read] = parse(rowLines(columns, [{ name, count }]), {
          relax_column_count: false,
        }) as string[][];
        expect(read?.[0]?.replace(/^'/, '')).toBe(name.replace(/^'/, ''));
        expect(read?.[1]).toBe(String(count));
      }),
      { numRuns: 30 },
    );
  });
});

/** A server that answers with a table, and how to ask it. */
const withServer = async (
  answer: (response: ServerResponse) => Promise<void>,
  test: (address: { readonly url: string }) => Promise<void>,
): Promise<void> => {
  const answers: Promise<void>[] = [];
  const server = createServer((_request, response) => {
    answers.push(
      answer(response).catch(() => {
        response.destroy();
      }),
    );
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  try {
    await test({ url: `http://127.0.0.1:${port}/` });
    await Promise.all(answers);
  } finally {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  }
};

const table = (batches: AsyncIterable<readonly Row[]>) => ({ filename: 'rows.csv', columns, batches });

describe('A table as an answer', () => {
  it('has a header row even if nothing else, and is a file to save', async () => {
    const none = async function* (): AsyncGenerator<readonly Row[]> {};
    await withServer(
      (response) => sendCsv(response, table(none())),
      async ({ url }) => {
        const answer = await fetch(url);
        expect(answer.headers.get('content-disposition')).toBe('attachment; filename="rows.csv"');
        expect(answer.headers.get('content-type')).toMatch(/^text\/csv; charset=utf-8/);
        expect(await answer.text()).toBe('name,count\r\n');
      },
    );
  });

  it('reads nothing for a HEAD', async () => {
    let asked = 0;
    const rows = async function* (): AsyncGenerator<readonly Row[]> {
      asked += 1;
      yield [{ name: 'a', count: 1 }];
    };
    await withServer(
      (response) => sendCsv(response, table(rows())),
      async ({ url }) => {
        expect((await fetch(url, { method: 'HEAD' })).status).toBe(200);
        expect(asked).toBe(0);
      },
    );
  });

  it('breaks off where reading fails, so that a part is not taken for the whole', async () => {
    const rows = async function* (): AsyncGenerator<readonly Row[]> {
      yield [{ name: 'a', count: 1 }];
      throw new Error('away');
    };
    await withServer(
      (response) => sendCsv(response, table(rows())),
      async ({ url }) => {
        await expect(fetch(url).then((answer) => answer.text())).rejects.toThrow();
      },
    );
  });

  it('reads on when the client has taken what there was, and no more when it has gone', async () => {
    const batch: Row[] = Array.from({ length: 1_000 }, (_, count) => ({ name: 'x'.repeat(1_000), count }));
    let crowded = false;
    let ended = false;
    const rows = async function* (response: ServerResponse): AsyncGenerator<readonly Row[]> {
      try {
        while (!crowded) {
          yield batch;
          crowded = response.writableNeedDrain && !response.destroyed;
        }
      } finally {
        ended = true;
      }
    };
    await withServer(
      (response) => sendCsv(response, table(rows(response))),
      async ({ url }) => {
        const reader = (await fetch(url)).body?.getReader();
        for (let bytes = 0; bytes < 20_000_000; ) bytes += (await reader?.read())?.value?.length ?? Infinity;
        await reader?.cancel();
      },
    );
    expect({ crowded, ended }).toEqual({ crowded: false, ended: true });
  });
});
