import { addDays, type Instant, type LocalDate } from '../../../src/domain/calendar/instant.ts';
import { figureWindows, type WindowCounts } from '../../../src/domain/response-time/figures.ts';
import type { Database } from '../../client.ts';
import { type FigureScope, readFactsUntil } from './figure-facts.ts';

export type { FigureScope } from './figure-facts.ts';

export interface DayCounts {
  /** Of UTC, by the sending of the message. */
  readonly day: LocalDate;
  readonly answeredInTime: number;
  readonly answeredLate: number;
  readonly unanswered: number;
  readonly open: number;
}

export interface ResponseFigures {
  readonly windows: readonly WindowCounts[];
  /** All that await an answer, however old; those warned of and in time; those past their target. */
  readonly awaiting: { readonly count: number; readonly dueSoon: number; readonly overdue: number };
  /** The last 30 days, oldest first, none left out. */
  readonly days: readonly DayCounts[];
}

const chartDays = 30;

const sumOf = <T>(items: readonly T[], numberOf: (item: T) => number): number =>
  items.reduce((sum, item) => sum + numberOf(item), 0);

/** The figures of figures.ts, exact at any instant; a test holds the two against each other. */
export const readFigures = async (
  database: Database,
  sellerId: string,
  scope: FigureScope,
): Promise<ResponseFigures> => {
  const facts = await readFactsUntil(database, sellerId, scope);
  const since = (at: Instant) => {
    const startMs = Date.parse(at);
    return facts.filter(({ sentMs }) => sentMs > startMs);
  };
  const windows = figureWindows.map((days) => {
    const counted = since(addDays(scope.asOf, -days));
    return {
      days,
      answeredInTime: sumOf(counted, (fact) => fact.answeredInTime),
      answeredLate: sumOf(counted, (fact) => fact.answeredLate),
      unanswered: sumOf(counted, (fact) => fact.unanswered),
      responseMs: sumOf(counted, (fact) => fact.responseMs),
      internalJudged: sumOf(counted, (fact) => fact.internalJudged),
      internalInTime: sumOf(counted, (fact) => fact.internalInTime),
    };
  });
  const overdue = sumOf(facts, (fact) => fact.unanswered);
  const awaiting = {
    count: overdue + sumOf(facts, (fact) => fact.open),
    dueSoon: sumOf(facts, (fact) => fact.dueSoon),
    overdue,
  };
  const days = Array.from({ length: chartDays }, (_, n) => {
    const day = addDays(scope.asOf, n + 1 - chartDays).slice(0, 10);
    const startMs = Date.parse(day);
    const counted = facts.filter(({ sentMs }) => sentMs >= startMs && sentMs < startMs + 86_400_000);
    return {
      day,
      answeredInTime: sumOf(counted, (fact) => fact.answeredInTime),
      answeredLate: sumOf(counted, (fact) => fact.answeredLate),
      unanswered: sumOf(counted, (fact) => fact.unanswered),
      open: sumOf(counted, (fact) => fact.open),
    };
  });
  return { windows, awaiting, days };
};
