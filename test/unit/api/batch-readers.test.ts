import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BadCsvHeader, createCsvReader } from '../../../src/api/batch/csv.ts';
import type { BatchEntry, EntryReader } from '../../../src/api/batch/entry.ts';
import { createNdjsonReader } from '../../../src/api/batch/ndjson.ts';

/** Feeds a reader in pieces of this many bytes. */
const read = (reader: EntryReader, input: string | Buffer, pieceBytes = 7): BatchEntry[] => {
  const bytes = Buffer.from(input);
  const entries: BatchEntry[] = [];
  for (let at = 0; at < bytes.length; at += pieceBytes) {
    entries.push(...reader.push(bytes.subarray(at, at + pieceBytes)));
  }
  return [...entries, ...reader.end()];
};

const ndjson = (input: string | Buffer, pieceBytes?: number) => read(createNdjsonReader(), input, pieceBytes);
const csv = (input: string | Buffer, pieceBytes?: number) => read(createCsvReader(), input, pieceBytes);

const values = (entries: readonly BatchEntry[]) =>
  entries.map(({ lines, content }) => [lines, content.ok ? content.value : content.error.code]);

describe('NDJSON', () => {
  it('reads a value per line and counts blank lines without answering them', () => {
    expect(values(ndjson('{"a":1}\n\n  \n{"a":2}\n'))).toEqual([
      [[1], { a: 1 }],
      [[4], { a: 2 }],
    ]);
  });

  it('takes CRLF, a byte order mark, and a last line without a newline', () => {
    expect(values(ndjson('\ufeff1\r\n2\r\n3'))).toEqual([
      [[1], 1],
      [[2], 2],
      [[3], 3],
    ]);
  });

  it('gives up a line that is no JSON or no UTF-8, and reads on', () => {
    const input = Buffer.concat([Buffer.from('{"a":\n'), Buffer.from([0xff, 0x0a]), Buffer.from('7\n')]);
    expect(values(ndjson(input))).toEqual([
      [[1], 'malformed_json'],
      [[2], 'invalid_encoding'],
      [[3], 7],
    ]);
  });

  it('gives up a line above a megabyte, and reads on', () => {
    const input = `1\n"${'x'.repeat(1_100_000)}"\n3\n`;
    expect(values(ndjson(input, 65_536))).toEqual([
      [[1], 1],
      [[2], 'line_too_long'],
      [[3], 3],
    ]);
  });

  it('says where JSON ends to be JSON, and nothing of what stands there', () => {
    const [entry] = ndjson('{"name": "Camille", x}');
    expect(JSON.stringify(entry)).not.toContain('Camille');
  });
});

describe('CSV', () => {
  it('builds nested orders from dotted columns and ignores columns it does not know', () => {
    const input =
      'channel,channelOrderId,weather,buyer.name,shippingMinor,historical,lines\n' +
      'shop,1,rain,"Martin, Camille",490,true,"[{""lineId"":""1""}]"\n';
    expect(values(csv(input))).toEqual([
      [
        [2],
        {
          channel: 'shop',
          channelOrderId: '1',
          buyer: { name: 'Martin, Camille' },
          shippingMinor: 490,
          historical: true,
          lines: [{ lineId: '1' }],
        },
      ],
    ]);
  });

  it('joins rows of one order that follow each other', () => {
    const input =
      'channel,channelOrderId,currency,sku,quantity\nshop,1,EUR,A,1\nshop,1,,B,2\nshop,2,EUR,C,3\nshop,1,EUR,D,1\n';
    expect(values(csv(input))).toEqual([
      [
        [2, 3],
        {
          channel: 'shop',
          channelOrderId: '1',
          currency: 'EUR',
          lines: [
            { lineId: '1', sku: 'A', quantity: 1 },
            { lineId: '2', sku: 'B', quantity: 2 },
          ],
        },
      ],
      [[4], expect.objectContaining({ channelOrderId: '2' })],
      [[5], expect.objectContaining({ channelOrderId: '1' })],
    ]);
  });

  it('refuses an order whose rows contradict each other', () => {
    const input = 'channel,channelOrderId,buyer.name,sku\nshop,1,Camille,A\nshop,1,Dominique,B\n';
    const [entry] = csv(input);
    expect(entry?.content).toEqual({
      ok: false,
      error: { code: 'rows_disagree', detail: 'The rows of this order disagree about buyer.name' },
    });
  });

  it('does not keep the rows of an order that never ends', () => {
    const input = `channel,channelOrderId,sku\n${'shop,1,A\n'.repeat(2_500)}shop,2,B\n`;
    const entries = csv(input, 4_096);
    expect(entries.flatMap(({ lines }) => lines)).toEqual(Array.from({ length: 2_501 }, (_, n) => n + 2));
    expect(entries.at(0)?.content).toMatchObject({ ok: false, error: { code: 'order_too_long' } });
    expect(entries.at(-1)?.content).toMatchObject({ ok: true, value: { channelOrderId: '2' } });
  });

  it('lets a forgotten quote cost its own line only', () => {
    const input =
      'channel,channelOrderId,sku\nshop,1,"A\nshop,2,B\nshop,3,"C"\nshop,4,D"\nshop,5,"E\nwith a break"\nshop,6,F\n';
    expect(values(csv(input))).toEqual([
      [[2], 'malformed_csv'],
      [[3], expect.objectContaining({ channelOrderId: '2' })],
      [[4], expect.objectContaining({ channelOrderId: '3' })],
      [[5], 'malformed_csv'],
      [[6], expect.objectContaining({ lines: [{ lineId: '1', sku: 'E\nwith a break' }] })],
      [[8], expect.objectContaining({ channelOrderId: '6' })],
    ]);
  });

  it('gives up a quote that is still open at the end, and only its line', () => {
    expect(values(csv('channel,channelOrderId,sku\nshop,1,"A\nshop,2,B\n'))).toEqual([
      [[2], 'malformed_csv'],
      [[3], expect.objectContaining({ channelOrderId: '2' })],
    ]);
  });

  it('reads what a French spreadsheet writes', () => {
    const input = '\ufeffchannel;channelOrderId;buyer.name;sku\r\nshop;1;"Martin; Camille";A\r\n';
    expect(values(csv(input))).toEqual([
      [[2], expect.objectContaining({ buyer: { name: 'Martin; Camille' } })],
    ]);
  });

  it('refuses a row with more cells than the header', () => {
    expect(values(csv('channel,channelOrderId,sku\nshop,1,A,B\n'))).toEqual([[[2], 'malformed_csv']]);
  });

  it('refuses a header without the columns that name an order, or with one twice', () => {
    expect(() => csv('channel,sku\nshop,A\n')).toThrow(BadCsvHeader);
    expect(() => csv('channel,channelOrderId,sku,sku\n')).toThrow(BadCsvHeader);
  });

  it('answers every line once and in order, whatever is sent', () => {
    const cell = fc.constantFrom('shop', '1', '2', '"', '""', ',', ',', '\n', '\n', '\r\n', ' ', 'x');
    fc.assert(
      fc.property(fc.array(cell, { maxLength: 60 }), fc.integer({ min: 1, max: 9 }), (cells, pieceBytes) => {
        const body = `shop,1,${cells.join('')}\nshop,9,last\n`;
        const entries = csv(`channel,channelOrderId,sku\n${body}`, pieceBytes);
        const numbers = entries.flatMap(({ lines }) => lines);
        expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b));
      }),
      { numRuns: 500 },
    );
  });
});
