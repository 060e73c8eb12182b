import { addressLines } from './address-lines.ts';
import type { Drawing, LabelItem } from './drawing.ts';
import { textWidthMm } from './font.ts';
import { type LabelPlan, portraitPlan } from './label-plans.ts';
import { printable } from './printable-text.ts';
import type { ReturnDocument } from './return-document.ts';
import { type Area, largestLine, middleBaselineMm, stackLines, textLine } from './text-block.ts';
import { labelTexts } from './texts/index.ts';
import { ascentMm, fitParagraphs, lineHeightMm, type Paragraph } from './wrap.ts';

const headingPt = 6.5;

/** What may stand on a label: the alphabet of RMAs, all of it in Code 128's set B and in plain ZPL. */
const rmaPattern = /^[A-Za-z0-9_-]{1,20}$/;

/** Throws RangeError on an RMA that is not 1-20 of A-Z a-z 0-9 - _ */
export const requireRma = (rma: string): void => {
  if (!rmaPattern.test(rma)) throw new RangeError('An RMA is 1-20 of A-Z a-z 0-9 - _');
};

/** A small heading over what it names. */
const heading = (text: string, { xMm, yMm, widthMm }: Area): LabelItem =>
  textLine(text.toUpperCase(), xMm, yMm + ascentMm(headingPt), widthMm, {
    sizePt: headingPt,
    weight: 'bold',
  });

const headingHeightMm = lineHeightMm(headingPt) + 0.6;

/** An address under its heading: who it is in bold, and the country, which sorts the parcel. */
const addressBlock = (
  title: string,
  lines: readonly string[],
  area: Area,
  sizesPt: readonly [number, ...number[]],
): readonly LabelItem[] => {
  const paragraphs = lines.map(
    (text, index): Paragraph => ({
      text,
      weight: index === 0 || index === lines.length - 1 ? 'bold' : 'regular',
    }),
  );
  const fitted = fitParagraphs(paragraphs, area.widthMm, area.heightMm - headingHeightMm, sizesPt);
  return [heading(title, area), ...stackLines(fitted, area.xMm, area.yMm + headingHeightMm)];
};

/** The band across the top: what kind of parcel this is, and whose. */
const band = (title: string, seller: string, { xMm, yMm, widthMm, heightMm }: Area): readonly LabelItem[] => {
  const paddingMm = 3;
  const titlePt = 17;
  const sellerPt = 9;
  const titleMm = textWidthMm(title, 'bold', titlePt) + paddingMm;
  const sellerMm = widthMm - 2 * paddingMm - titleMm;
  const baselineMm = middleBaselineMm(yMm, heightMm, titlePt);
  const style = { weight: 'bold', ink: 'white' } as const;
  return [
    { kind: 'box', xMm, yMm, widthMm, heightMm },
    textLine(title, xMm + paddingMm, baselineMm, titleMm, { ...style, sizePt: titlePt }),
    textLine(seller, xMm + paddingMm + titleMm, baselineMm, sellerMm, {
      ...style,
      sizePt: sellerPt,
      align: 'right',
    }),
  ];
};

/** RMA and order in clear. */
const facts = (document: ReturnDocument, area: Area): readonly LabelItem[] => {
  const texts = labelTexts[document.language];
  const { xMm, yMm, widthMm } = area;
  const order = `${printable(document.orderNumber)} · ${printable(document.channel)}`;
  return [
    heading(texts.rma, area),
    largestLine(document.rma, xMm, yMm + 9.2, widthMm, [18, 17, 16, 15, 14, 13, 12, 11, 10, 9, 8], {
      weight: 'bold',
    }),
    heading(texts.orderNumber, { ...area, yMm: yMm + 12.5 }),
    largestLine(order, xMm, yMm + 19, widthMm, [9, 8, 7]),
  ];
};

/**
 * The label as a plan has it. Throws RangeError on an RMA that is not 1-20 of A-Z a-z 0-9 - _, or on an
 * address of the 2D code with other than printable ASCII in it.
 */
export const layLabel = (document: ReturnDocument, plan: LabelPlan): readonly LabelItem[] => {
  const { rma, rmaUrl, language, sender, returnAddress } = document;
  requireRma(rma);
  if (!/^[!-~]+$/.test(rmaUrl)) throw new RangeError('The address in the 2D code is not printable ASCII');
  const texts = labelTexts[language];
  return [
    ...band(texts.parcel, printable(document.sellerName ?? ''), plan.band),
    ...plan.rules,
    ...(sender === null
      ? []
      : addressBlock(texts.sender, addressLines(sender, language), plan.sender, plan.senderSizesPt)),
    ...addressBlock(
      texts.recipient,
      addressLines(returnAddress, language),
      plan.recipient,
      plan.recipientSizesPt,
    ),
    ...facts(document, plan.facts),
    { kind: 'bars', content: rma, align: plan.barsAlign, ...plan.bars },
    { kind: 'qr', content: rmaUrl, xMm: plan.qr.xMm, yMm: plan.qr.yMm, sideMm: plan.qr.widthMm },
  ];
};

/** Sheets and rolls on which the label stands alone, in millimetres. */
export const labelSizesMm = {
  a6: { widthMm: 105, heightMm: 148 },
  '4x6': { widthMm: 101.6, heightMm: 152.4 },
} as const;
export type LabelSize = keyof typeof labelSizesMm;

/** The label alone. Throws as `layLabel` does. */
export const labelDrawing = (document: ReturnDocument, size: LabelSize): Drawing<LabelItem> => {
  const { widthMm, heightMm } = labelSizesMm[size];
  return { widthMm, heightMm, items: layLabel(document, portraitPlan(widthMm, heightMm)) };
};
