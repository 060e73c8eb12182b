import type { ServerResponse } from 'node:http';
import { createSpillBuffer } from './spill-buffer.ts';
import { createSpillFile, type SpillSpace } from './spill-file.ts';

/** Entries at work at once: a few group commits' worth. */
const mostEntries = 1_000;
/** What they may hold in memory. */
const mostBytes = 16 * 1024 * 1024;
/** Answers that are ready together are written together. */
const writeBytes = 64 * 1024;

/** Where answers wait for a client that does not read, and how many. */
export interface UnreadLimits {
  readonly memoryBytes: number;
  readonly folder: string;
  readonly space: SpillSpace;
}

interface Slot {
  readonly bytes: number;
  text: string | null;
}

export interface OrderedOutput {
  /** Takes the next place; its text is written when it and all before it are there. */
  add(bytes: number, text: Promise<string>): void;
  /** Resolves when there is room for another entry, or the client has gone. */
  room(): Promise<void>;
  /** Resolves when everything is written, or the client has gone. */
  drained(): Promise<void>;
  /** Gives up what is not written, and the disk that it took. */
  close(): Promise<void>;
  readonly gone: boolean;
}

/** Writes results in the order of their lines, whatever the order in which they come. */
export const createOrderedOutput = (
  response: ServerResponse,
  { memoryBytes, folder, space }: UnreadLimits,
  onDiskError: (error: unknown) => void,
): OrderedOutput => {
  const slots: Slot[] = [];
  let head = 0;
  let bytes = 0;
  let gone = response.destroyed;
  let writing = false;
  let waiters: (() => void)[] = [];

  const count = (): number => slots.length - head;

  const wake = (): void => {
    const woken = waiters;
    waiters = [];
    for (const resolve of woken) resolve();
  };

  const until = async (condition: () => boolean): Promise<void> => {
    while (!gone && !condition()) await new Promise<void>((resolve) => waiters.push(resolve));
  };

  const unread = createSpillBuffer(response, {
    file: createSpillFile(folder, space),
    memoryBytes,
    onProgress: wake,
    onDiskError,
  });

  const write = (): void => {
    writing = false;
    let text = '';
    for (let slot = slots[head]; slot?.text != null; slot = slots[head]) {
      text += slot.text;
      bytes -= slot.bytes;
      head += 1;
      if (text.length < writeBytes) continue;
      unread.write(text);
      text = '';
    }
    if (text !== '') unread.write(text);
    if (head >= mostEntries) {
      slots.splice(0, head);
      head = 0;
    }
    wake();
  };

  /** Once a turn of the event loop: what one commit answers settles entry by entry. */
  const writeSoon = (): void => {
    if (writing) return;
    writing = true;
    setImmediate(write);
  };

  response.once('close', () => {
    gone = true;
    wake();
  });

  return {
    add: (size, text) => {
      const slot: Slot = { bytes: size, text: null };
      slots.push(slot);
      bytes += size;
      void text.then((settled) => {
        slot.text = settled;
        if (slots[head] === slot) writeSoon();
      });
    },
    room: () => until(() => count() < mostEntries && bytes < mostBytes && unread.hasRoom),
    drained: () => until(() => count() === 0 && unread.isEmpty),
    close: unread.close,
    get gone() {
      return gone;
    },
  };
};
