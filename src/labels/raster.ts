import type { Rectangle } from './codes.ts';
import type { TextItem } from './drawing.ts';
import { fontOf, placeGlyphs } from './font.ts';
import { type Outline, outlineOf } from './glyph-outline.ts';
import { dotsPerMm } from './units.ts';

/** Grey dots, 255 is white, row by row from the top. */
export interface Raster {
  readonly width: number;
  readonly height: number;
  readonly grey: Uint8Array;
}

export const blankRaster = (width: number, height: number): Raster => ({
  width,
  height,
  grey: new Uint8Array(width * height).fill(255),
});

/** Fills whole dots; what stands outside of the raster is left out. */
export const fillRectangle = (raster: Raster, { x, y, width, height }: Rectangle): void => {
  const left = Math.max(0, x);
  const right = Math.min(raster.width, x + width);
  if (right <= left) return;
  for (let row = Math.max(0, y); row < Math.min(raster.height, y + height); row++) {
    raster.grey.fill(0, row * raster.width + left, row * raster.width + right);
  }
};

/** How much of each dot of a letter is covered: differences along each row, whose running sum it is. */
interface Cover {
  readonly left: number;
  readonly top: number;
  /** One more than the letter's dots: differences end to the right of it. */
  readonly width: number;
  readonly height: number;
  readonly differences: Float64Array;
}

/** Mean of what is left of `x`, over a line whose ends are at `left` and `right`. */
const meanLeftOf = (x: number, left: number, right: number): number => {
  if (x <= left) return 0;
  return x >= right ? x - (left + right) / 2 : (x - left) ** 2 / (2 * (right - left));
};

/** Adds the area to the right of one line of an outline, which the line of the far side takes away again. */
const addLine = (cover: Cover, fromX: number, fromY: number, toX: number, toY: number): void => {
  if (fromY === toY) return;
  const downwards = fromY < toY;
  const [topX, topY, endX, endY] = downwards ? [fromX, fromY, toX, toY] : [toX, toY, fromX, fromY];
  const slope = (endX - topX) / (endY - topY);
  const { differences, width } = cover;
  for (let row = Math.floor(topY); row < endY; row++) {
    const y0 = Math.max(row, topY);
    const y1 = Math.min(row + 1, endY);
    const x0 = topX + (y0 - topY) * slope;
    const x1 = topX + (y1 - topY) * slope;
    const left = Math.min(x0, x1);
    const right = Math.max(x0, x1);
    const weight = downwards ? y1 - y0 : y0 - y1;
    let covered = 0;
    let leftOfColumn = 0;
    const last = Math.min(width - 1, Math.floor(right) + 1);
    for (let column = Math.floor(left); column <= last; column++) {
      const leftOfNext = meanLeftOf(column + 1, left, right);
      const at = row * width + column;
      const more = leftOfNext - leftOfColumn;
      differences[at] = (differences[at] ?? 0) + weight * (more - covered);
      covered = more;
      leftOfColumn = leftOfNext;
    }
  }
};

/** The outline with its start at a point of the raster, `scale` dots to a unit of the font. */
const coverOf = (outline: Outline, x: number, baseline: number, scale: number): Cover | null => {
  let [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let at = 0; at < outline.length; at += 2) {
    const [unitX = 0, unitY = 0] = [outline[at], outline[at + 1]];
    if (unitX < minX) minX = unitX;
    if (unitX > maxX) maxX = unitX;
    if (unitY < minY) minY = unitY;
    if (unitY > maxY) maxY = unitY;
  }
  if (minX > maxX) return null;
  const left = Math.floor(x + minX * scale);
  const top = Math.floor(baseline - maxY * scale);
  const width = Math.ceil(x + maxX * scale) - left + 2;
  const height = Math.ceil(baseline - minY * scale) - top + 1;
  const cover = { left, top, width, height, differences: new Float64Array(width * height) };
  for (let at = 0; at < outline.length; at += 4) {
    addLine(
      cover,
      x + (outline[at] ?? 0) * scale - left,
      baseline - (outline[at + 1] ?? 0) * scale - top,
      x + (outline[at + 2] ?? 0) * scale - left,
      baseline - (outline[at + 3] ?? 0) * scale - top,
    );
  }
  return cover;
};

const paint = (raster: Raster, cover: Cover, ink: number): void => {
  for (let row = 0; row < cover.height; row++) {
    const y = cover.top + row;
    if (y < 0 || y >= raster.height) continue;
    let sum = 0;
    for (let column = 0; column < cover.width; column++) {
      sum += cover.differences[row * cover.width + column] ?? 0;
      const x = cover.left + column;
      if (x < 0 || x >= raster.width) continue;
      const share = Math.min(1, Math.abs(sum));
      const at = y * raster.width + x;
      const before = raster.grey[at] ?? 255;
      raster.grey[at] = Math.round(before + (ink - before) * share);
    }
  }
};

/**
 * Letters as the PDF has them, anti-aliased. Own arithmetic on purpose: the bytes are the same on every
 * machine, which no graphics library of native code promises, and nothing has to be installed for it.
 */
export const drawText = (raster: Raster, item: TextItem, dpi: number): void => {
  const scale = (item.sizePt * dpi) / 72 / fontOf(item.weight).unitsPerEm;
  const x = item.xMm * dotsPerMm(dpi);
  // On a whole dot, so that the feet of letters are sharp.
  const baseline = Math.round(item.baselineMm * dotsPerMm(dpi));
  for (const placed of placeGlyphs(item.text, item.weight)) {
    const outline = outlineOf(placed.glyph, item.weight);
    const cover = coverOf(outline, x + placed.x * scale, baseline - placed.y * scale, scale);
    if (cover !== null) paint(raster, cover, item.ink === 'black' ? 0 : 255);
  }
};
