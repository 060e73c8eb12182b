import type { FullMessage } from '../../../db/repositories/messages-read/full-message.ts';
import { writtenTime } from '../../domain/written-dates.ts';
import { type Html, html } from '../html.ts';
import { type MessageView, sideOf } from './message-view.ts';

/** So many of the last ones are read at once; a seller unfolds the others. */
const shownAtOnce = 6;
/** The buyer has the conversation in a mailbox, and sees so many of its messages. */
const shownToBuyer = 10;

interface Parts {
  /** Not on the page. */
  readonly leftOut: number;
  readonly folded: readonly FullMessage[];
  readonly open: readonly FullMessage[];
}

/** What is said of a conversation, oldest first; a seller's page always opens on the message that it asks about. */
export const conversationCard = (view: MessageView): Html => {
  const { conversation: words } = view.voice.texts;
  const { leftOut, folded, open } = sideOf(view.action) === 'seller' ? sellersParts(view) : buyersParts(view);
  return html`<section class="card"><h2>${words.heading}</h2>
${leftOut > 0 && html`<p class="soft">${words.leftOut(leftOut)}</p>`}
${
  folded.length > 0 &&
  html`<details><summary>${words.earlier(folded.length)}</summary>${messageList(view, folded)}</details>`
}
${messageList(view, open)}</section>`;
};

const sellersParts = ({ conversation: { thread, message } }: MessageView): Parts => {
  const { messages, earlier } = thread;
  const asked = messages.findIndex((one) => one.message.id === message.message.id);
  // It is so old that it is none of the last ones: it stands before them.
  if (asked === -1) return { leftOut: Math.max(0, earlier - 1), folded: [], open: [message, ...messages] };
  const from = Math.max(0, Math.min(asked, messages.length - shownAtOnce));
  return { leftOut: earlier, folded: messages.slice(0, from), open: messages.slice(from) };
};

const buyersParts = ({ conversation: { thread } }: MessageView): Parts => {
  const open = thread.messages.slice(-shownToBuyer);
  return { leftOut: thread.earlier + thread.messages.length - open.length, folded: [], open };
};

const messageList = (view: MessageView, messages: readonly FullMessage[]): Html =>
  html`<ol class="items">${messages.map((one) => html`<li>${messageItem(view, one)}</li>`)}</ol>`;

const messageItem = (view: MessageView, full: FullMessage): Html => {
  const { language, zone, texts } = view.voice;
  const { sentAt, id } = full.message;
  const marks = marksOf(view, full);
  const item = html`<p class="eyebrow"><b>${authorOf(view, full)}</b> · <time datetime="${sentAt}">${writtenTime(sentAt, language, zone)}</time>${marks.map((mark) => html` · ${mark}`)}</p>
${full.subject !== null && html`<p dir="auto"><b>${full.subject}</b></p>`}
<p class="typed" dir="auto">${full.body}</p>`;
  const asked = sideOf(view.action) === 'seller' && id === view.conversation.message.message.id;
  return asked
    ? html`<div class="when" aria-current="true"><strong>${texts.conversation.asked}</strong>${item}</div>`
    : item;
};

/** Buyer and seller never learn each other's address, which is what some channels call a buyer (003). */
const authorOf = ({ action, shopName, voice }: MessageView, { message }: FullMessage): string => {
  const { you, buyer, shop } = voice.texts.conversation;
  const author = message.direction === 'inbound' ? 'buyer' : 'seller';
  if (author === sideOf(action)) return you;
  return author === 'buyer' ? buyer : (shopName ?? shop);
};

/** That a mail server refused a message is the seller's to know. */
const marksOf = ({ action, voice }: MessageView, { message }: FullMessage): Html[] => {
  const { automatic, undelivered } = voice.texts.conversation;
  return [
    ...(message.automatic ? [html`${automatic}`] : []),
    ...(message.undelivered && sideOf(action) === 'seller'
      ? [html`<span class="bad">${undelivered}</span>`]
      : []),
  ];
};
