import { addDays } from '../../domain/calendar/instant.ts';
import { type Html, html } from '../html.ts';
import { type Asked, addressOf, isLive } from './asked.ts';
import { renewalSeconds } from './renewal.ts';
import type { ResponseTimeView, SellerContent } from './view.ts';
import type { Voice } from './voice.ts';

/** A list of more would push the figures off the screen. */
const mostShown = 12;
/** As far as one step back goes. */
const stepDays = 7;

/** What is shown and of when, how to choose something else, and the three counts to look at first. */
export const headCard = (view: ResponseTimeView, voice: Voice): Html => {
  const { texts } = voice;
  const { content, misread } = view;
  return html`<section class="card">
${content && html`<p class="eyebrow">${content.seller.name} · ${view.asked.channel ?? texts.allChannels}</p>`}
<h1>${texts.title}</h1>
${misread.length > 0 && html`<div class="note first" role="status">${misread.map((what) => html`<p>${texts.misread[what]}</p>`)}</div>`}
${content === null ? html`<p class="lead">${texts.noSeller}</p>` : html`${choosers(view, content, voice)}${counts(content, voice)}`}
${content !== null && content.channels.length === 0 && html`<p class="soft">${texts.noMessages}</p>`}
${timeLine(view, voice)}
</section>`;
};

const choosers = (
  { asked, sellers }: ResponseTimeView,
  { seller, channels }: SellerContent,
  voice: Voice,
): Html => {
  const { texts } = voice;
  const otherSeller = (sellerId: string): Asked => ({ ...asked, sellerId, channel: null });
  return html`${
    sellers.length > 1 &&
    chooser(
      texts.seller,
      sellers.map(({ id, name }) => ({ name, asks: otherSeller(id), chosen: id === seller.id })),
      voice,
    )
  }${
    channels.length > 1 &&
    chooser(
      texts.channel,
      [null, ...channels.map(({ channel }) => channel)].map((channel) => ({
        name: channel ?? texts.allChannels,
        asks: { ...asked, channel },
        chosen: channel === asked.channel,
      })),
      voice,
    )
  }`;
};

interface Choice {
  readonly name: string;
  readonly asks: Asked;
  readonly chosen: boolean;
}

/** Links and no form: a page that renews itself would take a half-made choice away. */
const chooser = (label: string, choices: readonly Choice[], { texts, written }: Voice): Html => {
  const list = html`<ul>${choices.map(({ name, asks, chosen }) =>
    chosen
      ? html`<li><span aria-current="true">${name}</span></li>`
      : html`<li><a href="${addressOf(asks)}">${name}</a></li>`,
  )}</ul>`;
  if (choices.length <= mostShown) {
    return html`<nav class="chooser" aria-label="${label}"><span class="soft">${label}</span>${list}</nav>`;
  }
  const chosen = choices.find((choice) => choice.chosen)?.name ?? '';
  return html`<nav class="chooser" aria-label="${label}"><span class="soft">${label}</span><details><summary>${texts.chosenOf(chosen, written.count(choices.length))}</summary>${list}</details></nav>`;
};

const counts = (
  { figures: { awaiting } }: SellerContent,
  { texts: { counts: words }, written }: Voice,
): Html => {
  const one = (count: number, label: string, tone: string): Html =>
    html`<li class="${count > 0 ? tone : ''}"><strong>${written.count(count)}</strong> ${label}</li>`;
  return html`<ul class="counts" aria-label="${words.heading}">${one(awaiting.count, words.open, '')}${one(awaiting.dueSoon, words.dueSoon, 'warn')}${one(awaiting.overdue, words.overdue, 'bad')}</ul>`;
};

/** Of when this is, and whether it stays up to date. */
const timeLine = ({ asked, asOf }: ResponseTimeView, { texts: { time }, written }: Voice): Html => {
  const at = html`<time datetime="${asOf}">${written.moment(asOf)}</time>`;
  const link = (asks: Asked, text: string): Html => html`<a href="${addressOf(asks)}">${text}</a>`;
  const earlier = link({ ...asked, asOf: addDays(asOf, -stepDays) }, time.earlier(stepDays));
  const line = (...parts: readonly Html[]): Html =>
    html`<p class="soft times">${parts.map((part) => html`<span>${part}</span> `)}</p>`;
  if (asked.asOf !== null) {
    return line(withTime(time.asItStood, at), link({ ...asked, asOf: null }, time.backToNow), earlier);
  }
  const [renewal, change] = isLive(asked)
    ? [time.renews(renewalSeconds), link({ ...asked, paused: true }, time.pause)]
    : [time.paused, link({ ...asked, paused: false }, time.resume)];
  return line(html`${withTime(time.computed, at)} ${renewal}`, change, earlier);
};

/** A sentence about a time, which stays a `<time>` in it. */
const withTime = (sentence: (at: string) => string, at: Html): Html => {
  const [before, after] = sentence('\0').split('\0');
  return html`${before}${at}${after}`;
};
