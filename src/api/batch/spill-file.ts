import { randomUUID } from 'node:crypto';
import { type FileHandle, open, rm } from 'node:fs/promises';
import { join } from 'node:path';

const readBytes = 64 * 1024;

/** Disk that spill files may still take, all of them together: answers can be many times their lines. */
export interface SpillSpace {
  leftBytes: number;
}

/** Bytes on disk that come out in the order in which they went in. One call at a time. */
export interface SpillFile {
  readonly isEmpty: boolean;
  /** Whether there is space for another byte. */
  readonly hasSpace: boolean;
  /** Keeps as much as there is space for, and says how much. When it throws it has kept nothing. */
  append(bytes: Buffer): Promise<number>;
  /** The oldest bytes, at least one, which it forgets. */
  take(): Promise<Buffer>;
  dispose(): Promise<void>;
}

/** A new file for this user only, without a name where the platform lets an open file lose it. */
const openNameless = async (folder: string): Promise<{ handle: FileHandle; path: string | null }> => {
  const path = join(folder, `navette-batch-${randomUUID()}`);
  const handle = await open(path, 'wx+', 0o600);
  const unlinked = await rm(path).then(
    () => true,
    () => false,
  );
  return { handle, path: unlinked ? null : path };
};

/** The file is made when it is first needed, begins anew whenever it has become empty, and leaves no trace. */
export const createSpillFile = (folder: string, space: SpillSpace): SpillFile => {
  let opened: { readonly handle: FileHandle; readonly path: string | null } | null = null;
  let start = 0;
  let end = 0;

  const reset = (): void => {
    space.leftBytes += end;
    start = 0;
    end = 0;
  };

  return {
    get isEmpty() {
      return start === end;
    },
    get hasSpace() {
      return space.leftBytes > 0;
    },
    append: async (bytes) => {
      const length = Math.min(bytes.length, space.leftBytes);
      space.leftBytes -= length;
      let written = 0;
      try {
        opened ??= await openNameless(folder);
        written = (await opened.handle.write(bytes, 0, length, end)).bytesWritten;
        end += written;
      } finally {
        space.leftBytes += length - written;
      }
      return written;
    },
    take: async () => {
      if (opened === null) throw new Error('Nothing was spilled');
      const { handle } = opened;
      const length = Math.min(readBytes, end - start);
      const { buffer, bytesRead } = await handle.read(Buffer.allocUnsafe(length), 0, length, start);
      if (bytesRead === 0) throw new Error('The spill file has lost what it held');
      start += bytesRead;
      if (start === end) {
        await handle.truncate(0);
        reset();
      }
      return buffer.subarray(0, bytesRead);
    },
    dispose: async () => {
      reset();
      await opened?.handle.close();
      if (opened?.path != null) await rm(opened.path, { force: true });
      opened = null;
    },
  };
};
