import type { Ink, TextItem } from './drawing.ts';
import { type FontWeight, textWidthMm } from './font.ts';
import { pointsPerMm } from './units.ts';
import { ascentMm, clip, type FittedLine, lineHeightMm } from './wrap.ts';

/** A space on the page, in millimetres. */
export interface Area {
  readonly xMm: number;
  readonly yMm: number;
  readonly widthMm: number;
  readonly heightMm: number;
}

export interface TextStyle {
  readonly sizePt: number;
  readonly weight?: FontWeight;
  readonly ink?: Ink;
  readonly align?: 'left' | 'right' | 'centre';
}

/** One line in a width, clipped where it is too long. */
export const textLine = (
  text: string,
  xMm: number,
  baselineMm: number,
  widthMm: number,
  { sizePt, weight = 'regular', ink = 'black', align = 'left' }: TextStyle,
): TextItem => {
  const clipped = clip(text, weight, sizePt, widthMm);
  const spareMm = align === 'left' ? 0 : widthMm - textWidthMm(clipped, weight, sizePt);
  const shiftMm = align === 'centre' ? spareMm / 2 : spareMm;
  return { kind: 'text', text: clipped, xMm: xMm + shiftMm, baselineMm, sizePt, weight, ink };
};

/** One line in the largest of the sizes in which it fits, clipped in the last. */
export const largestLine = (
  text: string,
  xMm: number,
  baselineMm: number,
  widthMm: number,
  sizesPt: readonly [number, ...number[]],
  style: Omit<TextStyle, 'sizePt'> = {},
): TextItem => {
  const fitting = sizesPt.find((sizePt) => textWidthMm(text, style.weight ?? 'regular', sizePt) <= widthMm);
  const sizePt = fitting ?? sizesPt.at(-1) ?? sizesPt[0];
  return textLine(text, xMm, baselineMm, widthMm, { ...style, sizePt });
};

/** Lines of a paragraph from the top of an area down. */
export const stackLines = (lines: readonly FittedLine[], xMm: number, yMm: number): readonly TextItem[] => {
  const items: TextItem[] = [];
  let topMm = yMm;
  for (const { text, weight, sizePt } of lines) {
    const baselineMm = topMm + ascentMm(sizePt);
    items.push({ kind: 'text', text, xMm, baselineMm, sizePt, weight, ink: 'black' });
    topMm += lineHeightMm(sizePt);
  }
  return items;
};

/** Where a line's baseline is when its capitals stand in the middle of a height. */
export const middleBaselineMm = (yMm: number, heightMm: number, sizePt: number): number =>
  yMm + heightMm / 2 + (sizePt * 0.714) / pointsPerMm / 2;
