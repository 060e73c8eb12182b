import { type Html, html } from '../html.ts';
import { scaleFor } from './scale.ts';
import { table } from './table.ts';
import type { SellerContent } from './view.ts';
import type { Voice } from './voice.ts';

type Day = SellerContent['figures']['days'][number];

/** From the ground up. Told apart by their filling, so that colours only help (style.ts). */
const series = ['in-time', 'late', 'open'] as const;
type Series = (typeof series)[number];

const partsOf = ({ answeredInTime, answeredLate, unanswered, open }: Day): Record<Series, number> => ({
  'in-time': answeredInTime,
  late: answeredLate + unanswered,
  open,
});

/** What became of the messages of each day: a chart, and the same numbers as a table. */
export const daysCard = (days: readonly Day[], voice: Voice): Html => {
  const { days: words } = voice.texts;
  const most = Math.max(0, ...days.map(totalOf));
  return html`<section class="card">
<h2>${words.heading}</h2>
${most === 0 ? html`<p class="soft">${words.nothing}</p>` : html`<p class="soft">${words.explanation}</p>${legend(voice)}${chart(days, most, voice)}${daysTable(days, voice)}`}
</section>`;
};

const totalOf = (day: Day): number => series.reduce((sum, one) => sum + partsOf(day)[one], 0);

const nameOf = (one: Series, { texts: { days } }: Voice): string =>
  ({ 'in-time': days.inTime, late: days.lateOrUnanswered, open: days.open })[one];

const legend = (voice: Voice): Html =>
  html`<ul class="legend">${series.map(
    (one) =>
      html`<li><svg width="16" height="16" aria-hidden="true"><rect class="bar ${one}" x="1" y="1" width="14" height="14"/></svg> ${nameOf(one, voice)}</li>`,
  )}</ul>`;

/** Places along and up the chart are shares of its size, so that it fits every screen and its letters do not shrink. */
const at = (share: number): string => `${Math.round(share * 10_000) / 100}%`;

/** Of the place of a day. */
const barShare = 0.68;
/** Between days that are named below. */
const labelEvery = 7;

const chart = (days: readonly Day[], most: number, voice: Voice): Html => {
  const { top, ticks } = scaleFor(most);
  const slot = 1 / days.length;
  const last = days.length - 1;
  return html`<svg class="bars" role="img" aria-label="${summary(days, voice)}">
<defs>
<pattern id="late" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="ground" width="6" height="6"/><rect class="stripe" width="3" height="6"/></pattern>
<pattern id="open" width="5" height="5" patternUnits="userSpaceOnUse"><rect class="ground" width="5" height="5"/><circle class="dot" cx="2.5" cy="2.5" r="1"/></pattern>
</defs>
${ticks.map(
  (tick) =>
    html`<line class="grid" x1="0" x2="100%" y1="${at(1 - tick / top)}" y2="${at(1 - tick / top)}"/><text x="0" dx="-8" dy=".32em" text-anchor="end" y="${at(1 - tick / top)}">${voice.written.count(tick)}</text>`,
)}
${days.map((day, n) => dayBars(day, { left: n * slot, width: slot, top }, voice))}
${days.map(
  ({ day }, n) =>
    (last - n) % labelEvery === 0 &&
    html`<text x="${at((n + 0.5) * slot)}" y="100%" dy="1.5em" text-anchor="middle">${voice.written.day(day)}</text>`,
)}
</svg>`;
};

interface Place {
  readonly left: number;
  readonly width: number;
  /** The count at the upper edge. */
  readonly top: number;
}

/** One on the other; whoever points at the day reads its numbers. */
const dayBars = (day: Day, { left, width, top }: Place, voice: Voice): Html => {
  const parts = partsOf(day);
  const { count } = voice.written;
  const x = at(left + (width * (1 - barShare)) / 2);
  let below = 0;
  const bars = series.map((one) => {
    if (parts[one] === 0) return null;
    below += parts[one];
    return html`<rect class="bar ${one}" x="${x}" width="${at(width * barShare)}" y="${at(1 - below / top)}" height="${at(parts[one] / top)}"/>`;
  });
  const said = series.map((one) => `${nameOf(one, voice)}: ${count(parts[one])}`);
  return html`<g><title>${[voice.written.day(day.day), ...said].join('\n')}</title><rect class="hit" x="${at(left)}" width="${at(width)}" height="100%"/>${bars}</g>`;
};

const summary = (days: readonly Day[], { texts, written }: Voice): string => {
  const sum = (one: Series): string =>
    written.count(days.reduce((total, day) => total + partsOf(day)[one], 0));
  return texts.days.summary(sum('in-time'), sum('late'), sum('open'));
};

const daysTable = (days: readonly Day[], { texts, written }: Voice): Html => {
  const { days: words } = texts;
  return html`<details><summary>${words.asTable}</summary>${table({
    kind: 'days',
    label: words.heading,
    heads: [words.day, words.inTime, words.answeredLate, words.unanswered, words.open],
    rows: days.map(({ day, answeredInTime, answeredLate, unanswered, open }) => ({
      name: html`<time datetime="${day}">${written.day(day)}</time>`,
      cells: [answeredInTime, answeredLate, unanswered, open].map(written.count),
    })),
  })}</details>`;
};
