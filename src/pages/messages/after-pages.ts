import { writtenTime } from '../../domain/written-dates.ts';
import { html } from '../html.ts';
import type { Page } from '../layout.ts';
import { type MessageView, messagePage, pageHead } from './message-view.ts';
import type { MessageLinkUse } from './ports.ts';

/** What was done by this link, and when. `usedBefore`: it has just been sent something else. */
export const donePage = (
  view: MessageView,
  use: MessageLinkUse | null,
  { usedBefore = false }: { usedBefore?: boolean } = {},
): Page => {
  const { texts, common, language, zone } = view.voice;
  const name = use?.name ?? 'unknown';
  const { title, sentence } = texts.done[name];
  const { thread, message: about } = view.conversation;
  const made = thread.messages.find(({ message }) => message.id === use?.madeId);
  const at = made?.message.sentAt ?? use?.finishedAt ?? null;
  const notCounted = (name === 'reply' || name === 'no-response-needed') && about.message.noResponseNeeded;
  return messagePage(view, {
    title,
    main: html`<section class="card">
${usedBefore && html`<p class="note first" role="alert">${common.used}</p>`}
${pageHead(view, title)}<p class="lead">${sentence}</p>
${notCounted && html`<p>${texts.done.notCounted}</p>`}
${name === 'reply' && made?.message.undelivered && html`<p class="note">${texts.done.undelivered(thread.channel)}</p>`}
<dl class="facts">${
      at !== null &&
      html`<dt>${common.facts.when}</dt><dd><time datetime="${at}">${writtenTime(at, language, zone)}</time></dd>`
    }${made && html`<dt>${common.facts.message}</dt><dd class="typed" dir="auto">${made.body}</dd>`}</dl>
</section>`,
  });
};

/** What was sent is committed, and its job is not done: still under way, or its attempts are used up. */
export const waitingPage = (view: MessageView, which: 'pending' | 'failed'): Page => {
  const { common, language } = view.voice;
  const { title, sentence } = common[which];
  return messagePage(view, {
    title,
    main: html`<section class="card">${pageHead(view, title)}<p class="lead">${sentence}</p>
<p class="actions"><a class="button" href="?lang=${language}">${common.reload}</a></p></section>`,
  });
};
