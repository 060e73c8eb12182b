import type { EvidencePhoto } from './evidence-pack-data.ts';
import { columnMm, flowMm } from './sheet.ts';
import type { Block } from './sheet-flow.ts';
import { textLine } from './text-block.ts';

const captionMm = 6;
const belowMm = 5;
/** Below the section's title there is room for two that lie, or for one that stands. */
const headingMm = 9.5;
const roomMm = flowMm.bottom - flowMm.top - headingMm;
const lyingMm = roomMm / 2 - captionMm - belowMm;
const standingMm = roomMm - captionMm - belowMm;

/** A pixel at 72 dots to the inch: a small picture does not show more for being larger. */
const coarsestMm = 25.4 / 72;

/** A photograph as large as its place lets it be, under its caption; never stretched. */
export const photoBlock = ({ content, width, height }: EvidencePhoto, caption: string): Block => {
  const roomForIt = height > width ? standingMm : lyingMm;
  const mmPerPixel = Math.min(columnMm.width / width, roomForIt / height, coarsestMm);
  const image = { widthMm: width * mmPerPixel, heightMm: height * mmPerPixel };
  return {
    heightMm: captionMm + image.heightMm + belowMm,
    itemsAt: (yMm) => [
      textLine(caption, columnMm.x, yMm + 3.8, columnMm.width, { sizePt: 9, weight: 'bold' }),
      { kind: 'image', content, xMm: columnMm.x, yMm: yMm + captionMm, ...image },
    ],
  };
};
