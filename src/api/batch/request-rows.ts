import { type Column, columnsOf } from './columns.ts';
import type { CsvTable } from './csv-table.ts';
import { badEntry } from './entry.ts';
import { readFields, refuseExtraCells } from './row-fields.ts';

/** How a row names the order that it is about, and itself. */
const naming = columnsOf('text', false, 'orderId channel channelOrderId idempotencyKey');

/**
 * What is asked of orders that exist: each row is a request of its own, with one line of the order in its cells, or
 * any number of them as JSON in `lines`.
 */
export const requestTable = (columns: readonly Column[]): CsvTable => ({
  columns: [...naming, ...columnsOf('json', false, 'lines'), ...columns],
  faultOf: (names) =>
    names.includes('orderId') || (names.includes('channel') && names.includes('channelOrderId'))
      ? null
      : 'The header has no column orderId, nor channel and channelOrderId',
  assembler: (header) => ({
    push: (row) => {
      const refused = refuseExtraCells(header, row);
      if (refused !== null) return [refused];
      const { whole, line } = readFields(header, row);
      const hasLine = Object.keys(line).length > 0;
      if (hasLine && 'lines' in whole) {
        const detail = 'The row names lines of the order twice: in `lines`, and in cells of their own';
        return [badEntry([row.line], { code: 'rows_disagree', detail })];
      }
      const value = hasLine ? { ...whole, lines: [line] } : whole;
      return [{ lines: [row.line], bytes: row.bytes, content: { ok: true, value } }];
    },
    flush: () => [],
  }),
});
