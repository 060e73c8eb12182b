import {
  dateInParis,
  day,
  dayAndYear,
  inParis,
  type LongWeekend,
  longWeekends,
  plusDays,
  span,
} from '../stage/days.ts';
import { datesOf, place, quote } from '../stage/orders.ts';
import { people } from '../stage/people.ts';
import type { Scene, Stage } from '../stage/scene.ts';
import type { PromiseView } from '../stage/views.ts';

/**
 * Counted by hand, for France at 2 to 3 delivery days Monday to Saturday. Ordered on the eve at 14:00, the
 * cut-off is missed. A holiday on Friday: then weekend, ships Monday (holiday + 3), arrives Wednesday or
 * Thursday. A holiday on Monday: ordered Friday, weekend, holiday, ships Tuesday (holiday + 1), arrives
 * Thursday or Friday.
 */
export const expectations = {
  friday: {
    days: [3, 5, 6],
    codes: ['cut_off_missed', 'centre_holiday', 'centre_day_off', 'centre_day_off', 'ship_by', 'lane_chosen'],
  },
  monday: {
    days: [1, 3, 4],
    codes: ['cut_off_missed', 'centre_day_off', 'centre_day_off', 'centre_holiday', 'ship_by', 'lane_chosen'],
  },
} as const;

const checkMissed = (
  { expect }: Stage,
  { holiday, weekday, name }: LongWeekend,
  promise: PromiseView,
): void => {
  const { days, codes } = expectations[weekday];
  const dates = days.map((days) => plusDays(holiday, days)).join(' ');
  expect.equal(`after the cut-off before ${holiday}`, datesOf(promise), dates);
  const steps = promise.explanation;
  expect.equal(
    `the explanation for ${holiday}`,
    steps.map(({ code }) => code),
    [...codes],
  );
  const named = steps.find(({ code }) => code === 'centre_holiday');
  expect.holds(`the holiday is called ${name}`, named?.detail.includes(name) === true, named);
};

/** The second that costs four days, and why: in the buyer's words. */
export const longWeekend: Scene = {
  title: 'Just after the cut-off before a bank holiday',
  play: async (stage) => {
    const { next, last } = longWeekends(dateInParis(stage.now));
    const lyon = { country: 'FR', postalCode: '69003' };
    const inTime = await quote(stage, { placedAt: inParis(next.eve, '13:59:59'), ...lyon });
    stage.expect.equal('a second before the cut-off it ships the same day', inTime.shipBy, next.eve);
    const missed = await quote(stage, { placedAt: inParis(next.eve, '14:00:00'), ...lyon });
    checkMissed(stage, next, missed);
    stage.tell(`Next one: ${next.name}, ${dayAndYear(next.holiday)}. Ordered for Lyon on ${day(next.eve)}:`);
    for (const [time, { shipBy, earliest, latest }] of [
      ['13:59:59', inTime],
      ['14:00:00', missed],
    ] as const) {
      stage.tell(`  at ${time}  ships ${day(shipBy).padEnd(11)} arrives ${span(earliest, latest)}`);
    }
    for (const { detail } of missed.explanation) stage.tell(`    · ${detail}`);

    // A real order of the last such weekend; historical, for its delivery date is long over.
    const { promise } = await place(stage, {
      channel: 'shop',
      number: 'S-LONG-WEEKEND',
      placedAt: inParis(last.eve, '14:05:00'),
      person: people.lyon,
      more: { historical: true },
    });
    if (promise === null) throw new Error('S-LONG-WEEKEND has no promise');
    checkMissed(stage, last, promise);
    const window = span(promise.earliest, promise.latest);
    stage.tell(
      `An order of the last one (${last.name} ${last.holiday.slice(0, 4)}, ${day(last.eve)} at 14:05): ships ${day(promise.shipBy)}, arrives ${window}.`,
    );
  },
};
