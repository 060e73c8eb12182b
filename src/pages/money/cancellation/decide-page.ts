import { mostRefusalMessageCharacters } from '../../../domain/cancellations/cancellation-request.ts';
import { unitsStillAsked } from '../../../domain/cancellations/requests.ts';
import type { ParcelLine } from '../../../domain/orders/order.ts';
import { type Html, html } from '../../html.ts';
import type { Page } from '../../layout.ts';
import { errorSummary, type FormState, radioField, textField } from '../../returns/form/fields.ts';
import { moneyForm } from '../money-form.ts';
import { type MoneyView, moneyPage, pageHead, timeOf, unitList } from '../money-view.ts';
import type { MatterOf } from '../ports.ts';
import { requestedUnits } from './requested-units.ts';

type View = MoneyView<MatterOf<'decide_cancellation'>>;

/** The seller's page: what the buyer asks, what of it is still possible, and the two answers. */
export const decidePage = (view: View, state: FormState): Page => {
  const { order, request } = view.matter;
  const { decide } = view.voice.texts;
  const possible = unitsStillAsked(request, order);
  return moneyPage(view, {
    title: decide.title,
    faulty: state.errors.length > 0,
    main: html`<section class="card">${pageHead(view, decide.title, decide.lead)}
${possible.length === 0 && html`<p class="note">${decide.nothingLeft}</p>`}${errorSummary(state)}</section>
${requestCard(view, possible)}
<section class="card">${moneyForm(view, state, { fields: answerField(view, state, possible), button: decide.button })}</section>`,
  });
};

const requestCard = ({ matter, voice }: View, possible: readonly ParcelLine[]): Html => {
  const { order, request } = matter;
  const { texts, common } = voice;
  const { decide } = texts;
  const asked = request.lines ?? order.lines;
  return html`<section class="card"><h2>${decide.request}</h2>
<dl class="facts">
<dt>${decide.requestedAt}</dt><dd>${timeOf(voice, request.requestedAt)}</dd>
<dt>${decide.toCancel}</dt><dd>${requestedUnits(order, request.lines, voice)}</dd>
<dt>${common.facts.reason}</dt><dd class="typed" dir="auto">${request.reason ?? html`<span class="soft">${decide.noReason}</span>`}</dd>
</dl>
${
  possible.length > 0 &&
  total(possible) < total(asked) &&
  html`<p class="note">${decide.partLeft}<br><strong>${unitList(order, possible)}</strong></p>`
}</section>`;
};

const answerField = ({ voice }: View, state: FormState, possible: readonly ParcelLine[]): Html => {
  const { texts, common } = voice;
  const { decide } = texts;
  const message = textField(state, {
    name: 'message',
    label: common.close.message,
    hint: common.close.messageHint,
    maxLength: mostRefusalMessageCharacters,
    rows: 5,
    optional: true,
  });
  const accept = { value: 'accept', label: decide.accept, hint: decide.acceptHint };
  return radioField(state, {
    name: 'act',
    legend: decide.legend,
    value: '',
    options: [
      ...(possible.length > 0 ? [accept] : []),
      { value: 'refuse', label: decide.refuse, hint: decide.refuseHint, more: message },
    ],
  });
};

const total = (lines: readonly ParcelLine[]): number =>
  lines.reduce((sum, { quantity }) => sum + quantity, 0);
