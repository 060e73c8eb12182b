import type { Target } from './find-target.ts';
import type { OrderFile } from './order-file.ts';
import { contentTypes, type Position } from './position.ts';
import type { Row } from './rows.ts';
import { type Answer, Interrupted, sendRequest } from './send-request.ts';

/** An answer with the line of the file instead of the request's. */
export interface Confirmation {
  readonly answer: Answer;
  /** Set when every line before it has its answer and an import may go on here. */
  readonly position: Position | null;
}

export interface Segment {
  readonly file: OrderFile;
  readonly from: Position;
  /** About how many lines go into the request; an order is not parted. */
  readonly lines: number;
  readonly target: Target;
  readonly onConfirmed: (confirmation: Confirmation) => void;
  readonly signal: AbortSignal;
}

/** Where the file may be cut: behind an order whose last answer is that of `line`. */
interface Cut {
  line: number;
  next: Position;
}

/**
 * Sends a part of a file as one batch. Answers whether the file is at its end.
 * @throws Interrupted, Refused. What was confirmed before is.
 */
export const sendSegment = async (segment: Segment): Promise<{ readonly ended: boolean }> => {
  const { file, from, lines, target, onConfirmed, signal } = segment;
  const cuts: Cut[] = [];
  let ended = true;
  // The request's own lines begin at 1, with the header where there is one.
  const shift = from.line - 1 - (file.header === null ? 0 : 1);

  const isFull = ({ line, begins }: Row): boolean => begins && line >= from.line + lines;

  const note = ({ line, begins, next }: Row): void => {
    const last = cuts.at(-1);
    if (begins || last === undefined) cuts.push({ line, next });
    else Object.assign(last, { line, next });
  };

  async function* body(): AsyncGenerator<Buffer> {
    if (file.header !== null) yield file.header;
    for await (const rows of file.rows(from)) {
      const parts: Buffer[] = [];
      for (const row of rows) {
        if (isFull(row)) {
          ended = false;
          break;
        }
        note(row);
        parts.push(...row.bytes);
      }
      if (parts.length > 0) yield Buffer.concat(parts);
      if (!ended) return;
    }
  }

  const onAnswer = (answer: Answer): void => {
    const line = answer.line + shift;
    let position: Position | null = null;
    for (let cut = cuts[0]; cut !== undefined && cut.line <= line; cut = cuts[0]) {
      position = cut.next;
      cuts.shift();
    }
    onConfirmed({ answer: { ...answer, line }, position });
  };

  await sendRequest({ target, contentType: contentTypes[file.format], body: body(), onAnswer, signal });
  if (cuts.length > 0) throw new Interrupted('The server left lines without an answer');
  return { ended };
};
