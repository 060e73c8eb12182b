import { mostMessageCharacters } from '../../domain/response-time/message.ts';
import { html } from '../html.ts';
import type { Page } from '../layout.ts';
import { choiceField, errorSummary, type FormState, textField } from '../returns/form/fields.ts';
import { conversationCard } from './conversation-card.ts';
import { type MessageView, messageForm, messagePage, pageHead } from './message-view.ts';

/** The buyer's page: what was said last, and room for an answer. */
export const writePage = (view: MessageView, state: FormState): Page => {
  const { write } = view.voice.texts;
  const body = textField(state, {
    name: 'body',
    label: write.body,
    hint: write.bodyHint,
    // Browsers count an emoji twice: they must not cut what we take. We count for ourselves.
    maxLength: 2 * mostMessageCharacters,
    rows: 8,
    required: true,
  });
  return messagePage(view, {
    title: write.title,
    faulty: state.errors.length > 0,
    main: html`<section class="card">${pageHead(view, write.title)}<p class="lead">${write.lead}</p>
${errorSummary(state)}</section>
${conversationCard(view)}
<section class="card">${messageForm(view, state, { fields: html`${body}${choiceField(state, write.choice)}`, button: write.button })}</section>`,
  });
};
