import { drawRaster } from './draw-raster.ts';
import { encodePng } from './encode-png.ts';
import { labelDrawing } from './label-layout.ts';
import { fillRectangle } from './raster.ts';
import type { ReturnDocument } from './return-document.ts';

/** Twice what the common label printer has, so that halving it is exact; fine enough for a screen. */
const dpi = 406;

/**
 * The label on 4 x 6 inch as a grey PNG of 1624 x 2436 dots at 406 dpi, bars on whole dots.
 * Rejects with RangeError on an RMA that is none, or on an address too long for a 2D code.
 */
export const renderLabelPng = async (document: ReturnDocument): Promise<Uint8Array> => {
  const { raster, codes } = drawRaster(labelDrawing(document, '4x6'), dpi);
  for (const { black } of codes) for (const rectangle of black) fillRectangle(raster, rectangle);
  return encodePng(raster, dpi);
};
