import { feeReasonOf } from '../../../domain/refunds/refund.ts';
import { html } from '../../html.ts';
import type { Page } from '../../layout.ts';
import { factList, type MoneyView, moneyPage, pageHead, timeOf, written } from '../money-view.ts';
import type { MatterOf } from '../ports.ts';
import { amountTable } from './amounts.ts';

/** The buyer's page of a refund: how far it is, of what it consists, and its receipt once it is paid. */
export const refundPage = (view: MoneyView<MatterOf<'show_refund'>>): Page => {
  const { matter, token, voice } = view;
  const { order, refund } = matter;
  const { texts, receipt } = voice;
  const title = texts.shown.title(written(voice, refund.amountMinor));
  const settled = refund.state === 'succeeded' ? receipt.refundedOn : receipt.endedOn;
  return moneyPage(view, {
    title,
    main: html`<section class="card">${pageHead(view, title, texts.shown.sentences[refund.state])}
${factList([
  [receipt.stateName, html`<strong>${receipt.states[refund.state]}</strong>`],
  [receipt.requestedOn, timeOf(voice, refund.requestedAt)],
  ...(refund.settledAt === null ? [] : [[settled, timeOf(voice, refund.settledAt)] as const]),
])}
${
  refund.state === 'succeeded' &&
  html`<p class="actions"><a class="button" href="${token}/receipt.pdf">${texts.shown.receipt}</a></p>`
}</section>
<section class="card"><h2>${texts.shown.heading}</h2>
${amountTable({ computed: refund, order, feeReason: feeReasonOf(refund), totalLabel: receipt.total }, voice)}
</section>`,
  });
};
