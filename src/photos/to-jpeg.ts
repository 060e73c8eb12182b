import { imageLibrary } from './image-library.ts';
import { oneAtATime } from './one-at-a-time.ts';

/** A photograph for a page. */
export interface PrintedPhoto {
  /** JPEG. */
  readonly content: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** 200 dots to the inch or more in the place that a page has. Ten of them are 3 to 5 MB, which portals of carriers take. */
const longestSidePixels = 1800;

/**
 * A photograph as a PDF can hold it: JPEG whatever it was, on white where it was transparent, at most 1,800 pixels on
 * the long side. Rejects on what `readPhoto` has not drawn.
 */
export const toJpeg = async (content: Uint8Array): Promise<PrintedPhoto> => {
  const sharp = await imageLibrary();
  const side = longestSidePixels;
  const { data, info } = await oneAtATime(() =>
    sharp(content, { sequentialRead: true })
      .resize(side, side, { fit: 'inside', withoutEnlargement: true })
      .flatten({ background: 'white' })
      .jpeg({ quality: 80 })
      .toBuffer({ resolveWithObject: true }),
  );
  return { content: data, width: info.width, height: info.height };
};
