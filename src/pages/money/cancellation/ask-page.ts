import { mostCancellationReasonCharacters } from '../../../domain/cancellations/cancellation-request.ts';
import type { Order } from '../../../domain/orders/order.ts';
import { unitsLeft } from '../../../domain/orders/progress.ts';
import { type Html, html } from '../../html.ts';
import type { Page } from '../../layout.ts';
import {
  errorSummary,
  type FormState,
  numberField,
  type Radio,
  radioField,
  textField,
} from '../../returns/form/fields.ts';
import { moneyForm } from '../money-form.ts';
import { type MoneyView, moneyPage, pageHead, titleOf, unitOf } from '../money-view.ts';
import type { MatterOf } from '../ports.ts';
import { withdrawLink } from './withdraw-link.ts';

type View = MoneyView<MatterOf<'request_cancellation'>>;

/** The buyer's page: what has not left yet, and which of it the shop is asked to cancel. */
export const askPage = (view: View, state: FormState): Page => {
  const { order } = view.matter;
  const { ask } = view.voice.texts;
  const reason = textField(state, {
    name: 'reason',
    label: ask.reason,
    hint: ask.reasonHint,
    maxLength: mostCancellationReasonCharacters,
    rows: 4,
    optional: true,
  });
  return moneyPage(view, {
    title: ask.title,
    faulty: state.errors.length > 0,
    main: html`<section class="card">${pageHead(view, ask.title, ask.lead)}${errorSummary(state)}</section>
<section class="card"><h2>${ask.notLeft}</h2>
<ul class="items">${unitsLeft(order).map((unit) => html`<li><strong>${unitOf(order, unit)}</strong></li>`)}</ul>
${hasPartLeft(order) && html`<p class="note">${ask.partLeft} ${withdrawLink(view)}</p>`}</section>
<section class="card">${moneyForm(view, state, { fields: html`${whatField(view, state)}${reason}`, button: ask.button })}</section>`,
  });
};

const hasPartLeft = ({ shipments }: Order): boolean => shipments.length > 0;

const whatField = ({ matter: { order }, voice }: View, state: FormState): Html => {
  const { texts } = voice;
  const all = hasPartLeft(order) ? texts.ask.rest : texts.wholeOrder;
  const units = unitsLeft(order);
  const isOne = units.length === 1 && units[0]?.quantity === 1;
  const some: Radio = { value: 'some', label: texts.ask.some, more: quantityFields(order, voice, state) };
  return radioField(state, {
    name: 'act',
    legend: texts.ask.legend,
    value: '',
    options: [{ value: 'whole', label: all }, ...(isOne ? [] : [some])],
  });
};

/** By the line's place in the order, which stays the same whatever leaves meanwhile. */
const quantityFields = (order: Order, { common }: View['voice'], state: FormState): Html => {
  const left = new Map(unitsLeft(order).map(({ lineId, quantity }) => [lineId, quantity]));
  return html`<p class="hint">${common.confirm.quantitiesHint}</p>
${order.lines.map(({ lineId }, n) => {
  const most = left.get(lineId);
  if (most === undefined) return null;
  const label = common.confirm.quantityOf(titleOf(order, lineId), most);
  return numberField(state, { name: `quantity-${n}`, label, value: 0, most });
})}`;
};
