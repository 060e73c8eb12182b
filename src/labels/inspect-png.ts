import { crc32, inflateSync } from 'node:zlib';
import { damaged, type FileDefect, mismatch, tooLarge } from './file-defects.ts';
import { pngSignature } from './png-signature.ts';

/** Uncompressed: a label at 600 dpi in full colour has 35 MB, a bomb of 100 kB a gigabyte. */
const largestImageBytes = 48 * 1024 * 1024;

/** Samples to a dot by colour type, and the bits a sample may have. */
const colourTypes: ReadonlyMap<number, { readonly samples: number; readonly bits: readonly number[] }> =
  new Map([
    [0, { samples: 1, bits: [1, 2, 4, 8, 16] }],
    [2, { samples: 3, bits: [8, 16] }],
    [3, { samples: 1, bits: [1, 2, 4, 8] }],
    [4, { samples: 2, bits: [8, 16] }],
    [6, { samples: 4, bits: [8, 16] }],
  ]);

interface Chunk {
  readonly type: string;
  readonly data: Buffer;
}

/** All chunks up to the end of the file, or null where they do not end with it. */
const chunksOf = (file: Buffer): readonly Chunk[] | null => {
  const chunks: Chunk[] = [];
  let at = pngSignature.length;
  while (at + 12 <= file.length) {
    const end = at + 8 + file.readUInt32BE(at);
    if (end + 4 > file.length) return null;
    if (crc32(file.subarray(at + 4, end)) !== file.readUInt32BE(end)) return null;
    chunks.push({ type: file.toString('latin1', at + 4, at + 8), data: file.subarray(at + 8, end) });
    at = end + 4;
  }
  return at === file.length && chunks.at(-1)?.type === 'IEND' ? chunks : null;
};

/** First column and row, and the distance to the next, of the seven passes of an interlaced image. */
const passes = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const;

/** What the image has uncompressed, a byte before each row included; null for a header that is none. */
const imageBytes = (header: Buffer): number | null => {
  if (header.length !== 13) return null;
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const [bits = 0, colour = 0, compression, filter, interlace = 0] = header.subarray(8);
  const type = colourTypes.get(colour);
  if (type === undefined || !type.bits.includes(bits)) return null;
  if (width === 0 || height === 0 || compression !== 0 || filter !== 0 || interlace > 1) return null;
  const sizeOf = (columns: number, rows: number) =>
    columns === 0 ? 0 : (Math.ceil((columns * bits * type.samples) / 8) + 1) * rows;
  if (interlace === 0) return sizeOf(width, height);
  return passes.reduce(
    (sum, [left, top, acrossStep, downStep]) =>
      sum +
      sizeOf(
        Math.ceil(Math.max(0, width - left) / acrossStep),
        Math.ceil(Math.max(0, height - top) / downStep),
      ),
    0,
  );
};

/** Whether the compressed data is all of the image and no more. Never takes more memory than that. */
const isComplete = (chunks: readonly Chunk[], bytes: number): boolean => {
  const data = chunks.filter(({ type }) => type === 'IDAT').map((chunk) => chunk.data);
  try {
    return inflateSync(Buffer.concat(data), { maxOutputLength: bytes }).length === bytes;
  } catch {
    return false;
  }
};

/** Null for a PNG that is whole, of a bearable size, and nothing else beside. */
export const inspectPng = (bytes: Uint8Array): FileDefect | null => {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (!pngSignature.every((byte, index) => file[index] === byte)) return mismatch('The file is not a PNG.');
  const chunks = chunksOf(file);
  if (chunks === null) return damaged('The PNG is cut short, or something follows its end.');
  const header = chunks[0];
  const size = header?.type === 'IHDR' ? imageBytes(header.data) : null;
  if (size === null) return damaged('The PNG has no valid header.');
  if (size > largestImageBytes) return tooLarge('The PNG has too many dots for a label.');
  return isComplete(chunks, size) ? null : damaged('The image in the PNG is not complete.');
};
