import { writtenDay } from '../domain/written-dates.ts';
import type { Drawing, LabelItem, PageItem } from './drawing.ts';
import { rule } from './drawing.ts';
import { layLabel } from './label-layout.ts';
import { landscapePlan } from './label-plans.ts';
import { printable } from './printable-text.ts';
import type { ReturnDocument } from './return-document.ts';
import {
  lineMm,
  type Row,
  rowFrameMm,
  rowItems,
  rowLines,
  rowOf,
  tableHead,
  tableHeadMm,
} from './slip-table.ts';
import { largestLine, middleBaselineMm, textLine } from './text-block.ts';
import { labelTexts } from './texts/index.ts';
import { lineHeightMm, wrap } from './wrap.ts';

const pageMm = { width: 210, height: 297 };
const xMm = 14;
const widthMm = 182;
const topMm = 11;
const cutMm = 160;
/** Where lines of the slip end: above the cut, and above the foot of a page of its own. */
const firstBottomMm = 149;
const nextBottomMm = 278;

/** Title and shop on the left, the RMA as bars on the right. */
const letterhead = (document: ReturnDocument): readonly LabelItem[] => {
  const texts = labelTexts[document.language];
  const barsMm = 76;
  const leftMm = widthMm - barsMm - 4;
  return [
    largestLine(texts.slip, xMm, topMm + 8, leftMm, [24, 22, 20], { weight: 'bold' }),
    textLine(printable(document.sellerName ?? document.returnAddress.name), xMm, topMm + 15, leftMm, {
      sizePt: 10.5,
    }),
    {
      kind: 'bars',
      content: document.rma,
      align: 'right',
      xMm: xMm + widthMm - barsMm,
      yMm: topMm,
      widthMm: barsMm,
      heightMm: 12,
    },
    textLine(document.rma, xMm + widthMm - barsMm, topMm + 16.3, barsMm, {
      sizePt: 10,
      weight: 'bold',
      align: 'right',
    }),
    rule(xMm, topMm + 19.5, widthMm, 0.75),
  ];
};

/** Date, RMA, order, channel: a heading over each. */
const facts = (document: ReturnDocument, yMm: number): readonly LabelItem[] => {
  const { language, issuedAt, timeZone } = document;
  const texts = labelTexts[language];
  const columns = [
    { title: texts.rma, value: document.rma, atMm: 0, widthMm: 46 },
    {
      title: texts.issuedAt,
      value: printable(writtenDay(issuedAt, language, timeZone)),
      atMm: 48,
      widthMm: 52,
    },
    { title: texts.orderNumber, value: printable(document.orderNumber), atMm: 102, widthMm: 46 },
    { title: texts.channel, value: printable(document.channel), atMm: 150, widthMm: 32 },
  ];
  return columns.flatMap(({ title, value, atMm, ...column }) => [
    textLine(title.toUpperCase(), xMm + atMm, yMm + 2.6, column.widthMm, { sizePt: 6.5, weight: 'bold' }),
    largestLine(value, xMm + atMm, yMm + 7.4, column.widthMm, [10, 9.5, 9, 8.5, 8, 7.5, 7]),
  ]);
};

/** Two numbered things to do. Returns their bottom too, for in some languages they take two lines. */
const steps = (document: ReturnDocument, yMm: number): readonly [readonly LabelItem[], number] => {
  const sideMm = 5.2;
  const sizePt = 10;
  const items: LabelItem[] = [];
  let atMm = yMm;
  for (const [index, step] of labelTexts[document.language].steps.entries()) {
    const baselineMm = middleBaselineMm(atMm, sideMm, sizePt);
    items.push({ kind: 'box', xMm, yMm: atMm, widthMm: sideMm, heightMm: sideMm });
    items.push(
      textLine(String(index + 1), xMm, baselineMm, sideMm, {
        sizePt,
        weight: 'bold',
        ink: 'white',
        align: 'centre',
      }),
    );
    const lines = wrap(step, 'regular', sizePt, widthMm - sideMm - 3);
    for (const [line, text] of lines.entries()) {
      const shiftMm = line * lineHeightMm(sizePt);
      items.push(textLine(text, xMm + sideMm + 3, baselineMm + shiftMm, widthMm - sideMm - 2, { sizePt }));
    }
    atMm += sideMm + 1.6 + (lines.length - 1) * lineHeightMm(sizePt);
  }
  return [items, atMm];
};

