/** One physical line, without its ending. `bytes` is null for a line above the limit: it was not kept. */
export interface Line {
  /** From 1, blank lines counted. */
  readonly number: number;
  readonly bytes: Buffer | null;
}

const newline = 0x0a;
const carriageReturn = 0x0d;
const byteOrderMark = Buffer.from([0xef, 0xbb, 0xbf]);

const trimEnding = (bytes: Buffer): Buffer =>
  bytes.at(-1) === carriageReturn ? bytes.subarray(0, -1) : bytes;

const trimMark = (bytes: Buffer): Buffer =>
  bytes.subarray(0, 3).equals(byteOrderMark) ? bytes.subarray(3) : bytes;

/** Cuts a stream of bytes into lines, keeping at most one line and never more than the limit of it. */
export const createLineSplitter = (limitBytes: number) => {
  let parts: Buffer[] = [];
  let length = 0;
  let number = 0;

  const keep = (part: Buffer): void => {
    length += part.length;
    // What is above the limit is counted and let go.
    if (length <= limitBytes) parts.push(part);
    else parts = [];
  };

  const finish = (): Line => {
    number += 1;
    const whole = parts.length === 1 && parts[0] !== undefined ? parts[0] : Buffer.concat(parts);
    const bytes = length > limitBytes ? null : trimEnding(number === 1 ? trimMark(whole) : whole);
    parts = [];
    length = 0;
    return { number, bytes };
  };

  return {
    push: (chunk: Buffer): Line[] => {
      const lines: Line[] = [];
      let from = 0;
      for (let at = chunk.indexOf(newline); at !== -1; at = chunk.indexOf(newline, from)) {
        keep(chunk.subarray(from, at));
        lines.push(finish());
        from = at + 1;
      }
      if (from < chunk.length) keep(chunk.subarray(from));
      return lines;
    },
    /** The last line, if the stream did not end with a newline. */
    end: (): Line[] => (length > 0 ? [finish()] : []),
  };
};
