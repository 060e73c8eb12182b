import { createHash } from 'node:crypto';
import type { Metadata, OutputInfo, Sharp } from 'sharp';
import { mostClaimPhotoBytes } from '../domain/claims/claim.ts';
import { accept, type Outcome, refuse } from '../domain/outcome.ts';
import { countScans } from './count-scans.ts';
import { imageLibrary } from './image-library.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { type PhotoKind, type PhotoType, photoKind, photoTypes } from './photo-kind.ts';

/** A photograph drawn anew: upright, in sRGB, with nothing in the file but the picture. */
export interface Photo {
  readonly contentType: PhotoType;
  readonly content: Uint8Array;
  readonly width: number;
  readonly height: number;
  /** Of `content`, in hexadecimal: the same file sent twice has the same. */
  readonly sha256: string;
}

/** The largest pictures of telephones, 8,192 × 6,144, are a little above 50 million. */
const mostPixels = 50 * 1024 * 1024;
/**
 * All of them with eight bits and four channels. A picture with 16 bits, or one that comes in passes and so stands
 * in memory as a whole, has room for fewer: such a one of 10 MiB that has more is no photograph.
 */
const mostDecodedBytes = 4 * mostPixels;
/** Ten are usual, encoders that try everything come to some sixty. */
const mostScans = 100;
/** Details of a broken parcel can be read at this; on a page it is 350 dots to the inch. */
const longestSidePixels = 3000;
/** The worst of what is let through takes four on a slow core. */
const mostSeconds = 30;

const wrongType = () =>
  refuse('photo_wrong_type', 'The file is not a photograph in JPEG, PNG or WebP, whatever its name is.');
const animated = () => refuse('photo_wrong_type', 'The file is an animation, not a photograph.');
const tooLarge = (detail: string) => refuse('photo_too_large', detail);
const unreadable = () =>
  refuse('photo_unreadable', 'The photograph cannot be read: it is damaged or not complete.');

const decodedBytes = ({ width, height, channels, depth, isProgressive }: Metadata): number =>
  width * height * channels * (depth === 'ushort' ? 2 : 1) * (isProgressive ? 2 : 1);

const encodings: Readonly<Record<PhotoKind, (picture: Sharp) => Sharp>> = {
  jpeg: (picture) => picture.flatten({ background: 'white' }).jpeg({ quality: 85 }),
  png: (picture) => picture.png(),
  webp: (picture) => picture.webp({ quality: 85, effort: 2 }),
};

/**
 * Cameras' harmless faults are borne, as by everything that shows pictures ("Invalid SOS parameters", which many
 * telephones write); a file that is cut short is not.
 */
const failOn = 'error';

const draw = async (
  bytes: Uint8Array,
  kind: PhotoKind,
): Promise<{ readonly data: Buffer; readonly info: OutputInfo }> => {
  const sharp = await imageLibrary();
  const side = longestSidePixels;
  const picture = sharp(bytes, { failOn, limitInputPixels: mostPixels, sequentialRead: true })
    .timeout({ seconds: mostSeconds })
    .autoOrient()
    .resize(side, side, { fit: 'inside', withoutEnlargement: true });
  return encodings[kind](picture).toBuffer({ resolveWithObject: true });
};

/** What the header says that is against the photograph, before any of the picture is decoded. */
const refusalOf = (header: Metadata): Outcome<never> | null => {
  if ((header.pages ?? 1) > 1) return animated();
  if (header.width * header.height > mostPixels)
    return tooLarge('The photograph has more than 50 megapixels.');
  if (decodedBytes(header) > mostDecodedBytes)
    return tooLarge('The photograph takes too much memory to decode.');
  return null;
};

const readHeader = async (bytes: Uint8Array): Promise<Metadata> => {
  const sharp = await imageLibrary();
  return sharp(bytes, { failOn, limitInputPixels: false }).metadata();
};

const redraw = async (bytes: Uint8Array, kind: PhotoKind): Promise<Outcome<Photo>> => {
  const header = await readHeader(bytes);
  if (header.format !== kind) return wrongType();
  const refusal = refusalOf(header);
  if (refusal !== null) return refusal;
  const own = await draw(bytes, kind);
  // Without the palette or the tricks of the encoder that it had, a PNG may grow beyond all others.
  const takes = kind === 'png' && own.data.length > mostClaimPhotoBytes ? 'jpeg' : kind;
  const { data, info } = takes === kind ? own : await draw(bytes, takes);
  return accept({
    contentType: photoTypes[takes],
    content: data,
    width: info.width,
    height: info.height,
    sha256: createHash('sha256').update(data).digest('hex'),
  });
};

/**
 * What a stranger sent as a photograph, judged by its content alone and drawn anew: at most 3,000 pixels on the long
 * side, upright, in sRGB, in its kind, without place, camera, text or thumbnail. Refused are `photo_wrong_type` (no
 * JPEG, PNG or WebP, or an animation), `photo_too_large` (above 10 MiB or 50 megapixels, or what takes more memory
 * or time to decode than such a photograph) and `photo_unreadable`. Rejects where the image library does not load.
 */
export const readPhoto = async (bytes: Uint8Array): Promise<Outcome<Photo>> => {
  if (bytes.length > mostClaimPhotoBytes) return tooLarge('The photograph has more than 10 MiB.');
  const kind = photoKind(bytes);
  if (kind === null) return wrongType();
  if (kind === 'jpeg' && countScans(bytes) > mostScans) {
    return tooLarge('The photograph takes too much time to decode.');
  }
  await imageLibrary();
  try {
    return await oneAtATime(() => redraw(bytes, kind));
  } catch (error) {
    const tookTooLong = error instanceof Error && error.message.startsWith('timeout');
    return tookTooLong ? tooLarge('The photograph takes too much time to decode.') : unreadable();
  }
};
