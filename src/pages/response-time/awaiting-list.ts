import type { AwaitingMessage } from '../../../db/repositories/messages-read/list-awaiting.ts';
import type { Instant } from '../../domain/calendar/instant.ts';
import { writtenTime } from '../../domain/written-dates.ts';
import { type Html, html } from '../html.ts';
import { type TableRow, table } from './table.ts';
import type { SellerContent } from './view.ts';
import type { Voice } from './voice.ts';

/** More than somebody reads; the page is renewed often. */
export const mostListed = 50;

/** What awaits an answer, overdue first, then by time left. No words of buyers, and no names. */
export const awaitingCard = ({ awaiting, figures }: SellerContent, asOf: Instant, voice: Voice): Html => {
  const { texts, written } = voice;
  const { list: words } = texts;
  const listed = chooseListed(awaiting);
  return html`<section class="card">
<h2>${words.heading}</h2>
${
  listed.length === 0
    ? html`<p class="soft">${words.none}</p>`
    : table({
        kind: 'waiting',
        label: words.heading,
        heads: [words.order, texts.channel, words.received, words.due, words.left],
        rows: listed.map((message) => toRow(message, asOf, voice)),
      })
}
${figures.awaiting.count > listed.length && html`<p class="soft">${words.shown(written.count(listed.length), written.count(figures.awaiting.count))}</p>`}
</section>`;
};

/**
 * At most `mostListed`. Overdue ones leave half the room to those that can still be answered in time, if there
 * are that many: else a pile of old ones would hide what is worth doing now.
 */
export const chooseListed = ({ overdue, inTime }: SellerContent['awaiting']): readonly AwaitingMessage[] => {
  const room = Math.max(mostListed - inTime.length, mostListed / 2);
  return [...overdue.slice(0, room), ...inTime].slice(0, mostListed);
};

const toRow = (message: AwaitingMessage, asOf: Instant, voice: Voice): TableRow => {
  const { texts, language, zone } = voice;
  const time = (at: Instant): Html => html`<time datetime="${at}">${writtenTime(at, language, zone)}</time>`;
  return {
    name: message.channelOrderId ?? html`<em>${texts.list.beforeOrder}</em>`,
    cells: [message.channel, time(message.sentAt), time(message.dueAt), timeLeft(message, asOf, voice)],
  };
};

const timeLeft = ({ warnAt, dueAt }: AwaitingMessage, asOf: Instant, { texts, written }: Voice): Html => {
  const leftMs = Date.parse(dueAt) - Date.parse(asOf);
  const duration = written.timeLeft(Math.abs(leftMs)) ?? texts.underOneMinute;
  if (leftMs < 0) return html`<strong class="bad">${texts.list.lateBy(duration)}</strong>`;
  return warnAt !== null && warnAt <= asOf
    ? html`<strong class="warn">${duration}</strong> <span class="warn">· ${texts.list.dueSoon}</span>`
    : html`${duration}`;
};
