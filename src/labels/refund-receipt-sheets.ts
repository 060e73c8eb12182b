import type { Language } from '../domain/languages.ts';
import { writtenDay } from '../domain/written-dates.ts';
import { printable } from './printable-text.ts';
import type { RefundReceipt } from './refund-receipt-data.ts';
import type { Sheet } from './sheet.ts';
import { type Fact, facts, framed, sum } from './sheet-blocks.ts';
import { type Block, flow, gap, keepingNext } from './sheet-flow.ts';
import { inFrame } from './sheet-frame.ts';
import { table } from './sheet-table.ts';
import { receiptTexts } from './texts/receipt/index.ts';
import type { ReceiptTexts } from './texts/receipt/receipt-texts.ts';
import { printedMoney } from './written-values.ts';

/** By which words a date or an amount of one receipt is said. */
interface Wording {
  readonly texts: ReceiptTexts;
  readonly money: (amountMinor: number) => string;
  readonly day: (at: string) => string;
}

const wordingOf = ({ currency, timeZone }: RefundReceipt, language: Language): Wording => ({
  texts: receiptTexts[language],
  money: (amountMinor) => printedMoney(amountMinor, currency, language),
  day: (at) => printable(writtenDay(at, language, timeZone)),
});

/** Who and when, and where the money went. */
const head = (receipt: RefundReceipt, { texts, day }: Wording): readonly Block[] => {
  const { state, settledAt, providerRefundId } = receipt;
  const settled: readonly Fact[] =
    settledAt === null
      ? []
      : [{ name: state === 'succeeded' ? texts.refundedOn : texts.endedOn, value: day(settledAt) }];
  const reference: readonly Fact[] =
    providerRefundId === null ? [] : [{ name: texts.providerReference, value: printable(providerRefundId) }];
  return [
    facts(
      [
        { name: texts.order, value: printable(receipt.orderNumber) },
        { name: texts.channel, value: printable(receipt.channel) },
        { name: texts.stateName, value: texts.states[state] },
      ],
      3,
    ),
    facts([{ name: texts.requestedOn, value: day(receipt.requestedAt) }, ...settled], 3),
    facts(
      [
        { name: texts.providerName, value: printable(texts.provider(receipt.provider, receipt.channel)) },
        ...reference,
      ],
      3,
    ),
  ];
};

const lines = ({ lines, feeMinor }: RefundReceipt, { texts, money }: Wording): readonly Block[] => {
  if (lines.length === 0) return [];
  return table(
    [
      { title: texts.item, widthMm: 116, weight: 'bold' },
      { title: texts.quantity, widthMm: 16, align: 'right' },
      { title: feeMinor > 0 ? texts.amountLessFee : texts.amount, widthMm: 50, align: 'right' },
    ],
    lines.map(({ title, quantity, amountMinor }) => [
      printable(title),
      quantity === null ? '–' : String(quantity),
      money(amountMinor),
    ]),
  );
};

/** What adds up to the total; the tax is inside it. */
const sums = (receipt: RefundReceipt, { texts, money }: Wording): readonly Block[] => {
  const { feeMinor, feeReason, shippingMinor } = receipt;
  const keepsNext = true;
  const why = feeReason === null ? '' : ` (${texts.feeReasons[feeReason]})`;
  return [
    { ...gap(2), keepsNext },
    sum(feeMinor > 0 ? texts.itemsBeforeFee : texts.items, money(receipt.itemsMinor), { keepsNext }),
    ...(feeMinor > 0 ? [sum(`${texts.fee}${why}`, money(-feeMinor), { keepsNext })] : []),
    ...(shippingMinor > 0 ? [sum(texts.shipping, money(shippingMinor), { keepsNext })] : []),
    { ...gap(1), keepsNext },
    sum(texts.total, money(receipt.amountMinor), { weight: 'bold', keepsNext }),
    sum(texts.taxInside, money(receipt.taxMinor)),
  ];
};

/** The pages of a receipt. */
export const receiptSheets = (receipt: RefundReceipt, language: Language): readonly Sheet[] => {
  const wording = wordingOf(receipt, language);
  const { texts } = wording;
  const pages = flow([
    ...head(receipt, wording),
    gap(3),
    ...keepingNext(lines(receipt, wording)),
    ...sums(receipt, wording),
    gap(8),
    ...(receipt.state === 'succeeded' ? [] : [framed(texts.notPaid), gap(3)]),
    framed(texts.noTaxDocument),
  ]);
  const frame = {
    title: texts.title,
    from: printable(receipt.sellerName ?? receipt.channel),
    about: { name: texts.refund, number: receipt.refundId },
    foot: `${texts.title} · ${texts.order} ${printable(receipt.orderNumber)}`,
  };
  return inFrame(frame, language, pages);
};
