import { mostClosingMessageCharacters, mostReplyCharacters } from '../../../domain/returns/return.ts';
import { closureReasonWords } from '../../../domain/returns/words.ts';
import { html } from '../../html.ts';
import type { Page } from '../../layout.ts';
import {
  choiceField,
  errorSummary,
  type FormState,
  numberField,
  selectField,
  textField,
} from '../form/fields.ts';
import { requestCard, worthKnowing } from '../request-card.ts';
import { titleOf } from '../voice.ts';
import { allowedClosures } from './allowed-closures.ts';
import { authorizePage } from './authorize-page.ts';
import type { ActingLink } from './link-actions.ts';
import { type LinkView, linkForm, linkPage, pageHead } from './link-view.ts';

/** The page of a link that acts: what it is about, and the form that acts. */
export const formPage = (action: ActingLink, view: LinkView, state: FormState): Page => {
  switch (action) {
    case 'authorize_return':
      return authorizePage(view, state);
    case 'close_return':
      return closePage(view, state);
    case 'reply_to_return':
      return replyPage(view, state);
    case 'cancel_return':
      return cancelPage(view, state);
    case 'confirm_withdrawal':
      return confirmPage(view, state);
    default:
      return action satisfies never;
  }
};

const closePage = (view: LinkView, state: FormState): Page => {
  const { texts, language } = view.voice;
  const { close } = texts;
  const { withdrawal } = view.full.return;
  const binding = withdrawal !== null && withdrawal.confirmedAt !== null;
  const reason = selectField(state, {
    name: 'reason',
    label: close.reason,
    first: texts.choose,
    required: true,
    options: allowedClosures(withdrawal).map((value) => ({
      value,
      label: capital(closureReasonWords[language][value]),
    })),
  });
  const message = textField(state, {
    name: 'message',
    label: close.message,
    hint: close.messageHint,
    maxLength: mostClosingMessageCharacters,
    rows: 5,
    optional: true,
  });
  return linkPage(view, {
    title: close.title,
    faulty: state.errors.length > 0,
    main: html`<section class="card">${pageHead(view, close.title, close.lead)}
${binding && html`<p class="note">${close.withdrawalLead}</p>`}
${errorSummary(state)}
${linkForm(view, state, { fields: html`${reason}${message}`, button: close.button })}</section>
${worthKnowing(view.full, view.voice)}${requestCard(view.full, view.voice)}`,
  });
};

const replyPage = (view: LinkView, state: FormState): Page => {
  const { reply } = view.voice.texts;
  const message = textField(state, {
    name: 'message',
    label: reply.message,
    hint: reply.messageHint,
    maxLength: mostReplyCharacters,
    rows: 8,
    required: true,
  });
  return linkPage(view, {
    title: reply.title,
    faulty: state.errors.length > 0,
    main: html`<section class="card">${pageHead(view, reply.title, reply.lead)}
${errorSummary(state)}
${linkForm(view, state, { fields: html`${message}${choiceField(state, reply.choice)}`, button: reply.button })}</section>
${requestCard(view.full, view.voice)}`,
  });
};

const cancelPage = (view: LinkView, state: FormState): Page => {
  const { cancel } = view.voice.texts;
  return linkPage(view, {
    title: cancel.title,
    faulty: state.errors.length > 0,
    main: html`<section class="card">${pageHead(view, cancel.title, cancel.lead)}
${errorSummary(state)}
${linkForm(view, state, { fields: choiceField(state, cancel.choice), button: cancel.button })}</section>
${requestCard(view.full, view.voice)}`,
  });
};

const confirmPage = (view: LinkView, state: FormState): Page => {
  const { confirm } = view.voice.texts;
  const quantities = html`<fieldset>
<legend>${confirm.quantities}</legend>
<p class="hint">${confirm.quantitiesHint}</p>
${view.full.return.lines.map(({ lineId, quantity }, n) =>
  numberField(state, {
    name: `quantity-${n}`,
    label: confirm.quantityOf(titleOf(view.full, lineId), quantity),
    value: quantity,
    most: quantity,
  }),
)}
</fieldset>`;
  return linkPage(view, {
    title: confirm.title,
    faulty: state.errors.length > 0,
    main: html`<section class="card">${pageHead(view, confirm.title, confirm.lead)}
<ul>${confirm.points.map((point) => html`<li>${point}</li>`)}</ul>
${errorSummary(state)}
${linkForm(view, state, {
  fields: html`${quantities}${choiceField(state, confirm.choice)}`,
  button: confirm.button,
})}</section>`,
  });
};

const capital = (words: string): string => words.charAt(0).toLocaleUpperCase() + words.slice(1);
