import { html } from '../../html.ts';
import type { Page } from '../../layout.ts';
import { addressLines, unitList } from '../voice.ts';
import { type LinkView, linkPage, pageHead } from './link-view.ts';

/** What to do with slip and label, and where they are. A seller's own label is a file of its own. */
export const labelPage = (view: LinkView): Page => {
  const { full, token, voice } = view;
  const { label, facts } = voice.texts;
  const { authorization, lines } = full.return;
  const own = authorization?.label.kind === 'uploaded';
  const steps = own ? label.stepsUploaded : label.stepsGenerated;
  return linkPage(view, {
    title: label.title,
    main: html`<section class="card">${pageHead(view, label.title, label.lead)}
<ol class="todo">${steps.map((step) => html`<li>${step}</li>`)}</ol>
<p class="actions"><a class="button" href="${token}/label.pdf">${own ? label.downloadSlip : label.download}</a>${
      own && html` <a class="button" href="${token}/shop-label">${label.downloadUploaded}</a>`
    }</p>
</section>
<section class="card"><dl class="facts">
<dt>${facts.rma}</dt><dd><strong>${authorization?.rma}</strong></dd>
${
  authorization?.returnAddress &&
  html`<dt>${facts.returnAddress}</dt><dd>${addressLines(authorization.returnAddress, voice.language)}</dd>`
}
<dt>${facts.toSendBack}</dt><dd>${unitList(full, lines)}</dd>
</dl></section>`,
  });
};
