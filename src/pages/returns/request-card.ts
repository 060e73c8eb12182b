import type { FullReturn } from '../../../db/repositories/returns-read/find-return.ts';
import { moneyText } from '../../domain/money-text.ts';
import { returnReasonWords } from '../../domain/returns/words.ts';
import { writtenDay } from '../../domain/written-dates.ts';
import { type Html, html } from '../html.ts';
import { titleOf, type Voice } from './voice.ts';

/** The request as its seller has to judge it: items, reasons, comments; and what is worth knowing about it. */
export const requestCard = (full: FullReturn, voice: Voice): Html => {
  const { texts, records, language, zone } = voice;
  const { request } = texts;
  const { lines, requestedBy, requestedAt } = full.return;
  return html`<section class="card">
<h2>${request.heading}</h2>
<dl>
<dt>${request.by}</dt><dd>${records.actors[requestedBy]}</dd>
<dt>${request.on}</dt><dd>${writtenDay(requestedAt, language, zone)}</dd>
</dl>
<ul class="items">${lines.map((line) => {
    const reason = line.reason === null ? request.withdrawal : returnReasonWords[language][line.reason];
    return html`<li><strong>${line.quantity} × ${titleOf(full, line.lineId)}</strong>
<dl><dt>${request.reason}</dt><dd>${reason}</dd>${
      line.comment !== null && html`<dt>${request.comment}</dt><dd class="typed">${line.comment}</dd>`
    }</dl></li>`;
  })}</ul>
</section>`;
};

/** Warnings and advice about money, for the seller alone. */
export const worthKnowing = (full: FullReturn, { texts, language }: Voice): Html | null => {
  const { request } = texts;
  const { warnings, advice } = full.return;
  const notes = [
    ...advice.map(({ code, costMinor, valueMinor, currency }) => {
      const cost = moneyText(costMinor, currency, language);
      const value = moneyText(valueMinor, currency, language);
      return code === 'keep_item' ? request.keepItem(cost, value) : request.offerCredit(cost, value);
    }),
    ...warnings.map(({ code }) => request.warnings[code]),
  ];
  if (notes.length === 0) return null;
  return html`<section class="card notice"><h2>${request.worthKnowing}</h2><ul>${notes.map(
    (note) => html`<li>${note}</li>`,
  )}</ul></section>`;
};
