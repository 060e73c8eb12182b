import type { BoxItem } from './drawing.ts';
import { rule } from './drawing.ts';
import type { Area } from './text-block.ts';

/** Where the parts of a label stand; what they say is the same for all. */
export interface LabelPlan {
  readonly band: Area;
  readonly sender: Area;
  readonly recipient: Area;
  readonly facts: Area;
  readonly bars: Area;
  readonly barsAlign: 'left' | 'centre';
  readonly qr: Area;
  readonly rules: readonly BoxItem[];
  readonly senderSizesPt: readonly [number, ...number[]];
  readonly recipientSizesPt: readonly [number, ...number[]];
}

/** Printers leave up to 4 mm of a sheet's edge white. */
const marginMm = 5;
const thinMm = 0.25;
const thickMm = 0.75;

/** A label of its own, on the heights of A6 and 4 x 6 inch: what is left over goes to the recipient. */
export const portraitPlan = (widthMm: number, heightMm: number): LabelPlan => {
  const xMm = marginMm;
  const innerMm = widthMm - 2 * marginMm;
  const bottomMm = heightMm - marginMm;
  const barsMm = 17;
  const qrMm = 30;
  const barsTopMm = bottomMm - barsMm;
  const qrTopMm = barsTopMm - 1.5 - qrMm;
  const lowerRuleMm = qrTopMm - 2.5;
  const upperRuleMm = 43;
  return {
    band: { xMm, yMm: marginMm, widthMm: innerMm, heightMm: 10 },
    sender: { xMm, yMm: 17.5, widthMm: innerMm, heightMm: upperRuleMm - 18.5 },
    recipient: {
      xMm,
      yMm: upperRuleMm + 3,
      widthMm: innerMm,
      heightMm: lowerRuleMm - upperRuleMm - 4.5,
    },
    facts: { xMm, yMm: lowerRuleMm + 3, widthMm: innerMm - qrMm - 2, heightMm: qrMm },
    qr: { xMm: xMm + innerMm - qrMm, yMm: qrTopMm, widthMm: qrMm, heightMm: qrMm },
    bars: { xMm, yMm: barsTopMm, widthMm: innerMm, heightMm: barsMm },
    barsAlign: 'centre',
    rules: [rule(xMm, upperRuleMm, innerMm, thinMm), rule(xMm, lowerRuleMm, innerMm, thickMm)],
    senderSizesPt: [9, 8.5, 8, 7.5, 7, 6.5, 6],
    recipientSizesPt: [17, 16, 15, 14, 13, 12, 11, 10, 9, 8, 7, 6],
  };
};

/** The label on the lower part of an A4 page, `yMm` from the top of the page. */
export const landscapePlan = (xMm: number, yMm: number, widthMm: number, heightMm: number): LabelPlan => {
  const columnMm = 64;
  const gapMm = 5;
  const bandMm = 11;
  const qrMm = 36;
  const lowerMm = yMm + heightMm - qrMm;
  const upperMm = yMm + bandMm + 3.5;
  const ruleMm = lowerMm - 2.5;
  const senderMm = (ruleMm - upperMm) * 0.54;
  const rightMm = xMm + columnMm + gapMm;
  return {
    band: { xMm, yMm, widthMm, heightMm: bandMm },
    sender: { xMm, yMm: upperMm, widthMm: columnMm, heightMm: senderMm },
    facts: {
      xMm,
      yMm: upperMm + senderMm + 4,
      widthMm: columnMm,
      heightMm: ruleMm - upperMm - senderMm - 5,
    },
    recipient: {
      xMm: rightMm,
      yMm: upperMm,
      widthMm: xMm + widthMm - rightMm,
      heightMm: ruleMm - upperMm - 2,
    },
    bars: { xMm, yMm: lowerMm + 4, widthMm: widthMm - qrMm - 4, heightMm: qrMm - 8 },
    barsAlign: 'left',
    qr: { xMm: xMm + widthMm - qrMm, yMm: lowerMm, widthMm: qrMm, heightMm: qrMm },
    rules: [
      rule(xMm, upperMm + senderMm + 0.5, columnMm, thinMm),
      rule(rightMm - gapMm / 2, upperMm, thinMm, ruleMm - upperMm - 2.5),
      rule(xMm, ruleMm, widthMm, thickMm),
    ],
    senderSizesPt: [9, 8.5, 8, 7.5, 7, 6.5, 6],
    recipientSizesPt: [19, 18, 17, 16, 15, 14, 13, 12, 11, 10, 9, 8, 7, 6],
  };
};
