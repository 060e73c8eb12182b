import { isLate } from '../../domain/response-clock.ts';
import { clockStateOf, mostMessageCharacters } from '../../domain/response-time/message.ts';
import { writtenTime } from '../../domain/written-dates.ts';
import { type Html, html, trusted } from '../html.ts';
import type { Page } from '../layout.ts';
import { errorSummary, type FormState, type Radio, radioField, textField } from '../returns/form/fields.ts';
import { conversationCard } from './conversation-card.ts';
import { type MessageView, messageForm, messagePage, pageHead } from './message-view.ts';

/** The seller's page: what is asked and how long there is to answer, and the two things that can be done. */
export const replyPage = (view: MessageView, state: FormState): Page => {
  const { reply } = view.voice.texts;
  const { reachable, channel } = view.conversation.thread;
  const choices = choicesOf(view, state);
  const faulty = state.errors.length > 0;
  const unsent = reachable ? '' : (state.value('body') ?? '');
  return messagePage(view, {
    title: reply.title,
    faulty,
    main: html`<section class="card">${pageHead(view, reply.title)}
${clockNote(view)}
${!reachable && !faulty && html`<p class="note">${reply.unreachable(channel)}</p>`}
${errorSummary(state)}</section>
${unsent !== '' && html`<section class="card"><h2>${reply.unsent}</h2><p class="typed" dir="auto">${unsent}</p></section>`}
${conversationCard(view)}
${
  choices.length > 0 &&
  html`<section class="card">${messageForm(view, state, {
    fields: radioField(state, { name: 'act', legend: reply.legend, value: '', options: choices }),
    button: reply.button,
  })}</section>`
}`,
  });
};

/** Until when an answer is in time, or why none is asked for any more. Nothing where no clock ever ran. */
const clockNote = ({ conversation, voice, now }: MessageView): Html | null => {
  const { texts, language, zone } = voice;
  const { reply } = texts;
  const { message } = conversation.message;
  const { clock } = message;
  if (clock === null) return null;
  const state = clockStateOf(message);
  if (state === 'open' && !isLate(clock, now)) {
    return html`<p class="when">${reply.inTime} <strong><time datetime="${clock.dueAt}">${writtenTime(clock.dueAt, language, zone)}</time></strong></p>`;
  }
  if (state === 'open')
    return html`<p class="note">${reply.late(writtenTime(clock.dueAt, language, zone))}</p>`;
  const said =
    clock.stoppedAt === null ? reply.excluded : reply.answered(writtenTime(clock.stoppedAt, language, zone));
  return html`<p class="when">${said}${conversation.thread.reachable && ` ${reply.stillWrite}`}</p>`;
};

/** To answer, where that can be sent; to say that no answer is needed, where that was not said yet. */
const choicesOf = ({ conversation, voice: { texts } }: MessageView, state: FormState): readonly Radio[] => {
  const { reply } = texts;
  const marked = conversation.message.message.noResponseNeeded;
  const body = textField(state, {
    name: 'body',
    label: reply.body,
    hint: reply.bodyHint,
    // Browsers count an emoji twice: they must not cut what we take. We count for ourselves.
    maxLength: 2 * mostMessageCharacters,
    rows: 8,
  });
  const more = html`${body}${!marked && leaveOutField(state, reply.leaveOut)}`;
  return [
    ...(conversation.thread.reachable ? [{ value: 'reply', label: reply.send, more }] : []),
    ...(marked ? [] : [{ value: 'none', label: reply.none, hint: reply.noneHint }]),
  ];
};

/** Goes with an answer, and sends nothing by itself. */
const leaveOutField = (state: FormState, label: string): Html => html`<div class="option">
<label><input type="checkbox" name="noResponseNeeded" value="yes"${state.value('noResponseNeeded') === 'yes' && trusted(' checked')}> <span>${label}</span></label>
</div>`;
