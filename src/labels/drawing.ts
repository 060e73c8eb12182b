import type { FontWeight } from './font.ts';

/** Black on white, or white on a black box: what a thermal printer has. */
export type Ink = 'black' | 'white';

export interface TextItem {
  readonly kind: 'text';
  readonly text: string;
  readonly xMm: number;
  readonly baselineMm: number;
  readonly sizePt: number;
  readonly weight: FontWeight;
  readonly ink: Ink;
}

/** Filled black: a band, or a rule. */
export interface BoxItem {
  readonly kind: 'box';
  readonly xMm: number;
  readonly yMm: number;
  readonly widthMm: number;
  readonly heightMm: number;
}

/**
 * A Code 128 in this space. Its modules are such that the quiet zones would fit too; one that stands at the
 * left or right edge has the margin of the sheet, of 5 mm or more, for a quiet zone there.
 */
export interface BarsItem {
  readonly kind: 'bars';
  readonly content: string;
  readonly align: 'left' | 'centre' | 'right';
  readonly xMm: number;
  readonly yMm: number;
  readonly widthMm: number;
  readonly heightMm: number;
}

/** A QR code at the right edge of this square, half-way down; the rest of the square is its quiet zone. */
export interface QrItem {
  readonly kind: 'qr';
  readonly content: string;
  readonly xMm: number;
  readonly yMm: number;
  readonly sideMm: number;
}

export type LabelItem = TextItem | BoxItem | BarsItem | QrItem;

/** Where to cut, from edge to edge of the sheet: on paper only. */
export interface CutItem {
  readonly kind: 'cut';
  readonly yMm: number;
}

export type PageItem = LabelItem | CutItem;

/** One page or label: what stands where, in millimetres from the top left, whatever draws it. */
export interface Drawing<Item extends PageItem = PageItem> {
  readonly widthMm: number;
  readonly heightMm: number;
  readonly items: readonly Item[];
}

export const rule = (xMm: number, yMm: number, widthMm: number, heightMm: number): BoxItem => ({
  kind: 'box',
  xMm,
  yMm,
  widthMm,
  heightMm,
});
