import { promisify } from 'node:util';
import { crc32, deflate } from 'node:zlib';
import { pngSignature } from './png-signature.ts';
import type { Raster } from './raster.ts';

const compress = promisify(deflate);

const chunk = (type: string, data: Uint8Array): Buffer => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
};

const header = ({ width, height }: Raster): Buffer => {
  const data = Buffer.alloc(13);
  data.writeUInt32BE(width, 0);
  data.writeUInt32BE(height, 4);
  data[8] = 8; // bits of grey; all else is 0: no palette, no interlacing
  return data;
};

/** So that it prints in its size without being told. */
const density = (dpi: number): Buffer => {
  const data = Buffer.alloc(9);
  const dotsPerMetre = Math.round(dpi / 0.0254);
  data.writeUInt32BE(dotsPerMetre, 0);
  data.writeUInt32BE(dotsPerMetre, 4);
  data[8] = 1;
  return data;
};

/**
 * A grey PNG. Rows are not filtered: most are white, or the same as the one before. Compressed off the event
 * loop, at a level that takes a third of the usual one's time for a twentieth more bytes.
 */
export const encodePng = async (raster: Raster, dpi: number): Promise<Uint8Array> => {
  const { width, height, grey } = raster;
  const rows = Buffer.alloc((width + 1) * height);
  for (let row = 0; row < height; row++) {
    rows.set(grey.subarray(row * width, (row + 1) * width), row * (width + 1) + 1);
  }
  return Buffer.concat([
    Uint8Array.from(pngSignature),
    chunk('IHDR', header(raster)),
    chunk('pHYs', density(dpi)),
    chunk('IDAT', await compress(rows, { level: 3 })),
    chunk('IEND', new Uint8Array()),
  ]);
};
