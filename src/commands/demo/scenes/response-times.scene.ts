import { hoursBefore } from '../stage/days.ts';
import { readFigures } from '../stage/messages.ts';
import type { Scene } from '../stage/scene.ts';
import type { FiguresView } from '../stage/views.ts';

const channel = 'amazon.fr';

/** A question of so many days ago, answered after so many seconds. */
interface Exchange {
  readonly days: number;
  readonly afterSeconds: number;
}

const hours = (n: number): number => n * 3_600;
const some = (count: number, first: number, afterSeconds: number): Exchange[] =>
  Array.from({ length: count }, (_, n) => ({ days: first + n, afterSeconds }));

/**
 * Of a week one in time and one late, 38 hours on the average; of 30 days 14 and 4, 13 h 4 min; of 90 days 26 and
 * 8, 17 hours. Counted backwards from the sums: 18 × 47,040 s less 76 h are 16 answers in 573,120 s, and so on.
 */
const exchanges: readonly Exchange[] = [
  { days: 3, afterSeconds: hours(10) },
  { days: 5, afterSeconds: hours(66) },
  ...some(12, 8, 19_163),
  { days: 20, afterSeconds: 19_164 },
  ...some(3, 22, hours(30)),
  ...some(12, 33, 42_840),
  ...some(4, 60, hours(50)),
];

const expected = [
  {
    days: 7,
    within: { count: 1, percent: 50 },
    late: { count: 1, percent: 50 },
    averageResponseSeconds: 136_800,
  },
  {
    days: 30,
    within: { count: 14, percent: 78 },
    late: { count: 4, percent: 22 },
    averageResponseSeconds: 47_040,
  },
  {
    days: 90,
    within: { count: 26, percent: 76 },
    late: { count: 8, percent: 24 },
    averageResponseSeconds: 61_200,
  },
].map((window) => ({ ...window, unanswered: 0, answeredLate: window.late.count }));

const messagesOf = (now: Date) =>
  exchanges.flatMap(({ days, afterSeconds }, n) => {
    const sent = hoursBefore(now, days * 24);
    const answered = hoursBefore(now, days * 24 - afterSeconds / 3_600);
    const about = { channel, channelOrderId: `404-${3_000 + n}`, historical: true };
    return [
      { ...about, externalId: `q-${n}`, direction: 'inbound', sentAt: sent, body: 'Où en est ma commande ?' },
      { ...about, externalId: `a-${n}`, direction: 'outbound', sentAt: answered, body: 'Elle est en route.' },
    ];
  });

/** Messages of ninety days arrive answers first, and some twice: the figures are those of the marketplace's table. */
export const responseTimes: Scene = {
  title: 'Ninety days of messages, answers before questions',
  play: async (stage) => {
    const { api, expect, tell, figure, now } = stage;
    const backwards = messagesOf(now).reverse();
    const sent = [...backwards, ...backwards.slice(0, 20)];
    const statuses = await Promise.all(
      sent.map(async (message) => (await api.post('/v1/messages', message, { prefer: 'wait=20' })).status),
    );
    expect.equal('all are taken, those sent twice as well', [...new Set(statuses)], [200]);
    const figures = await readFigures(stage, channel);
    expect.equal(
      'the table',
      figures.windows.map(({ days, within, late, unanswered, answeredLate, averageResponseSeconds }) => ({
        days,
        within,
        late,
        averageResponseSeconds,
        unanswered,
        answeredLate,
      })),
      expected,
    );
    expect.equal('nothing waits, and nobody was warned of old messages', figures.awaiting.count, 0);
    expect.equal('the goal of 30 days is missed already', figures.projection.lateLeft, 0);
    for (const line of table(figures)) tell(line);
    const month = figures.windows.find(({ days }) => days === 30);
    figure(
      'answered within 24 h, 30 days',
      `${month?.within.percent} % (${month?.within.count}) on ${channel}`,
    );
  },
};

const table = ({ windows, goal }: FiguresView): string[] => {
  const row = (name: string, cells: readonly string[], aim: string): string =>
    [name.padEnd(26), ...cells.map((cell) => cell.padStart(11)), aim.padStart(9)].join('');
  const of = (cell: (window: FiguresView['windows'][number]) => string): string[] => windows.map(cell);
  return [
    row(
      '',
      of(({ days }) => `${days} days`),
      'goal',
    ),
    row(
      'answered within 24 h',
      of(({ within }) => `${within.percent} % (${within.count})`),
      `> ${goal.withinPercent} %`,
    ),
    row(
      'late',
      of(({ late }) => `${late.percent} % (${late.count})`),
      `≤ ${goal.latePercent} %`,
    ),
    row(
      'no answer for over 24 h',
      of(({ unanswered }) => String(unanswered)),
      '',
    ),
    row(
      'answered after over 24 h',
      of(({ answeredLate }) => String(answeredLate)),
      '',
    ),
    row(
      'average',
      of(({ averageResponseSeconds }) => written(averageResponseSeconds)),
      '',
    ),
  ];
};

const written = (seconds: number | null): string => {
  if (seconds === null) return '–';
  const minutes = Math.round(seconds / 60);
  const parts = [
    [Math.floor(minutes / 1_440), 'd'],
    [Math.floor(minutes / 60) % 24, 'h'],
    [minutes % 60, 'min'],
  ] as const;
  return parts
    .filter(([count]) => count > 0)
    .map(([count, unit]) => `${count} ${unit}`)
    .join(' ');
};
