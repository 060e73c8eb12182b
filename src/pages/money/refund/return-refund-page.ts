import type { Instant } from '../../../domain/calendar/instant.ts';
import { causeOf } from '../../../domain/refunds/owed-of-return.ts';
import type { Condition } from '../../../domain/returns/return.ts';
import { type Html, html } from '../../html.ts';
import type { Page } from '../../layout.ts';
import { choiceField, errorSummary, type FormState } from '../../returns/form/fields.ts';
import { moneyForm } from '../money-form.ts';
import {
  type MoneyView,
  type MoneyVoice,
  moneyPage,
  pageHead,
  timeOf,
  titleOf,
  unitOf,
  written,
} from '../money-view.ts';
import type { MatterOf } from '../ports.ts';
import { amountTable, refundList } from './amounts.ts';

type View = MoneyView<MatterOf<'refund_return'>>;

/** The seller's page: what came back, what is owed for it, and the one thing to do. */
export const returnRefundPage = (view: View, state: FormState): Page => {
  const { refund } = view.voice.texts;
  return moneyPage(view, {
    title: refund.title,
    faulty: state.errors.length > 0,
    main: html`<section class="card">${pageHead(view, refund.title, refund.lead)}
${dueNote(view)}${errorSummary(state)}</section>
${backCard(view)}${earlierCard(view)}${owedCard(view, state)}`,
  });
};

/** Until when the money is in time, or that it is late. Nothing where no time runs. */
const dueNote = ({ matter: { dueAt }, voice, now }: View): Html | null => {
  if (dueAt === null) return null;
  const { dueAt: inTime, overdueSince } = voice.texts.refund;
  return now <= dueAt
    ? html`<p class="when">${inTime} <strong>${timeOf(voice, dueAt)}</strong></p>`
    : html`<p class="note">${overdueSince} <strong>${timeOf(voice, dueAt)}</strong></p>`;
};

interface Back {
  readonly title: string;
  readonly condition: Condition;
  readonly receivedAt: Instant;
}

/** Units that were authorised, and others that the seller has accepted. */
const unitsBack = ({ return: state, order }: MatterOf<'refund_return'>): Back[] => [
  ...state.received.map(({ condition, receivedAt, ...unit }) => ({
    title: unitOf(order, unit),
    condition,
    receivedAt,
  })),
  ...state.mismatches
    .filter(({ outcome }) => outcome === 'accept')
    .map(({ lineId, sku, quantity, condition, receivedAt }) => ({
      title: `${quantity} × ${lineId === null ? sku : titleOf(order, lineId)}`,
      condition,
      receivedAt,
    })),
];

const backCard = ({ matter, voice }: View): Html => {
  const { texts } = voice;
  if (causeOf(matter.return) === 'keep_item') {
    return html`<section class="card"><h2>${texts.refund.kept}</h2>
<ul class="items">${matter.return.lines.map((unit) => html`<li><strong>${unitOf(matter.order, unit)}</strong></li>`)}</ul></section>`;
  }
  return html`<section class="card"><h2>${texts.refund.back}</h2>
<ul class="items">${unitsBack(matter).map((unit) => html`<li>${backItem(unit, voice)}</li>`)}</ul></section>`;
};

const backItem = ({ title, condition, receivedAt }: Back, voice: MoneyVoice): Html =>
  html`<strong>${title}</strong><br>${voice.returns.conditions[condition]} <span class="soft">· ${voice.returns.receivedOn} ${timeOf(voice, receivedAt)}</span>`;

const earlierCard = ({ matter: { refunds }, voice }: View): Html | null => {
  const earlier = refundList(refunds, voice);
  return (
    earlier && html`<section class="card"><h2>${voice.texts.refund.earlier}</h2><p>${earlier}</p></section>`
  );
};

const owedCard = (view: View, state: FormState): Html | null => {
  const { matter, voice } = view;
  const { owed, order } = matter;
  const { refund } = voice.texts;
  if (owed === null) return null;
  const fields = html`<input type="hidden" name="amountMinor" value="${owed.amountMinor}">
${choiceField(state, refund.choice(written(voice, owed.amountMinor)))}`;
  return html`<section class="card"><h2>${refund.owed}</h2>
${amountTable({ computed: owed, order, feeReason: 'buyer_fault', totalLabel: refund.total }, voice)}
${order.payment.provider === 'external' && html`<p class="note">${refund.external(order.channel)}</p>`}
${moneyForm(view, state, { fields, button: refund.button })}</section>`;
};
