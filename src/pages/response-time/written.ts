import type { Instant, LocalDate } from '../../domain/calendar/instant.ts';
import type { Language } from '../../domain/languages.ts';

/** How a reader writes numbers, times and durations. */
export interface Written {
  count(count: number): string;
  /** Of a whole percent: "57 %", "57%". */
  percent(percent: number): string;
  /** "24 h"; of several "24 h or 48 h", of many "24–72 h". */
  targets(targetsMs: readonly number[]): string;
  /** To the second, with its zone. */
  moment(at: Instant): string;
  /** Of two local days, what they share said once. */
  period(from: Instant, until: Instant): string;
  /** A day of UTC, without its year. */
  day(day: LocalDate): string;
  /** In words, to two units: "1 day 14 hours"; null: less than half a minute. */
  duration(seconds: number): string | null;
  /** To the minute below: "3 h 12 min", "4 days 3 h"; null: less than one. */
  timeLeft(durationMs: number): string | null;
}

/** More targets than these are a range. */
const mostTargets = 3;

export const writtenIn = (language: Language, timeZone: string): Written => {
  const locale = language === 'en' ? 'en-GB' : language;
  const unit = (name: 'day' | 'hour' | 'minute', unitDisplay: 'long' | 'short') => {
    const format = new Intl.NumberFormat(locale, { style: 'unit', unit: name, unitDisplay });
    return (count: number): string => format.format(count);
  };
  const [days, hours, minutes, shortDays] = [
    unit('day', 'long'),
    unit('hour', 'long'),
    unit('minute', 'long'),
    unit('day', 'short'),
  ];
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
  const percent = new Intl.NumberFormat(locale, { style: 'percent' });
  const either = new Intl.ListFormat(locale, { type: 'disjunction' });
  const date = { day: 'numeric', month: 'short', year: 'numeric' } as const;
  const period = new Intl.DateTimeFormat(locale, { ...date, timeZone });
  const day = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone: 'UTC' });
  const moment = new Intl.DateTimeFormat(locale, {
    ...date,
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    timeZoneName: 'short',
    timeZone,
  });
  return {
    count: (count) => number.format(count),
    percent: (whole) => percent.format(whole / 100),
    targets: (targetsMs) => {
      const all = [...new Set(targetsMs)].sort((a, b) => a - b).map((ms) => number.format(ms / 3_600_000));
      return all.length > mostTargets
        ? `${all[0]}–${all.at(-1)}\u00a0h`
        : either.format(all.map((target) => `${target}\u00a0h`));
    },
    moment: (at) => moment.format(Date.parse(at)),
    period: (from, until) => period.formatRange(Date.parse(from), Date.parse(until)),
    day: (of) => day.format(Date.parse(of)),
    duration: (seconds) => {
      const wholeMinutes = Math.round(seconds / 60);
      if (wholeMinutes === 0) return null;
      if (wholeMinutes < 24 * 60) return twoUnits(wholeMinutes, { each: 60, large: hours, small: minutes });
      return twoUnits(Math.round(seconds / 3_600), { each: 24, large: days, small: hours });
    },
    timeLeft: (durationMs) => {
      const wholeMinutes = Math.floor(durationMs / 60_000);
      if (wholeMinutes === 0) return null;
      const inHours = (count: number): string => `${count} h`;
      if (wholeMinutes < 48 * 60) {
        return twoUnits(wholeMinutes, { each: 60, large: inHours, small: (count) => `${count} min` });
      }
      return twoUnits(Math.floor(wholeMinutes / 60), { each: 24, large: shortDays, small: inHours });
    },
  };
};

interface Units {
  /** How many of the small ones a large one is. */
  readonly each: number;
  large(count: number): string;
  small(count: number): string;
}

/** Without what is nought. */
const twoUnits = (count: number, { each, large, small }: Units): string => {
  const [most, rest] = [Math.floor(count / each), count % each];
  return [most > 0 && large(most), rest > 0 && small(rest)].filter(Boolean).join(' ');
};
