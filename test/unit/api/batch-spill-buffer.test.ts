import { mkdtempSync, readdirSync, readlinkSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { setImmediate as turn } from 'node:timers/promises';
import v8 from 'node:v8';
import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createSpillBuffer } from '../../../src/api/batch/spill-buffer.ts';
import { createSpillFile, type SpillFile, type SpillSpace } from '../../../src/api/batch/spill-file.ts';
import { until } from '../../support/until.ts';

const megabyte = 1024 * 1024;
let folder: string;
let space: SpillSpace;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'navette-spill-test-'));
  space = { leftBytes: 100 * megabyte };
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A buffer before a stream that nobody reads until the test does. */
const start = (file: SpillFile, memoryBytes = 4_096) => {
  const sink = new PassThrough({ highWaterMark: 1_024 });
  const diskErrors: unknown[] = [];
  let progress = (): void => {};
  const buffer = createSpillBuffer(sink, {
    file,
    memoryBytes,
    onProgress: () => progress(),
    onDiskError: (error) => diskErrors.push(error),
  });
  const when = async (condition: () => boolean): Promise<void> => {
    while (!condition()) {
      await new Promise<void>((resolve) => {
        progress = resolve;
      });
    }
  };
  /** Reads to the end, whatever was read before. */
  const readRest = async (): Promise<Buffer> => {
    const pieces: Buffer[] = [];
    sink.on('data', (piece: Buffer) => pieces.push(piece));
    await when(() => buffer.isEmpty);
    await new Promise<void>((resolve) => sink.once('end', resolve).end());
    return Buffer.concat(pieces);
  };
  return { sink, buffer, diskErrors, hasRoom: () => when(() => buffer.hasRoom), readRest };
};

const line = (n: number): string => `${JSON.stringify({ line: n, detail: 'é'.repeat(20) })}\n`;

/** Writes lines from 0 as long as there is room for them, at most so many. */
const fill = async ({ buffer, hasRoom }: ReturnType<typeof start>, lines: number): Promise<string> => {
  let written = '';
  for (let n = 0; n < lines; n += 1) {
    await hasRoom();
    written += line(n);
    buffer.write(line(n));
  }
  return written;
};

/** A disk that takes what it likes at each turn, and at last nothing. */
const createMoodyFile = (takes: readonly number[]): SpillFile => {
  const moods = [...takes];
  let held = Buffer.alloc(0);
  return {
    get isEmpty() {
      return held.length === 0;
    },
    hasSpace: true,
    append: async (bytes) => {
      await turn();
      const most = moods.shift();
      if (most === undefined) throw Object.assign(new Error('The disk is full'), { code: 'ENOSPC' });
      const taken = bytes.subarray(0, most);
      held = Buffer.concat([held, taken]);
      return taken.length;
    },
    take: async () => {
      await turn();
      const bytes = held.subarray(0, 100);
      held = held.subarray(100);
      return bytes;
    },
    dispose: async () => {},
  };
};

v8.setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

const liveMegabytes = (): number => {
  collectGarbage();
  const { heapUsed, external } = process.memoryUsage();
  return (heapUsed + external) / megabyte;
};

/** Descriptors of files that lie in the folder of the test, with or without a name there. */
const openFiles = (): string[] =>
  readdirSync('/proc/self/fd')
    .map((fd) => `/proc/self/fd/${fd}`)
    .filter((fd) => {
      try {
        return readlinkSync(fd).startsWith(folder);
      } catch {
        return false;
      }
    });

