import type { Glyph } from 'fontkit';
import type { FontWeight } from './font.ts';

/** Straight lines x0 y0 x1 y1, one after another, in units of the font with y upwards. */
export type Outline = Float64Array;

/** Steps of a curve: on the largest letters of a label at 406 dpi none is longer than two dots. */
const stepsOfCurve = 8;

const outlines: Readonly<Record<FontWeight, Map<number, Outline>>> = { regular: new Map(), bold: new Map() };

/** The outline of a glyph, its curves as short lines. Kept: reading one from the font is what costs. */
export const outlineOf = (glyph: Glyph, weight: FontWeight): Outline => {
  const known = outlines[weight].get(glyph.id);
  if (known !== undefined) return known;
  const lines: number[] = [];
  let [x, y, startX, startY] = [0, 0, 0, 0];
  const lineTo = (toX: number, toY: number) => {
    lines.push(x, y, toX, toY);
    [x, y] = [toX, toY];
  };
  for (const { command, args } of glyph.path.commands) {
    const [a = 0, b = 0, c = 0, d = 0] = args;
    if (command === 'moveTo') [x, y, startX, startY] = [a, b, a, b];
    else if (command === 'lineTo') lineTo(a, b);
    else if (command === 'closePath') lineTo(startX, startY);
    else if (command === 'quadraticCurveTo') {
      const [fromX, fromY] = [x, y];
      for (let step = 1; step <= stepsOfCurve; step++) {
        const t = step / stepsOfCurve;
        const [before, middle, after] = [(1 - t) ** 2, 2 * t * (1 - t), t * t];
        lineTo(before * fromX + middle * a + after * c, before * fromY + middle * b + after * d);
      }
    } else throw new Error(`The font is not TrueType: ${command}`);
  }
  const outline = Float64Array.from(lines);
  outlines[weight].set(glyph.id, outline);
  return outline;
};
