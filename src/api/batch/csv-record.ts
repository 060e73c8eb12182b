/** Where a record stands after a line: complete, inside a quoted cell, or impossible. */
export type RecordState = 'done' | 'open' | 'bad';

/**
 * Reads the cells of one CSV record (RFC 4180), line by line: a quoted cell may hold line breaks. A quote
 * stands around a whole cell or, doubled, inside a quoted one; anywhere else it is an error, which is
 * what tells a forgotten closing quote within a line or two.
 */
export const createCsvRecord = (delimiter: string) => {
  const cells: string[] = [];
  let cell = '';
  let open = false;

  const feed = (line: string): RecordState => {
    if (open) cell += '\n';
    let at = 0;
    for (;;) {
      if (open) {
        const quote = line.indexOf('"', at);
        if (quote === -1) {
          cell += line.slice(at);
          return 'open';
        }
        cell += line.slice(at, quote);
        at = quote + 1;
        if (line[at] === '"') {
          cell += '"';
          at += 1;
          continue;
        }
        open = false;
        if (at < line.length && line[at] !== delimiter) return 'bad';
      } else if (line[at] === '"') {
        open = true;
        at += 1;
        continue;
      } else {
        const end = line.indexOf(delimiter, at);
        cell = line.slice(at, end === -1 ? line.length : end);
        if (cell.includes('"')) return 'bad';
        at = end === -1 ? line.length : end;
      }
      cells.push(cell);
      cell = '';
      if (at >= line.length) return 'done';
      at += 1;
      if (at === line.length) {
        cells.push('');
        return 'done';
      }
    }
  };

  return { feed, cells: cells as readonly string[] };
};

/** The sign between the cells of a header: spreadsheets of half of Europe write semicolons. */
export const findDelimiter = (header: string): string => {
  const count = (sign: string): number => header.split(sign).length;
  const [best = ','] = [',', ';', '\t'].sort((a, b) => count(b) - count(a));
  return best;
};
