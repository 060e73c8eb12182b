import { randomBytes } from 'node:crypto';
import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';

export const widthPixels = 120;
export const heightPixels = 80;

/** Left half red, right half blue: which way is up can be seen. */
export const halves = (width = widthPixels, height = heightPixels) => {
  const pixels = Buffer.alloc(width * height * 3);
  for (let at = 0; at < width * height; at++) pixels[at * 3 + (at % width < width / 2 ? 0 : 2)] = 255;
  return sharp(pixels, { raw: { width, height, channels: 3 } });
};

/** As a telephone writes it: place, camera, owner, and a profile of its own for the colours. */
export const withSecrets = (picture = halves()) =>
  picture
    .withExif({
      IFD0: { Make: 'SecretMake', Artist: 'SecretOwner' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '48/1 51/1 30/1', GPSDateStamp: '2026:05:13' },
    })
    .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/"><SecretXmp/></x:xmpmeta>')
    .withIccProfile('p3');

const chunk = (type: string, data: Uint8Array): Buffer => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
};

/** A PNG of this header; unless rows are given it has hardly anything in it. */
export const pngOf = (
  width: number,
  height: number,
  { bits = 8, colour = 2, interlace = 0 }: { bits?: number; colour?: number; interlace?: number } = {},
  rows: Buffer = Buffer.alloc(1000),
): Buffer => {
  const header = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, bits, colour, 0, 0, interlace]);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows, { level: 1 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
};

/** Grey noise, which nothing compresses. */
export const noise = (width: number, height: number): Buffer => {
  const rows = randomBytes((width + 1) * height);
  // No filter before each row.
  for (let row = 0; row < height; row++) rows[row * (width + 1)] = 0;
  return pngOf(width, height, { colour: 0 }, rows);
};

/** The file with a text chunk behind its header. */
export const withText = (png: Buffer, text: string): Buffer => {
  const afterHeader = 8 + 25;
  const written = chunk('tEXt', Buffer.from(`Comment\0${text}`, 'latin1'));
  return Buffer.concat([png.subarray(0, afterHeader), written, png.subarray(afterHeader)]);
};

/** The JPEG with its last scan so many times more. */
export const withScans = (jpeg: Buffer, count: number): Buffer => {
  const end = jpeg.length - 2;
  const scan = jpeg.subarray(jpeg.lastIndexOf(Buffer.from([0xff, 0xda])), end);
  return Buffer.concat([jpeg.subarray(0, end), ...Array<Buffer>(count).fill(scan), jpeg.subarray(end)]);
};
