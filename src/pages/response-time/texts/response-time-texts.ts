import type { Misread } from '../asked.ts';

/** All that the operator's page of response times says, in one language. Numbers and times come written. */
export interface ResponseTimeTexts {
  readonly title: string;
  readonly language: string;
  readonly seller: string;
  readonly channel: string;
  readonly allChannels: string;
  /** In place of a list that would fill the screen. */
  chosenOf(name: string, count: string): string;
  readonly noSeller: string;
  readonly noMessages: string;
  /** What of an address was not understood, and what is shown instead. */
  readonly misread: Readonly<Record<Misread, string>>;
  readonly time: {
    computed(at: string): string;
    asItStood(at: string): string;
    renews(seconds: number): string;
    readonly pause: string;
    readonly paused: string;
    readonly resume: string;
    earlier(days: number): string;
    readonly backToNow: string;
    zone(name: string): string;
  };
  /** The three counts; the second and the third are parts of the first. */
  readonly counts: {
    readonly heading: string;
    readonly open: string;
    readonly dueSoon: string;
    readonly overdue: string;
  };
  readonly figures: {
    readonly heading: string;
    readonly figure: string;
    readonly goal: string;
    days(days: number): string;
    moreThan(share: string): string;
    atMost(share: string): string;
    /** `target` is "24 h", "24 h or 48 h", "24–72 h". */
    within(target: string): string;
    readonly late: string;
    unanswered(target: string): string;
    answeredLate(target: string): string;
    readonly average: string;
    /** The seller's own target, in hours of work. */
    readonly internal: string;
    internalShare(share: string, count: string, of: string): string;
    readonly outcome: string;
    readonly met: string;
    readonly missed: string;
    readonly nothingToJudge: string;
    /** How many more late answers it takes until the figure of 30 days misses its goal; 0: it does. */
    projection(lateLeft: number): string;
  };
  readonly days: {
    readonly heading: string;
    readonly explanation: string;
    readonly inTime: string;
    readonly lateOrUnanswered: string;
    readonly open: string;
    /** The chart in a sentence. */
    summary(inTime: string, lateOrUnanswered: string, open: string): string;
    readonly nothing: string;
    readonly asTable: string;
    readonly day: string;
    readonly answeredLate: string;
    readonly unanswered: string;
  };
  readonly list: {
    readonly heading: string;
    readonly none: string;
    shown(count: string, of: string): string;
    readonly order: string;
    readonly beforeOrder: string;
    readonly received: string;
    readonly due: string;
    readonly left: string;
    readonly dueSoon: string;
    lateBy(duration: string): string;
  };
  readonly underOneMinute: string;
}