/** Rows laid from `startMm` on, over as many pages as they take. Each page is what stands in the table. */
const pagesOfRows = (rows: readonly Row[], firstStartMm: number, nextStartMm: number): LabelItem[][] => {
  const pages: LabelItem[][] = [[]];
  let atMm = firstStartMm;
  let bottomMm = firstBottomMm;
  const turnPage = () => {
    pages.push([]);
    atMm = nextStartMm;
    bottomMm = nextBottomMm;
  };
  for (const row of rows) {
    const all = rowLines(row);
    let from = 0;
    while (from < all) {
      const room = Math.floor((bottomMm - atMm - rowFrameMm + 1e-9) / lineMm);
      const fitsHere = all - from <= room;
      const fitsNext = all * lineMm + rowFrameMm <= nextBottomMm - nextStartMm;
      // A row is parted only where no page has room for it.
      if (room < 1 || (!fitsHere && from === 0 && fitsNext)) {
        turnPage();
        continue;
      }
      const to = fitsHere ? all : from + room;
      pages.at(-1)?.push(...rowItems(row, from, to, xMm, atMm));
      atMm += (to - from) * lineMm + rowFrameMm;
      from = to;
      if (from < all) turnPage();
    }
  }
  return pages;
};

/** "Continued on page 2" and "Page 1 of 3"; nothing on a page that is alone. */
const foot = (
  document: ReturnDocument,
  page: number,
  pages: number,
  baselineMm: number,
): readonly LabelItem[] => {
  if (pages === 1) return [];
  const texts = labelTexts[document.language];
  const style = { sizePt: 8 } as const;
  return [
    ...(page < pages
      ? [textLine(texts.continued(page + 1), xMm, baselineMm, 80, { ...style, weight: 'bold' })]
      : []),
    textLine(texts.pageOf(page, pages), xMm + widthMm - 80, baselineMm, 80, { ...style, align: 'right' }),
  ];
};

/**
 * The A4 pages of a return: slip and label, then what of the slip the first has no room for.
 * Throws as `layLabel` does.
 */
export const returnPages = (document: ReturnDocument): readonly Drawing[] => {
  const texts = labelTexts[document.language];
  const factsMm = topMm + 22.5;
  const [instructions, stepsEndMm] = steps(document, factsMm + 12);
  const firstTableMm = stepsEndMm + 2.5;
  const nextTableMm = factsMm + 12;
  const rows = document.lines.map((line) => rowOf(line, document));
  const tables = pagesOfRows(rows, firstTableMm + tableHeadMm, nextTableMm + tableHeadMm);
  const head = [...letterhead(document), ...facts(document, factsMm)];
  const label = layLabel(document, landscapePlan(xMm, cutMm + 9, widthMm, 117));
  const cutLine: readonly PageItem[] = [
    { kind: 'cut', yMm: cutMm },
    textLine(texts.cutHere, xMm, cutMm - 1.6, widthMm, { sizePt: 7.5, align: 'right' }),
  ];
  return tables.map((table, index): Drawing => {
    const own =
      index === 0
        ? [...instructions, ...tableHead(document, xMm, firstTableMm), ...cutLine, ...label]
        : tableHead(document, xMm, nextTableMm);
    const footMm = index === 0 ? firstBottomMm + 4.5 : pageMm.height - 12;
    return {
      widthMm: pageMm.width,
      heightMm: pageMm.height,
      items: [...head, ...own, ...table, ...foot(document, index + 1, tables.length, footMm)],
    };
  });
};
