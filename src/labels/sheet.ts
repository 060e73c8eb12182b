import type { BoxItem, TextItem } from './drawing.ts';

/** A picture, drawn to fill its space. */
export interface ImageItem {
  readonly kind: 'image';
  /** JPEG. */
  readonly content: Uint8Array;
  readonly xMm: number;
  readonly yMm: number;
  readonly widthMm: number;
  readonly heightMm: number;
}

/** What stands on the pages of a document that is no label: no codes, nothing to cut. */
export type SheetItem = TextItem | BoxItem | ImageItem;

/** One A4 page. */
export type Sheet = readonly SheetItem[];

export const sheetMm = { width: 210, height: 297 } as const;
/** Where text stands from left to right. */
export const columnMm = { x: 14, width: 182 } as const;
/** Where what flows starts and ends: below the letterhead, above the foot. */
export const flowMm = { top: 35, bottom: 280 } as const;
