import type { Language } from '../domain/languages.ts';
import { drawSheets } from './draw-sheets.ts';
import type { RefundReceipt } from './refund-receipt-data.ts';
import { receiptSheets } from './refund-receipt-sheets.ts';
import { receiptTexts } from './texts/receipt/index.ts';

/**
 * What the buyer keeps of a refund: A4, over more pages where there are many lines. It says that it is no tax
 * document, and of a refund that has not succeeded that it was not paid. The same receipt gives the same bytes.
 */
export const drawRefundReceipt = async (receipt: RefundReceipt, language: Language): Promise<Uint8Array> => {
  const title = `${receiptTexts[language].title} ${receipt.refundId}`;
  const at = receipt.settledAt ?? receipt.requestedAt;
  return drawSheets({ title, language, at }, receiptSheets(receipt, language));
};
