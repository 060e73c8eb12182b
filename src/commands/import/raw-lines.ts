import { createReadStream } from 'node:fs';
import type { Position } from './position.ts';

const lineFeed = 0x0a;
const chunkBytes = 128 * 1024;

/** Sixteen times what the API takes as a line: such a file has no lines at all. */
const longestLine = 16 * 1024 * 1024;

/** A line as it stands in the file, its ending included; the last one may have none. */
export interface RawLine {
  readonly bytes: Buffer;
  readonly number: number;
  /** Where the next one begins. */
  readonly next: Position;
}

/**
 * The lines of a file from a position on, as many at a time as a chunk of the file holds.
 * @throws Error for a line of more than 16 MiB.
 */
export async function* readRawLines(file: string, from: Position): AsyncGenerator<RawLine[]> {
  let { offset, line } = from;
  let rest: Buffer = Buffer.alloc(0);

  const toLine = (bytes: Buffer): RawLine => {
    const number = line;
    offset += bytes.length;
    line += 1;
    return { bytes, number, next: { offset, line } };
  };

  for await (const chunk of createReadStream(file, { start: offset, highWaterMark: chunkBytes })) {
    const bytes: Buffer = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    const lines: RawLine[] = [];
    let begin = 0;
    for (let at = bytes.indexOf(lineFeed, rest.length); at !== -1; at = bytes.indexOf(lineFeed, begin)) {
      lines.push(toLine(bytes.subarray(begin, at + 1)));
      begin = at + 1;
    }
    rest = bytes.subarray(begin);
    if (rest.length > longestLine) throw new Error(`Line ${line} is longer than 16 MiB: no file of orders`);
    if (lines.length > 0) yield lines;
  }
  if (rest.length > 0) yield [toLine(rest)];
}
