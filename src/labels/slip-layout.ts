import { writtenDay } from '../domain/written-dates.ts';
import type { Drawing, LabelItem, PageItem } from './drawing.ts';
import { rule } from './drawing.ts';
import { layLabel, requireRma } from './label-layout.ts';
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
  const texts = labelTexts[document.language];
  const sayings = [texts.putInside, document.ownLabel ? texts.stickOwnLabel : texts.stickLabel];
  for (const [index, step] of sayings.entries()) {
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

/** From where to where on a page rows are laid. */
interface RowSpace {
  readonly topMm: number;
  readonly bottomMm: number;
}

/** Rows over as many pages as they take. Each page is what stands in the table. */
const pagesOfRows = (rows: readonly Row[], first: RowSpace, next: RowSpace): LabelItem[][] => {
  const pages: LabelItem[][] = [[]];
  let atMm = first.topMm;
  let bottomMm = first.bottomMm;
  const turnPage = () => {
    pages.push([]);
    atMm = next.topMm;
    bottomMm = next.bottomMm;
  };
  for (const row of rows) {
    const all = rowLines(row);
    let from = 0;
    while (from < all) {
      const room = Math.floor((bottomMm - atMm - rowFrameMm + 1e-9) / lineMm);
      const fitsHere = all - from <= room;
      const fitsNext = all * lineMm + rowFrameMm <= next.bottomMm - next.topMm;
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

/** The lower part of the first page. */
const labelBelow = (document: ReturnDocument): readonly PageItem[] => [
  { kind: 'cut', yMm: cutMm },
  textLine(labelTexts[document.language].cutHere, xMm, cutMm - 1.6, widthMm, { sizePt: 7.5, align: 'right' }),
  ...layLabel(document, landscapePlan(xMm, cutMm + 9, widthMm, 117)),
];

/**
 * The A4 pages of a return: slip and label, then what of the slip the first has no room for. The slip alone
 * where the label is a file of the seller's. Throws as `layLabel` does.
 */
export const returnPages = (document: ReturnDocument): readonly Drawing[] => {
  requireRma(document.rma);
  const factsMm = topMm + 22.5;
  const [instructions, stepsEndMm] = steps(document, factsMm + 12);
  const firstTableMm = stepsEndMm + 2.5;
  const nextTableMm = factsMm + 12;
  const firstEndMm = document.ownLabel ? nextBottomMm : firstBottomMm;
  const tables = pagesOfRows(
    document.lines.map((line) => rowOf(line, document)),
    { topMm: firstTableMm + tableHeadMm, bottomMm: firstEndMm },
    { topMm: nextTableMm + tableHeadMm, bottomMm: nextBottomMm },
  );
  const head = [...letterhead(document), ...facts(document, factsMm)];
  const below = document.ownLabel ? [] : labelBelow(document);
  return tables.map((table, index): Drawing => {
    const first = index === 0;
    const own = first
      ? [...instructions, ...tableHead(document, xMm, firstTableMm), ...below]
      : tableHead(document, xMm, nextTableMm);
    const footMm = first && !document.ownLabel ? firstBottomMm + 4.5 : pageMm.height - 12;
    return {
      widthMm: pageMm.width,
      heightMm: pageMm.height,
      items: [...head, ...own, ...table, ...foot(document, index + 1, tables.length, footMm)],
    };
  });
};
