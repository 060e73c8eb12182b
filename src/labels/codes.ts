import { correction, generate } from 'lean-qr';
import { code128, modulesOf, quietModules } from './code-128.ts';
import type { BarsItem, QrItem } from './drawing.ts';

/** In dots of whatever draws it, whole ones: a bar that begins between two dots is read badly. */
export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface PlacedCode {
  readonly x: number;
  readonly y: number;
  readonly moduleDots: number;
  readonly heightDots: number;
  readonly black: readonly Rectangle[];
}

/** Half a millimetre: wider bars are not read better, and a short RMA would become a fence. */
const widestBarMm = 0.5;
/** A module of two dots is what printers of 203 dpi print reliably. */
const fewestDots = 2;

/** Of the room that is left over, how much stands to the left of the bars. */
const shares = { left: 0, centre: 0.5, right: 1 } as const;

/**
 * A Code 128 in its space, its modules as wide as whole dots allow.
 * Throws RangeError when the space is too small for two dots each.
 */
export const placeBars = (item: BarsItem, dotsPerMm: number): PlacedCode => {
  const modules = modulesOf(item.content.length);
  const fitting = Math.floor((item.widthMm * dotsPerMm) / (modules + 2 * quietModules));
  const moduleDots = Math.min(fitting, Math.max(fewestDots, Math.round(widestBarMm * dotsPerMm)));
  if (moduleDots < fewestDots) throw new RangeError('No room for so long a Code 128');
  const spare = item.widthMm * dotsPerMm - modules * moduleDots;
  const x = Math.round(item.xMm * dotsPerMm + spare * shares[item.align]);
  const y = Math.round(item.yMm * dotsPerMm);
  const height = Math.round(item.heightMm * dotsPerMm);
  const black: Rectangle[] = [];
  let at = x;
  for (const [index, width] of code128(item.content).entries()) {
    if (index % 2 === 0) black.push({ x: at, y, width: width * moduleDots, height });
    at += width * moduleDots;
  }
  return { x, y, moduleDots, heightDots: height, black };
};

const quietModulesOfQr = 4;

/**
 * A QR code in its square. Correction level M: a label is scratched and folded.
 * Throws RangeError when the content is too long for modules of two dots.
 */
export const placeQr = (item: QrItem, dotsPerMm: number): PlacedCode => {
  const code = generate(item.content, { minCorrectionLevel: correction.M });
  const moduleDots = Math.floor((item.sideMm * dotsPerMm) / (code.size + 2 * quietModulesOfQr));
  if (moduleDots < fewestDots) throw new RangeError('No room for so long a QR code');
  const side = code.size * moduleDots;
  const x = Math.floor((item.xMm + item.sideMm) * dotsPerMm) - side;
  const y = Math.round((item.yMm + item.sideMm / 2) * dotsPerMm - side / 2);
  const black: Rectangle[] = [];
  for (let row = 0; row < code.size; row++) {
    for (let column = 0; column < code.size; column++) {
      if (!code.get(column, row)) continue;
      let end = column;
      while (code.get(end, row)) end++;
      black.push({
        x: x + column * moduleDots,
        y: y + row * moduleDots,
        width: (end - column) * moduleDots,
        height: moduleDots,
      });
      column = end;
    }
  }
  return { x, y, moduleDots, heightDots: side, black };
};
