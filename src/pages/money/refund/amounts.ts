import type { Order } from '../../../domain/orders/order.ts';
import type { ComputedRefund } from '../../../domain/refunds/compute-refund.ts';
import type { Refund } from '../../../domain/refunds/refund.ts';
import type { ReceiptFeeReason } from '../../../labels/refund-receipt-data.ts';
import { type Html, html } from '../../html.ts';
import { type MoneyVoice, timeOf, titleOf, unitOf, written } from '../money-view.ts';

export interface Amounts {
  readonly computed: ComputedRefund;
  readonly order: Order;
  /** Null: nobody has said. */
  readonly feeReason: ReceiptFeeReason | null;
  readonly totalLabel: string;
}

interface Row {
  readonly label: string;
  readonly amountMinor: number;
}

/** What adds up to the total, and then what is to know about it; a fee is off the items already, tax inside them. */
export const amountTable = ({ computed, order, feeReason, totalLabel }: Amounts, voice: MoneyVoice): Html => {
  const { receipt } = voice;
  const { lines, itemsMinor, feeMinor, shippingMinor, amountMinor, taxMinor } = computed;
  const items = lines.map(({ lineId, quantity, amountMinor: ofLine }): Row => {
    const label = quantity === null ? titleOf(order, lineId) : unitOf(order, { lineId, quantity });
    return { label, amountMinor: ofLine };
  });
  const shipping = shippingMinor > 0 ? [{ label: receipt.shipping, amountMinor: shippingMinor }] : [];
  const why = feeReason === null ? '' : ` (${receipt.feeReasons[feeReason]})`;
  const fee: Row[] = [
    { label: receipt.itemsBeforeFee, amountMinor: itemsMinor },
    { label: receipt.fee + why, amountMinor: -feeMinor },
  ];
  const tax = taxMinor > 0 ? [{ label: receipt.taxInside, amountMinor: taxMinor }] : [];
  return html`<div class="scroll"><table class="days">
${
  lines.length > 0 &&
  html`<thead><tr><th scope="col">${receipt.item}</th><th scope="col">${feeMinor > 0 ? receipt.amountLessFee : receipt.amount}</th></tr></thead>`
}
<tbody>${[...items, ...shipping].map(
    ({ label, amountMinor: part }) =>
      html`<tr><th scope="row">${label}</th><td>${written(voice, part)}</td></tr>`,
  )}
<tr><th scope="row">${totalLabel}</th><td><strong>${written(voice, amountMinor)}</strong></td></tr>
${[...(feeMinor > 0 ? fee : []), ...tax].map(
  ({ label, amountMinor: part }) =>
    html`<tr><th scope="row" class="part">${label}</th><td>${written(voice, part)}</td></tr>`,
)}</tbody>
</table></div>`;
};

/** What was refunded before, or by this link: amount, state, date, a line each. Null: nothing. */
export const refundList = (refunds: readonly Refund[], voice: MoneyVoice): Html | null =>
  refunds.length === 0
    ? null
    : html`${refunds.map(
        (refund, n) =>
          html`${n > 0 && html`<br>`}<strong>${written(voice, refund.amountMinor)}</strong> · ${voice.receipt.states[refund.state]} · ${timeOf(voice, refund.settledAt ?? refund.requestedAt)}`,
      )}`;