describe('A spill buffer', () => {
  it('gives everything in order to a reader that reads only at the end', async () => {
    const started = start(createSpillFile(folder, space));
    const written = await fill(started, 8_000);
    expect(space.leftBytes).toBeLessThan(100 * megabyte);
    expect((await started.readRest()).toString()).toBe(written);
    expect([space.leftBytes, started.diskErrors]).toEqual([100 * megabyte, []]);
    await started.buffer.close();
  });

  it('gives what an array would, however turns are taken and whatever the disk takes', async () => {
    const step = fc.oneof(
      fc.record({ write: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 400 }) }),
      fc.record({ read: fc.integer({ min: 1, max: 2_000 }) }),
      fc.constant('turn' as const),
    );
    const file = fc.oneof(
      fc.nat(6_000).map((leftBytes) => () => createSpillFile(folder, { leftBytes })),
      fc.array(fc.integer({ min: 1, max: 500 })).map((takes) => () => createMoodyFile(takes)),
    );
    const property = fc.asyncProperty(
      fc.array(step, { maxLength: 80 }),
      file,
      fc.nat(1_500),
      async (steps, createFile, memoryBytes) => {
        const { sink, buffer, readRest } = start(createFile(), memoryBytes);
        const written: string[] = [];
        const read: Buffer[] = [];
        for (const action of steps) {
          if (action === 'turn') await turn();
          else if ('write' in action) {
            written.push(action.write);
            buffer.write(action.write);
          } else {
            const piece = sink.read(Math.min(action.read, sink.readableLength)) as Buffer | null;
            if (piece !== null) read.push(piece);
          }
        }
        const all = Buffer.concat([...read, await readRest()]);
        await buffer.close();
        expect(all.toString()).toBe(written.join(''));
      },
    );
    await fc.assert(property, { numRuns: 300 });
  });

  it('holds on disk what it does not hold in memory', async () => {
    const { sink, buffer, hasRoom } = start(createSpillFile(folder, space), 64 * 1024);
    const before = liveMegabytes();
    const text = 'x'.repeat(64 * 1024);
    for (let n = 0; n < 800; n += 1) {
      await hasRoom();
      buffer.write(text);
    }
    await hasRoom();
    expect(space.leftBytes).toBeLessThan(51 * megabyte);
    // Buffers are given back some time after their garbage was collected.
    await until('only what waits is held', async () => liveMegabytes() - before < 5);
    expect(sink.writableLength).toBeLessThan(256 * 1024);
    await buffer.close();
    expect(space.leftBytes).toBe(100 * megabyte);
  });

  it('makes no file as long as its reader keeps up', async () => {
    const { sink, buffer } = start(createSpillFile(join(folder, 'none'), space));
    sink.resume();
    for (let n = 0; n < 1_000; n += 1) {
      buffer.write(line(n));
      if (n % 20 === 0) await turn();
    }
    expect(buffer.hasRoom).toBe(true);
    await buffer.close();
  });

  it.runIf(process.platform === 'linux')(
    'has a file of its user alone, without a name, until it is closed',
    async () => {
      const started = start(createSpillFile(folder, space));
      await fill(started, 1_000);
      expect(readdirSync(folder)).toEqual([]);
      const [file = '', ...others] = openFiles();
      expect(others).toEqual([]);
      expect(statSync(file).mode & 0o777).toBe(0o600);
      await started.buffer.close();
      expect([openFiles(), space.leftBytes]).toEqual([[], 100 * megabyte]);
    },
  );

  it('gives the disk back once its reader has caught up', async () => {
    const started = start(createSpillFile(folder, space));
    await fill(started, 5_000);
    started.sink.resume();
    await started.hasRoom();
    while (!started.buffer.isEmpty) await turn();
    expect(space.leftBytes).toBe(100 * megabyte);
    await started.buffer.close();
  });

  it.each([
    ['cannot be made', () => createSpillFile(join(folder, 'missing'), space), 1],
    ['fills up', () => createMoodyFile([10, 5_000, 7, 5_000]), 1],
    ['may grow no more', () => createSpillFile(folder, Object.assign(space, { leftBytes: 30_000 })), 0],
  ])('makes the writer wait when the file %s, and loses nothing', async (_, createFile, errors) => {
    const { buffer, diskErrors, readRest } = start(createFile());
    const isFull = (): boolean => !buffer.hasRoom && (diskErrors.length > 0 || space.leftBytes === 0);
    let written = '';
    for (let n = 0; !isFull(); n += 1) {
      if (buffer.hasRoom) {
        written += line(n);
        buffer.write(line(n));
      } else await turn();
    }
    expect(written.length).toBeLessThan(50_000);
    expect((await readRest()).toString()).toBe(written);
    expect(diskErrors).toHaveLength(errors);
    await buffer.close();
  });

  it('breaks the stream rather than leave a gap when the disk does not give back', async () => {
    const started = start({
      ...createMoodyFile([]),
      isEmpty: false,
      take: async () => {
        throw new Error('The disk is broken');
      },
    });
    const failed = new Promise((resolve) => started.sink.once('error', resolve));
    started.buffer.write(line(1));
    expect([await failed]).toEqual(started.diskErrors);
    await started.buffer.close();
  });

  it('forgets what is left when it is closed while the disk is at work', async () => {
    const { sink, buffer } = start(createSpillFile(folder, space));
    for (let n = 0; n < 3_000; n += 1) buffer.write(line(n));
    sink.destroy();
    await buffer.close();
    buffer.write(line(3_000));
    expect([space.leftBytes, readdirSync(folder)]).toEqual([100 * megabyte, []]);
  });
});
