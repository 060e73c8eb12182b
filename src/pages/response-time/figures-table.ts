import { addDays, type Instant } from '../../domain/calendar/instant.ts';
import {
  type FigureWindow,
  lateLeft,
  responseGoal,
  toFigures,
  type WindowFigures,
} from '../../domain/response-time/figures.ts';
import { defaultResponsePolicy } from '../../domain/response-time/policy.ts';
import { type Html, html } from '../html.ts';
import { table } from './table.ts';
import type { SellerContent } from './view.ts';
import type { Voice } from './voice.ts';

interface Row {
  readonly name: string;
  /** A part of the row above. */
  readonly part?: boolean;
  /** Null: this figure has no goal of its own. */
  readonly goal: string | null;
  readonly cell: (figures: WindowFigures) => Html | string;
}

/** Nothing can be said: a share of nothing, a figure without a goal. */
const unknown = '–';

/** Which window the projection is about (003). */
const projected: FigureWindow = 30;

/** The figures of 7, 30 and 90 days beside their goals (003), and what it takes to miss one. */
export const figuresCard = (
  { figures: { windows }, channels }: SellerContent,
  { asOf, channel }: { readonly asOf: Instant; readonly channel: string | null },
  voice: Voice,
): Html => {
  const { texts, written } = voice;
  const { figures: words } = texts;
  const shown = windows.map(toFigures);
  const recent = windows.find(({ days }) => days === projected);
  const targetsMs = channels
    .filter((one) => channel === null || one.channel === channel)
    .flatMap((one) => one.targetsMs);
  const target = written.targets(
    targetsMs.length > 0 ? targetsMs : [defaultResponsePolicy.targetHours * 3_600_000],
  );
  return html`<section class="card">
<h2>${words.heading}</h2>
${table({
  kind: 'figures',
  label: words.heading,
  heads: [
    words.figure,
    ...shown.map(
      ({ days }) =>
        html`${words.days(days)}<span class="dates">${written.period(addDays(asOf, -days), asOf)}</span>`,
    ),
    words.goal,
  ],
  rows: rowsOf(target, shown, voice).map(({ goal, cell, ...row }) => ({
    ...row,
    cells: [...shown.map(cell), goal ?? unknown],
  })),
})}
${recent && html`<p class="when">${words.projection(lateLeft(recent))}</p>`}
</section>`;
};

const rowsOf = (target: string, shown: readonly WindowFigures[], { texts, written }: Voice): Row[] => {
  const { figures: words } = texts;
  const { count, percent } = written;
  const share = (
    one: { readonly percent: number; readonly count: number },
    { goalMet }: WindowFigures,
  ): string => (goalMet === null ? unknown : `${percent(one.percent)} (${count(one.count)})`);
  const rows: Row[] = [
    {
      name: words.within(target),
      goal: words.moreThan(percent(responseGoal.withinPercent)),
      cell: (figures) => share(figures.within, figures),
    },
    {
      name: words.late,
      goal: words.atMost(percent(responseGoal.latePercent)),
      cell: (figures) => share(figures.late, figures),
    },
    { name: words.unanswered(target), goal: null, part: true, cell: ({ unanswered }) => count(unanswered) },
    {
      name: words.answeredLate(target),
      goal: null,
      part: true,
      cell: ({ answeredLate }) => count(answeredLate),
    },
    {
      name: words.average,
      goal: null,
      cell: ({ averageResponseSeconds: seconds }) =>
        seconds === null ? unknown : (written.duration(seconds) ?? texts.underOneMinute),
    },
  ];
  if (shown.some(({ internal }) => internal !== null)) {
    rows.push({
      name: words.internal,
      goal: null,
      cell: ({ internal }) =>
        internal === null
          ? unknown
          : words.internalShare(percent(internal.percent), count(internal.count), count(internal.of)),
    });
  }
  return [...rows, { name: words.outcome, goal: null, cell: ({ goalMet }) => outcome(goalMet, words) }];
};

/** By a sign and a word, and a colour besides. */
const outcome = (goalMet: boolean | null, words: Voice['texts']['figures']): Html => {
  if (goalMet === null) return html`<span class="soft">${words.nothingToJudge}</span>`;
  return goalMet
    ? html`<strong class="good"><span aria-hidden="true">✓</span> ${words.met}</strong>`
    : html`<strong class="bad"><span aria-hidden="true">✕</span> ${words.missed}</strong>`;
};
