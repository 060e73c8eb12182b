import type { Order } from '../../../domain/orders/order.ts';
import type { ComputedRefund } from '../../../domain/refunds/compute-refund.ts';
import type { Refund } from '../../../domain/refunds/refund.ts';
import type { ReceiptFeeReason } from '../../../labels/refund-receipt-data.ts';
import { type Html, html } from '../../html.ts';
import { factList, type MoneyVoice, timeOf, titleOf, unitOf, written } from '../money-view.ts';

export interface Amounts {
  readonly computed: ComputedRefund;
  readonly order: Order;
  readonly feeReason: ReceiptFeeReason;
  readonly totalLabel: string;
}

interface Row {
  readonly label: string;
  readonly amountMinor: number;
}

/** What a refund consists of, part by part; a fee is off the items and its tax inside them. */
export const amountTable = ({ computed, order, feeReason, totalLabel }: Amounts, voice: MoneyVoice): Html => {
  const { receipt } = voice;
  const { lines, itemsMinor, feeMinor, shippingMinor, amountMinor, taxMinor } = computed;
  const fee = `${receipt.fee} (${receipt.feeReasons[feeReason]})`;
  const sums: Row[] = [
    ...(feeMinor > 0 ? [{ label: receipt.itemsBeforeFee, amountMinor: itemsMinor }] : []),
    ...(feeMinor > 0 ? [{ label: fee, amountMinor: -feeMinor }] : []),
    ...(shippingMinor > 0 ? [{ label: receipt.shipping, amountMinor: shippingMinor }] : []),
  ];
  const row = ({ label, amountMinor: minor }: Row): Html =>
    html`<tr><th scope="row">${label}</th><td>${written(voice, minor)}</td></tr>`;
  return html`<div class="scroll"><table class="days">
${
  lines.length > 0 &&
  html`<thead><tr><th scope="col">${receipt.item}</th><th scope="col">${feeMinor > 0 ? receipt.amountLessFee : receipt.amount}</th></tr></thead>`
}
<tbody>${lines.map(({ lineId, quantity, amountMinor: minor }) =>
    row({
      label: quantity === null ? titleOf(order, lineId) : unitOf(order, { lineId, quantity }),
      amountMinor: minor,
    }),
  )}</tbody>
<tbody>${sums.map(row)}
<tr><th scope="row">${totalLabel}</th><td><strong>${written(voice, amountMinor)}</strong></td></tr>
${taxMinor > 0 && row({ label: receipt.taxInside, amountMinor: taxMinor })}</tbody>
</table></div>`;
};

/** What was refunded before, or by this link: amount, state, date. */
export const refundFacts = (refunds: readonly Refund[], voice: MoneyVoice): Html | null =>
  factList(
    refunds.map((refund): [string, Html] => [
      written(voice, refund.amountMinor),
      html`${voice.receipt.states[refund.state]} · ${timeOf(voice, refund.settledAt ?? refund.requestedAt)}`,
    ]),
  );

/** As the mails and the receipt say it. */
export const feeReasonOf = ({ cause }: Pick<Refund, 'cause'>): ReceiptFeeReason =>
  cause === 'return_to_sender' ? 'return_to_sender' : 'buyer_fault';
