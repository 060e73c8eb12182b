import { addDays, type Instant } from '../calendar/instant.ts';
import { percentHalfUp } from '../percent.ts';
import { counts, type Message } from './message.ts';

/** In days of 24 hours (003). */
export const figureWindows = [7, 30, 90] as const;
export type FigureWindow = (typeof figureWindows)[number];

/** More than this share within the target, at most that share late (003). */
export const responseGoal = { withinPercent: 90, latePercent: 10 } as const;

/** The figures that a message can stand behind. */
export const figureNames = ['within', 'late', 'unanswered', 'answered_late', 'all'] as const;
export type FigureName = (typeof figureNames)[number];

/** What a message is at an instant: what happens later has not happened. `open` is in no share. */
export type Standing = 'answered_in_time' | 'answered_late' | 'unanswered' | 'open';

/** Null: it is in no figure, or was sent later. */
export const standingOf = (message: Message, asOf: Instant): Standing | null => {
  if (!counts(message) || message.sentAt > asOf) return null;
  const { stoppedAt, dueAt } = message.clock;
  if (stoppedAt !== null && stoppedAt <= asOf) {
    return stoppedAt <= dueAt ? 'answered_in_time' : 'answered_late';
  }
  return asOf > dueAt ? 'unanswered' : 'open';
};

export interface WindowCounts {
  readonly days: FigureWindow;
  readonly answeredInTime: number;
  readonly answeredLate: number;
  /** Not answered, and the target is over. */
  readonly unanswered: number;
  /** Of all that were answered, in milliseconds. */
  readonly responseMs: number;
  /** Answered ones that had a target of the seller's own, and those of them that met it. */
  readonly internalJudged: number;
  readonly internalInTime: number;
}

/** The counts of a window (asOf − N × 24 h, asOf] by its definition; db counts the same from its tallies. */
export const countWindow = (
  messages: readonly Message[],
  { asOf, days }: { readonly asOf: Instant; readonly days: FigureWindow },
): WindowCounts => {
  const total = {
    days,
    answeredInTime: 0,
    answeredLate: 0,
    unanswered: 0,
    responseMs: 0,
    internalJudged: 0,
    internalInTime: 0,
  };
  for (const message of messages) {
    const standing = message.sentAt > addDays(asOf, -days) ? standingOf(message, asOf) : null;
    if (standing === null || standing === 'open') continue;
    if (standing === 'unanswered') {
      total.unanswered++;
      continue;
    }
    total[standing === 'answered_in_time' ? 'answeredInTime' : 'answeredLate']++;
    const { stoppedAt, internalDueAt } = message.clock ?? { stoppedAt: null, internalDueAt: null };
    if (stoppedAt === null) continue;
    total.responseMs += Date.parse(stoppedAt) - Date.parse(message.sentAt);
    if (internalDueAt === null) continue;
    total.internalJudged++;
    if (stoppedAt <= internalDueAt) total.internalInTime++;
  }
  return total;
};

interface Share {
  readonly count: number;
  /** Whole percent, half up; 0 of nothing. */
  readonly percent: number;
}

export interface WindowFigures {
  readonly days: FigureWindow;
  readonly within: Share;
  readonly late: Share;
  readonly unanswered: number;
  readonly answeredLate: number;
  /** Of the answered ones, half up; null: none was answered. */
  readonly averageResponseSeconds: number | null;
  /** Judged on the counts, never on the shares; null: there was nothing to judge. */
  readonly goalMet: boolean | null;
  /** How often the seller's own target was met, of the answered ones that had one; null: none had. */
  readonly internal: (Share & { readonly of: number }) | null;
}

export const toFigures = (counted: WindowCounts): WindowFigures => {
  const { days, answeredInTime, answeredLate, unanswered, responseMs, internalJudged, internalInTime } =
    counted;
  const late = answeredLate + unanswered;
  const judged = answeredInTime + late;
  const answered = answeredInTime + answeredLate;
  return {
    days,
    within: { count: answeredInTime, percent: percentHalfUp(answeredInTime, judged) },
    late: { count: late, percent: percentHalfUp(late, judged) },
    unanswered,
    answeredLate,
    averageResponseSeconds: answered === 0 ? null : roundHalfUp(responseMs, answered * 1_000),
    goalMet: judged === 0 ? null : isGoalMet(answeredInTime, late),
    internal:
      internalJudged === 0
        ? null
        : {
            count: internalInTime,
            of: internalJudged,
            percent: percentHalfUp(internalInTime, internalJudged),
          },
  };
};

/** Integers only: sums of milliseconds are exact, quotients are not. */
const roundHalfUp = (dividend: number, divisor: number): number =>
  Number((2n * BigInt(dividend) + BigInt(divisor)) / (2n * BigInt(divisor)));

/** Both halves of the goal: at exactly 10 % late, exactly 90 % are within, and that is not more than 90 %. */
const isGoalMet = (within: number, late: number): boolean => {
  const judged = within + late;
  return (
    within * 100 > judged * responseGoal.withinPercent && late * 100 <= judged * responseGoal.latePercent
  );
};

/** The window that the projection is about (003). */
export const projectionDays: FigureWindow = 30;

/**
 * How many more messages, answered late or not at all, it takes until the goal of a window is missed; 0: it is
 * missed already. Nothing leaves the window meanwhile.
 */
export const lateLeft = ({ answeredInTime, answeredLate, unanswered }: WindowCounts): number => {
  const late = answeredLate + unanswered;
  if (answeredInTime + late > 0 && !isGoalMet(answeredInTime, late)) return 0;
  // Missed as soon as within × 100 ≤ 90 × (within + late + more).
  const { withinPercent } = responseGoal;
  const more = Math.ceil((answeredInTime * (100 - withinPercent)) / withinPercent - late);
  return Math.max(1, more);
};
