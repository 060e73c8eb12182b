import type { ReturnEvent } from '../../domain/returns/events.ts';
import { closureReasonWords } from '../../domain/returns/words.ts';
import { writtenTime } from '../../domain/written-dates.ts';
import { type Html, html } from '../html.ts';
import type { Voice } from './voice.ts';

/** What happened to a return, newest first, with who did it and when. */
export const historyList = (events: readonly ReturnEvent[], voice: Voice): Html =>
  html`<ol class="scans">${events.toReversed().map((event) => historyItem(event, voice))}</ol>`;

const historyItem = (event: ReturnEvent, voice: Voice): Html => {
  const { records, language, zone } = voice;
  return html`<li><span class="what">${records.events[event.type]}</span> <span class="where">· ${records.actors[event.actor]}</span>${detailOf(event, voice)}<time datetime="${event.at}">${writtenTime(event.at, language, zone)}</time></li>`;
};

const detailOf = (event: ReturnEvent, { language }: Voice): Html | null => {
  switch (event.type) {
    case 'closed':
      return html`<p class="said">${closureReasonWords[language][event.closing.reason]}${
        event.closing.message !== null && html`<br>${event.closing.message}`
      }</p>`;
    case 'replied':
      return html`<p class="said">${event.message}</p>`;
    case 'authorized':
      return html`<p class="said">RMA ${event.authorization.rma}</p>`;
    case 'dispatched':
      return event.proof === null ? null : html`<p class="said">${event.proof}</p>`;
    default:
      return null;
  }
};
