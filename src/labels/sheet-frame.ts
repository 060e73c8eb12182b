import type { Language } from '../domain/languages.ts';
import { rule } from './drawing.ts';
import { columnMm, type Sheet, type SheetItem, sheetMm } from './sheet.ts';
import { largestLine, textLine } from './text-block.ts';
import { labelTexts } from './texts/index.ts';

/** What stands at the head and the foot of every page. */
export interface SheetFrame {
  readonly title: string;
  /** Under the title. */
  readonly from: string;
  /** On the right: what the document is about, a name and a number. */
  readonly about: { readonly name: string; readonly number: string };
  readonly foot: string;
}

const topMm = 11;
const aboutMm = 78;

const letterhead = ({ title, from, about }: SheetFrame): readonly SheetItem[] => {
  const { x: xMm, width: widthMm } = columnMm;
  const leftMm = widthMm - aboutMm - 4;
  const rightMm = xMm + widthMm - aboutMm;
  return [
    largestLine(title, xMm, topMm + 8, leftMm, [22, 20, 18, 16], { weight: 'bold' }),
    textLine(from, xMm, topMm + 15, leftMm, { sizePt: 10.5 }),
    textLine(about.name.toUpperCase(), rightMm, topMm + 10, aboutMm, {
      sizePt: 6.5,
      weight: 'bold',
      align: 'right',
    }),
    largestLine(about.number, rightMm, topMm + 15, aboutMm, [10.5, 10, 9, 8, 7], { align: 'right' }),
    rule(xMm, topMm + 19, widthMm, 0.75),
  ];
};

/** Pages with what is on every one of them: letterhead, foot, and "Page 2 of 3". */
export const inFrame = (frame: SheetFrame, language: Language, pages: readonly Sheet[]): readonly Sheet[] =>
  pages.map((page, index): Sheet => {
    const { x: xMm, width: widthMm } = columnMm;
    const footMm = sheetMm.height - 10;
    const number = labelTexts[language].pageOf(index + 1, pages.length);
    return [
      ...letterhead(frame),
      ...page,
      textLine(frame.foot, xMm, footMm, widthMm - 40, { sizePt: 8 }),
      textLine(number, xMm + widthMm - 40, footMm, 40, { sizePt: 8, align: 'right' }),
    ];
  });
