import { createHash } from 'node:crypto';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { type Photo, readPhoto } from '../../../src/photos/read-photo.ts';
import { toJpeg } from '../../../src/photos/to-jpeg.ts';
import {
  halves,
  heightPixels,
  noise,
  pngOf,
  widthPixels,
  withScans,
  withSecrets,
  withText,
} from './sample-photos.ts';

const drawn = async (bytes: Uint8Array): Promise<Photo> => {
  const outcome = await readPhoto(bytes);
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  return outcome.value;
};

const codeOf = async (bytes: Uint8Array): Promise<string | null> => {
  const outcome = await readPhoto(bytes);
  return outcome.ok ? null : outcome.refusal.code;
};

/** Red, green and blue of one pixel. */
const pixel = async (content: Uint8Array, left: number, top: number): Promise<readonly number[]> => [
  ...(await sharp(content).extract({ left, top, width: 1, height: 1 }).removeAlpha().raw().toBuffer()),
];

const isRed = ([red = 0, , blue = 0]: readonly number[]): boolean => red > 200 && blue < 60;

const ascii = (text: string) => Buffer.from(text, 'latin1');

describe('A photograph', () => {
  it.each([
    ['image/jpeg', () => withSecrets().jpeg().toBuffer()],
    ['image/png', () => withSecrets().png().toBuffer()],
    ['image/webp', () => withSecrets().webp().toBuffer()],
  ] as const)('is drawn anew in its kind, with nothing but the picture: %s', async (contentType, make) => {
    const sent = await make();
    const secrets = await sharp(sent).metadata();
    for (const kind of ['exif', 'xmp', 'icc'] as const) expect(secrets[kind], kind).toBeDefined();
    const photo = await drawn(sent);
    expect(photo).toMatchObject({ contentType, width: widthPixels, height: heightPixels });
    expect(photo.sha256).toBe(createHash('sha256').update(photo.content).digest('hex'));
    const { exif, xmp, iptc, icc, comments, orientation } = await sharp(photo.content).metadata();
    expect({ exif, xmp, iptc, icc, comments, orientation }).toEqual({});
    for (const word of ['Secret', 'Exif', 'eXIf', 'GPS', 'xmpmeta', 'iCCP', 'ICC_PROFILE', 'tEXt']) {
      expect(Buffer.from(photo.content).includes(word), word).toBe(false);
    }
  });

  it('loses text chunks, comments and what follows its end', async () => {
    const png = withText(await halves().png().toBuffer(), 'SecretPlace');
    expect(Buffer.from((await drawn(png)).content).includes('Secret')).toBe(false);
    const jpeg = await halves().jpeg().toBuffer();
    const comment = Buffer.concat([Buffer.from([0xff, 0xfe, 0, 13]), ascii('SecretPlace')]);
    const film = Buffer.concat([jpeg.subarray(0, 2), comment, jpeg.subarray(2), ascii('ftypSecretFilm')]);
    expect(Buffer.from((await drawn(film)).content).includes('Secret')).toBe(false);
  });

  it('stands upright: orientation 6 is turned, and forgotten', async () => {
    const photo = await drawn(await halves().withMetadata({ orientation: 6 }).jpeg().toBuffer());
    expect(photo).toMatchObject({ width: heightPixels, height: widthPixels });
    expect(isRed(await pixel(photo.content, 40, 10))).toBe(true);
    expect(isRed(await pixel(photo.content, 40, 110))).toBe(false);
  });

  it('has the colours of sRGB: CMYK, wide gamut, sixteen bits, grey, a palette', async () => {
    const cmyk = await drawn(await halves().toColourspace('cmyk').jpeg().toBuffer());
    expect(await sharp(cmyk.content).metadata()).toMatchObject({ space: 'srgb', channels: 3 });
    const [inRed = 0, , inBlue = 0] = await pixel(cmyk.content, 10, 10);
    expect(inRed).toBeGreaterThan(inBlue + 100);

    const wide = await drawn(await halves().withIccProfile('p3').png().toBuffer());
    expect(isRed(await pixel(wide.content, 10, 10))).toBe(true);

    const deep = await drawn(await halves().toColourspace('rgb16').png().toBuffer());
    expect(await sharp(deep.content).metadata()).toMatchObject({ depth: 'uchar', space: 'srgb' });
    expect(isRed(await pixel(deep.content, 10, 10))).toBe(true);

    const palette = await drawn(await halves().png({ palette: true }).toBuffer());
    expect(isRed(await pixel(palette.content, 10, 10))).toBe(true);

    const grey = await drawn(await halves().greyscale().jpeg({ progressive: true }).toBuffer());
    expect(grey.contentType).toBe('image/jpeg');
  });

  it('has at most 3,000 pixels on the long side, and is never made larger', async () => {
    const long = await sharp({ create: { width: 3100, height: 31, channels: 3, background: 'white' } })
      .png()
      .toBuffer();
    expect(await drawn(long)).toMatchObject({ width: 3000, height: 30 });
  });

  it('keeps transparency, and is on white in a PDF', async () => {
    const clear = { r: 0, g: 0, b: 0, alpha: 0 };
    const create = { width: 20, height: 10, channels: 4, background: clear } as const;
    for (const sent of [
      await sharp({ create }).png().toBuffer(),
      await sharp({ create }).webp().toBuffer(),
    ]) {
      const photo = await drawn(sent);
      expect((await sharp(photo.content).metadata()).hasAlpha).toBe(true);
      const printed = await toJpeg(photo.content);
      expect(await pixel(printed.content, 5, 5)).toEqual([255, 255, 255]);
      expect([...printed.content.subarray(0, 3)]).toEqual([0xff, 0xd8, 0xff]);
    }
  });

  it('is the same bytes whenever it is sent', async () => {
    const sent = await withSecrets().jpeg().toBuffer();
    const all = await Promise.all(Array.from({ length: 10 }, () => drawn(sent)));
    expect(new Set(all.map(({ sha256 }) => sha256)).size).toBe(1);
  });

  it('becomes a JPEG where its PNG would be above 10 MiB', async () => {
    const photo = await drawn(noise(3000, 3000));
    expect(photo).toMatchObject({ contentType: 'image/jpeg', width: 3000, height: 3000 });
    expect(photo.content.length).toBeLessThan(10 * 1024 * 1024);
  });

  it('is made smaller for a PDF', async () => {
    const photo = await drawn(await halves(2400, 600).jpeg().toBuffer());
    expect(await toJpeg(photo.content)).toMatchObject({ width: 1800, height: 450 });
  });
});

