import type { FullReturn } from '../../../../db/repositories/returns-read/find-return.ts';
import type { Language } from '../../../domain/languages.ts';
import type { Mismatch, ReceivedUnits } from '../../../domain/returns/return.ts';
import { writtenDay } from '../../../domain/written-dates.ts';
import { type Html, html } from '../../html.ts';
import { languageLinks } from '../../language-links.ts';
import type { Page } from '../../layout.ts';
import { historyList } from '../history-list.ts';
import { requestCard } from '../request-card.ts';
import { addressLines, titleOf, type Voice, voiceOf, zoneNote } from '../voice.ts';

interface RmaView {
  readonly rma: string;
  readonly language: Language;
}

const pageOf = ({ rma, language }: RmaView, main: Html, footer: Html = html``): Page => {
  const { texts, records } = voiceOf(language, 'UTC');
  const title = records.rma.title(rma);
  return {
    language,
    title,
    wide: true,
    header: html`<span class="name">Navette</span>${languageLinks(language, texts.language)}`,
    main,
    footer,
  };
};

/** Several sellers' returns that share a number. */
export const rmaListPage = (found: readonly FullReturn[], view: RmaView): Page => {
  const { records, texts } = voiceOf(view.language, 'UTC');
  return pageOf(
    view,
    html`<section class="card"><h1>${records.rma.title(view.rma)}</h1><p>${records.rma.several(found.length)}</p>
<ul class="rows">${found.map(
      ({ sellerId, return: one }) =>
        html`<li><a href="?return=${one.id}&amp;lang=${view.language}"><span>${one.channel}</span><span class="subject">${texts.order(one.channelOrderId)}</span><span class="soft">${records.rma.states[one.state]} · ${sellerId}</span></a></li>`,
    )}</ul></section>`,
  );
};

/** All that an operator may want to know with the parcel in hand. */
export const rmaPage = (full: FullReturn, view: RmaView): Page => {
  const voice = voiceOf(view.language, full.order.timeZone);
  return pageOf(
    view,
    html`${headCard(full, voice)}${requestCard(full, voice)}${receiptCard(full, voice)}${documentsCard(full, view, voice)}
<section class="card"><h2>${voice.records.history}</h2>${historyList(full.history, voice)}</section>`,
    zoneNote(voice),
  );
};

const headCard = (full: FullReturn, { texts, records, language }: Voice): Html => {
  const { rma: words } = records;
  const { authorization, channel, channelOrderId, state } = full.return;
  const { buyer, shipTo } = full.order;
  return html`<section class="card">
<p class="eyebrow">${texts.order(channelOrderId)}</p>
<h1>${words.title(authorization?.rma ?? '')}</h1>
<dl class="facts">
<dt>${words.state}</dt><dd><strong>${words.states[state]}</strong></dd>
<dt>${words.channel}</dt><dd>${channel}</dd>
<dt>${words.seller}</dt><dd>${full.sellerId}</dd>
${buyer !== null && html`<dt>${words.buyer}</dt><dd>${buyer.name}</dd>`}
${shipTo !== null && html`<dt>${words.sender}</dt><dd>${addressLines(shipTo, language)}</dd>`}
${
  authorization?.returnAddress &&
  html`<dt>${texts.facts.returnAddress}</dt><dd>${addressLines(authorization.returnAddress, language)}</dd>`
}
</dl></section>`;
};

const receiptCard = (full: FullReturn, voice: Voice): Html => {
  const { rma: words } = voice.records;
  const { received, mismatches } = full.return;
  return html`<section class="card"><h2>${words.received}</h2>
${
  received.length === 0
    ? html`<p class="soft">${words.nothingReceived}</p>`
    : unitRows(
        received.map((units) => ({ ...units, title: titleOf(full, units.lineId) })),
        voice,
      )
}
${
  mismatches.length > 0 &&
  html`<h3>${words.mismatches}</h3>${unitRows(
    mismatches.map((one) => ({ ...one, title: one.lineId === null ? one.sku : titleOf(full, one.lineId) })),
    voice,
  )}`
}
</section>`;
};

type Row = Pick<ReceivedUnits | Mismatch, 'quantity' | 'condition' | 'receivedAt'> & {
  readonly title: string;
};

const unitRows = (rows: readonly Row[], { records, language, zone }: Voice): Html => {
  const { rma: words } = records;
  return html`<ul class="items">${rows.map(
    ({ title, quantity, condition, receivedAt }) =>
      html`<li><strong>${quantity} × ${title}</strong><br>${words.conditions[condition]} <span class="soft">· ${words.receivedOn} ${writtenDay(receivedAt, language, zone)}</span></li>`,
  )}</ul>`;
};

/** By relative addresses: the page is at `/rma/{rma}`. */
const documentsCard = (full: FullReturn, { rma }: RmaView, { records }: Voice): Html | null => {
  const { authorization, id } = full.return;
  if (authorization === null || authorization.returnAddress === null) return null;
  return html`<section class="card"><h2>${records.rma.documents}</h2><ul>
<li><a href="${rma}/${id}/return.pdf">${records.rma.slipAndLabel}</a></li>
${authorization.label.kind === 'uploaded' && html`<li><a href="${rma}/${id}/label">${records.rma.uploadedLabel}</a></li>`}
</ul></section>`;
};
