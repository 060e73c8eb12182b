import { describe, expect, it } from 'vitest';
import { columnsOf } from '../../../src/api/batch/columns.ts';
import { BadCsvHeader, createCsvReader } from '../../../src/api/batch/csv.ts';
import { requestTable } from '../../../src/api/batch/request-rows.ts';
import { createSameness } from '../../../src/api/batch/sameness.ts';

const table = requestTable([
  ...columnsOf('text', false, 'reason'),
  ...columnsOf('decimal', false, 'restockingFee.percent'),
  ...columnsOf('text', true, 'lineId'),
  ...columnsOf('integer', true, 'quantity'),
]);

const read = (input: string): unknown[] => {
  const reader = createCsvReader(table);
  return [...reader.push(Buffer.from(input)), ...reader.end()].map(({ lines, content }) => [
    ...lines,
    content.ok ? content.value : content.error.code,
  ]);
};

describe('A CSV of requests', () => {
  it('makes a request of each row, with its line in cells or its lines as JSON', () => {
    const input =
      'channel,channelOrderId,lineId,quantity,lines,reason,restockingFee.percent\n' +
      'shop,1,7,2,,worn,20\nshop,1,,,"[{""lineId"":""8""}]",worn,\nshop,2,,,,all,\n';
    expect(read(input)).toEqual([
      [
        2,
        {
          channel: 'shop',
          channelOrderId: '1',
          lines: [{ lineId: '7', quantity: 2 }],
          reason: 'worn',
          restockingFee: { percent: 20 },
        },
      ],
      [3, { channel: 'shop', channelOrderId: '1', lines: [{ lineId: '8' }], reason: 'worn' }],
      [4, { channel: 'shop', channelOrderId: '2', reason: 'all' }],
    ]);
  });

  it('reads a share with a comma, and leaves what is no number for the schema to refuse', () => {
    const of = (cell: string) => read(`orderId;restockingFee.percent\na;${cell}\n`);
    expect(of('12,5')).toEqual([[2, { orderId: 'a', restockingFee: { percent: 12.5 } }]]);
    expect(of('12.5')).toEqual([[2, { orderId: 'a', restockingFee: { percent: 12.5 } }]]);
    expect(of('a fifth')).toEqual([[2, { orderId: 'a', restockingFee: { percent: 'a fifth' } }]]);
  });

  it('refuses a row that names lines twice, and one with cells beyond the header', () => {
    expect(read('orderId,lineId,lines\na,1,[]\nb,1,[],x\n')).toEqual([
      [2, 'rows_disagree'],
      [3, 'malformed_csv'],
    ]);
  });

  it('refuses a header that does not name the order', () => {
    expect(() => read('channel,reason\nshop,x\n')).toThrow(BadCsvHeader);
    expect(() => read('channelOrderId,reason\n1,x\n')).toThrow(BadCsvHeader);
    expect(read('channel,channelOrderId\nshop,1\n')).toHaveLength(1);
  });
});

describe('Rows of a file that comes again', () => {
  const path = '/v1/refunds/batch';
  const keysOf = (contents: readonly unknown[], requestKey: string | null = null) => {
    const keyOf = createSameness(path, requestKey);
    return contents.map((content, n) => keyOf({ content, line: n + 2, idempotencyKey: null }));
  };
  const [a, b] = [{ orderId: 'a' }, { orderId: 'b' }];

  it('are the same rows, and what is added at the end is new', () => {
    const first = keysOf([a, b, a]);
    const again = keysOf([a, b, a, b]);
    expect(again.slice(0, 3)).toEqual(first);
    expect(new Set(again.map(({ key }) => key)).size).toBe(4);
  });

  it('count each, where two of them are equal', () => {
    const [one, two] = keysOf([a, a]);
    expect(one?.key).not.toBe(two?.key);
    expect(one?.hash).toBe(two?.hash);
  });

  it('are the same rows in a file that was mended, so that nothing is asked for twice', () => {
    const [first, second] = keysOf([a, b]);
    const [, mended, third] = keysOf([{ orderId: 'c' }, a, b]);
    expect([mended?.key, third?.key]).toEqual([first?.key, second?.key]);
  });

  it('are known by the key of the request and their line, whatever stands before', () => {
    const [, second] = keysOf([a, b], 'file-7');
    const [, mended] = keysOf([b, b], 'file-7');
    expect(mended).toEqual(second);
    expect(second).toMatchObject({ key: 'file-7 3' });
  });

  it('are known by a key of their own in any file, and no such key is taken for another kind', () => {
    const own = createSameness(path, 'file-7')({ content: a, line: 9, idempotencyKey: 'file-7 3' });
    const [, second] = keysOf([a, b], 'file-7');
    expect(own.key).toBe(second?.key);
    expect(own.scope).not.toBe(second?.scope);
  });
});
