import type { Writable } from 'node:stream';
import type { SpillFile } from './spill-file.ts';

export interface SpillBufferOptions {
  readonly file: SpillFile;
  /** What the sink may hold unread before the rest goes to the file, and what may wait for the file. */
  readonly memoryBytes: number;
  /** Called when there may be room again, or nothing left. */
  readonly onProgress: () => void;
  /** The disk takes no more, and who writes must wait for the reader; or it does not give back, and the sink breaks. */
  readonly onDiskError: (error: unknown) => void;
}

export interface SpillBuffer {
  /** Takes text whether or not there is room; nothing of it is lost. */
  write(text: string): void;
  /** False: memory is full and the disk takes no more, or has not yet. */
  readonly hasRoom: boolean;
  /** The sink has been given everything. */
  readonly isEmpty: boolean;
  /** Forgets what is left. */
  close(): Promise<void>;
}

/**
 * Stands before a stream whose reader may be slow, or read nothing until it has written everything: what
 * waits beyond a little memory waits in a file. The order is always sink, file, `waiting`.
 */
export const createSpillBuffer = (sink: Writable, options: SpillBufferOptions): SpillBuffer => {
  const { file, memoryBytes, onProgress, onDiskError } = options;
  const waiting: Buffer[] = [];
  let waitingBytes = 0;
  let diskRefused = false;
  let closed = false;
  let moving = false;
  let moved = Promise.resolve();

  const sinkTakesMore = (): boolean => !sink.writableNeedDrain || sink.writableLength < memoryBytes;

  /** Forgets the first `count` bytes of what waits, all of them in the first piece. */
  const dropWaiting = (first: Buffer, count: number): void => {
    waitingBytes -= count;
    if (count === first.length) waiting.shift();
    else waiting[0] = first.subarray(count);
  };

  const giveWaiting = async (first: Buffer): Promise<void> => {
    dropWaiting(first, first.length);
    sink.write(first);
  };

  const giveSpilled = async (): Promise<void> => {
    const bytes = await file.take();
    if (!closed && !sink.destroyed) sink.write(bytes);
  };

  const spill = async (first: Buffer): Promise<void> => {
    try {
      dropWaiting(first, await file.append(first));
    } catch (error) {
      diskRefused = true;
      onDiskError(error);
    }
  };

  /** What can be done now; null: nothing before the reader reads or more is written. */
  const nextMove = (): Promise<void> | null => {
    const [first] = waiting;
    if (closed || sink.destroyed) return null;
    if (sinkTakesMore()) {
      if (!file.isEmpty) return giveSpilled();
      return first === undefined ? null : giveWaiting(first);
    }
    return first === undefined || diskRefused || !file.hasSpace ? null : spill(first);
  };

  const moveAll = async (): Promise<void> => {
    try {
      for (let move = nextMove(); move !== null; move = nextMove()) {
        await move;
        onProgress();
      }
    } catch (error) {
      // What was spilled cannot be read again: a broken connection says so, a gap would not.
      onDiskError(error);
      sink.destroy(error as Error);
    }
    moving = false;
    onProgress();
  };

  const move = (): void => {
    if (moving) return;
    moving = true;
    moved = moveAll();
  };

  const isEmpty = (): boolean => !moving && waiting.length === 0 && file.isEmpty;

  sink.on('drain', move);

  return {
    write: (text) => {
      if (closed || sink.destroyed) return;
      if (isEmpty() && sinkTakesMore()) {
        sink.write(text);
        return;
      }
      const bytes = Buffer.from(text);
      waiting.push(bytes);
      waitingBytes += bytes.length;
      move();
    },
    get hasRoom() {
      return waitingBytes < memoryBytes;
    },
    get isEmpty() {
      return isEmpty();
    },
    close: async () => {
      closed = true;
      sink.off('drain', move);
      await moved;
      await file.dispose();
    },
  };
};
