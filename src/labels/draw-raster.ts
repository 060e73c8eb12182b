import { type PlacedCode, placeBars, placeQr } from './codes.ts';
import type { Drawing, LabelItem } from './drawing.ts';
import { blankRaster, drawText, fillRectangle, type Raster } from './raster.ts';
import { dotsPerMm } from './units.ts';

/** A code with what it holds, for printers that draw codes themselves. */
export interface DrawnCode extends PlacedCode {
  readonly kind: 'bars' | 'qr';
  readonly content: string;
}

const edges = (fromMm: number, sizeMm: number, dpi: number): readonly [number, number] => {
  const from = Math.round(fromMm * dotsPerMm(dpi));
  // A rule thinner than a dot is a dot.
  return [from, Math.max(1, Math.round((fromMm + sizeMm) * dotsPerMm(dpi)) - from)];
};

const drawItem = (raster: Raster, item: LabelItem, dpi: number): readonly DrawnCode[] => {
  switch (item.kind) {
    case 'text':
      drawText(raster, item, dpi);
      return [];
    case 'box': {
      const [x, width] = edges(item.xMm, item.widthMm, dpi);
      const [y, height] = edges(item.yMm, item.heightMm, dpi);
      fillRectangle(raster, { x, y, width, height });
      return [];
    }
    case 'bars':
      return [{ kind: 'bars', content: item.content, ...placeBars(item, dotsPerMm(dpi)) }];
    case 'qr':
      return [{ kind: 'qr', content: item.content, ...placeQr(item, dotsPerMm(dpi)) }];
    default:
      return item satisfies never;
  }
};

/** All but the codes as dots, and the codes beside them, in dots too. */
export const drawRaster = (
  drawing: Drawing<LabelItem>,
  dpi: number,
): { readonly raster: Raster; readonly codes: readonly DrawnCode[] } => {
  const raster = blankRaster(
    Math.floor(drawing.widthMm * dotsPerMm(dpi)),
    Math.floor(drawing.heightMm * dotsPerMm(dpi)),
  );
  return { raster, codes: drawing.items.flatMap((item) => drawItem(raster, item, dpi)) };
};