describe('No photograph is', () => {
  it.each([
    ['nothing', new Uint8Array()],
    ['a text called photo.jpg', ascii('This is no photograph at all, whatever it is called.')],
    ['an SVG', ascii('<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"></svg>')],
    ['a PDF', ascii('%PDF-1.7\n%%EOF')],
    ['a HEIC', Buffer.concat([Buffer.from([0, 0, 0, 24]), ascii('ftypheic'), Buffer.alloc(64)])],
    ['a RIFF that is a sound', Buffer.concat([ascii('RIFF'), Buffer.from([36, 0, 0, 0]), ascii('WAVEfmt ')])],
  ])('%s', async (_name, bytes) => expect(await codeOf(bytes)).toBe('photo_wrong_type'));

  it.each(['gif', 'tiff', 'avif'] as const)('a picture of another kind: %s', async (format) => {
    expect(await codeOf(await halves().toFormat(format).toBuffer())).toBe('photo_wrong_type');
  });

  it('an animation', async () => {
    const pixels = Buffer.alloc(20 * 40 * 3);
    for (let at = 0; at < pixels.length; at++) pixels[at] = at % 251;
    const film = sharp(pixels, { raw: { width: 20, height: 40, channels: 3, pageHeight: 20 } });
    const bytes = await film.webp({ loop: 0, delay: [100, 100] }).toBuffer();
    expect(bytes.includes('ANIM'), 'the sample is animated').toBe(true);
    expect(await codeOf(bytes)).toBe('photo_wrong_type');
  });
});

describe('Too large is', () => {
  it('a file above 10 MiB, unread', async () => {
    const bytes = Buffer.concat([await halves().jpeg().toBuffer(), Buffer.alloc(10 * 1024 * 1024)]);
    expect(await codeOf(bytes)).toBe('photo_too_large');
    expect(await codeOf(bytes.subarray(0, 10 * 1024 * 1024))).toBe(null);
  });

  it.each([
    ['a bomb of 2,500 megapixels', pngOf(50_000, 50_000)],
    ['a little above 50 megapixels', pngOf(8192, 6401)],
    ['sixteen bits and four channels', pngOf(6000, 5000, { bits: 16, colour: 6 })],
    ['in passes', pngOf(6000, 5000, { colour: 6, interlace: 1 })],
  ])('a PNG by its header: %s', async (_name, png) => expect(await codeOf(png)).toBe('photo_too_large'));

  it('a JPEG of a thousand scans', async () => {
    const jpeg = await halves().jpeg({ progressive: true }).toBuffer();
    expect(await codeOf(jpeg)).toBe(null);
    expect(await codeOf(withScans(jpeg, 1000))).toBe('photo_too_large');
  });
});

describe('Unreadable is', () => {
  it('what is cut short', async () => {
    for (const format of ['jpeg', 'png', 'webp'] as const) {
      const bytes = await halves().toFormat(format).toBuffer();
      for (const part of [0.1, 0.5, 0.95]) {
        const cut = bytes.subarray(0, Math.max(12, Math.floor(bytes.length * part)));
        expect(await codeOf(cut), `${format} ${part}`).toBe('photo_unreadable');
      }
    }
  });

  it.each([
    ['a PNG without its picture', pngOf(8192, 6000)],
    [
      'the beginning of a JPEG and then text',
      Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), ascii('x'.repeat(99))]),
    ],
  ])('%s', async (_name, bytes) => expect(await codeOf(bytes)).toBe('photo_unreadable'));

  it('a PNG whose picture was changed', async () => {
    const png = await halves().png().toBuffer();
    png[png.indexOf('IDAT') + 20] = (png[png.indexOf('IDAT') + 20] ?? 0) ^ 1;
    expect(await codeOf(png)).toBe('photo_unreadable');
  });

  it('nothing that a camera merely wrote carelessly', async () => {
    const jpeg = await halves().jpeg().toBuffer();
    // "Invalid SOS parameters for sequential JPEG": the last coefficient of the scan is said to be the first.
    const careless = Buffer.from(jpeg);
    careless[careless.indexOf(Buffer.from([0xff, 0xda])) + 12] = 0;
    expect(await codeOf(careless)).toBe(null);
  });
});
