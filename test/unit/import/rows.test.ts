import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openOrderFile } from '../../../src/commands/import/order-file.ts';
import { readRows, textOf, withFile } from './sample-files.ts';

const header = 'channel,channelOrderId,sku,title\n';

test('each line of NDJSON is a row that knows its line and where the next one begins', () =>
  withFile('a.ndjson', '{"a":1}\n\n{"b":"é"}\n', async (file) => {
    const rows = await readRows(file, 'ndjson');
    expect(rows.map(({ line, begins, next }) => ({ line, begins, next }))).toEqual([
      { line: 1, begins: true, next: { offset: 8, line: 2 } },
      { line: 3, begins: true, next: { offset: 20, line: 4 } },
    ]);
    expect(rows.map(textOf)).toEqual(['{"a":1}\n', '\n{"b":"é"}\n']);
  }));

test('a last line without an ending is a row', () =>
  withFile('a.ndjson', '{"a":1}\n{"b":2}', async (file) => {
    const rows = await readRows(file, 'ndjson');
    expect(rows.at(-1)?.next).toEqual({ offset: 15, line: 3 });
  }));

test('rows of one order must not be parted', () =>
  withFile('a.csv', `${header}shop,1,A,x\nshop,1,B,x\nshop,2,A,x\nweb,2,A,x\n`, async (file) => {
    expect((await readRows(file, 'csv')).map(({ begins }) => begins)).toEqual([true, false, true, true]);
  }));

test('where a column holds the lines, every row is an order of its own', () =>
  withFile('a.csv', 'channel,channelOrderId,lines\nshop,1,[]\nshop,1,[]\n', async (file) => {
    expect((await readRows(file, 'csv')).map(({ begins }) => begins)).toEqual([true, true]);
  }));

test('a quoted cell may go on over lines', () =>
  withFile('a.csv', `${header}shop,1,A,"two\r\nlines, ""quoted"""\r\nshop,2,B,x\r\n`, async (file) => {
    const rows = await readRows(file, 'csv');
    expect(rows.map(({ line, next }) => [line, next.line])).toEqual([
      [2, 4],
      [4, 5],
    ]);
  }));

test('a forgotten quote costs its own line and not the rest of the file', () =>
  withFile('a.csv', `${header}shop,1,A,"open\nshop,2,B,x\nshop,3,"C",x\n`, async (file) => {
    const rows = await readRows(file, 'csv');
    expect(rows.map(({ line }) => line)).toEqual([2, 3, 4]);
  }));

test('semicolons and a byte order mark are understood', () =>
  withFile('a.csv', '\uFEFFchannel;channelOrderId;sku\nshop;1;A\nshop;1;B\n', async (file) => {
    expect((await readRows(file, 'csv')).map(({ begins }) => begins)).toEqual([true, false]);
  }));

test('a header without the number of the order is refused before anything is sent', () =>
  withFile('a.csv', 'channel,sku\nshop,A\n', async (file) => {
    await expect(openOrderFile(file, 'csv')).rejects.toThrow('no column channelOrderId');
  }));

test('an empty CSV is refused', () =>
  withFile('a.csv', '\n\n', async (file) => {
    await expect(openOrderFile(file, 'csv')).rejects.toThrow('empty');
  }));

const cell = fc.stringMatching(/^[a-z,"\n;é]{0,6}$/).map((text) => `"${text.replaceAll('"', '""')}"`);
const row = fc.record({ order: fc.integer({ min: 1, max: 4 }), sku: cell, title: cell, blank: fc.boolean() });

test('from wherever one order ends, the rest of the file reads the same', () =>
  fc.assert(
    fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 12 }), async (sample) => {
      const body = sample.map(
        ({ order, sku, title, blank }) => `shop,${order},${sku},${title}\n${blank ? '\n' : ''}`,
      );
      await withFile('a.csv', header + body.join(''), async (file) => {
        const rows = await readRows(file, 'csv');
        expect(rows).toHaveLength(sample.length);
        for (const [n, { next }] of rows.entries()) {
          if (rows[n + 1]?.begins === false) continue;
          const rest = await readRows(file, 'csv', next);
          expect(rest.map(({ line, begins }) => ({ line, begins }))).toEqual(
            rows.slice(n + 1).map(({ line, begins }) => ({ line, begins })),
          );
        }
      });
    }),
    { numRuns: 25 },
  ));

test('a file larger than a chunk is read whole, with right offsets', () => {
  const lines = Array.from({ length: 5_000 }, (_, n) => JSON.stringify({ n, text: 'é'.repeat(n % 200) }));
  return withFile('a.ndjson', `${lines.join('\n')}\n`, async (file) => {
    const rows = await readRows(file, 'ndjson');
    expect(rows.map((one) => textOf(one).trim())).toEqual(lines);
    const middle = rows[2_345];
    if (middle === undefined) throw new Error('There is no such row');
    const [next] = await readRows(file, 'ndjson', middle.next);
    expect(next === undefined ? '' : textOf(next).trim()).toBe(lines[2_346]);
  });
});
