import type { Headline } from '../../returns/texts/link-texts.ts';

/** What the pages about messages say beside what all pages of links say, in one language. */
export interface MessageTexts {
  /** Where the number of the order stands, when there is none. */
  readonly noOrder: string;
  timeZone(zone: string): string;
  readonly conversation: {
    readonly heading: string;
    readonly you: string;
    readonly buyer: string;
    readonly shop: string;
    readonly automatic: string;
    readonly undelivered: string;
    /** Marks the message that a link is about. */
    readonly asked: string;
    /** Messages that unfold. */
    earlier(count: number): string;
    /** Messages that are not on the page. */
    leftOut(count: number): string;
  };
  readonly reply: {
    readonly title: string;
    /** The time stands behind it. */
    readonly inTime: string;
    late(dueAt: string): string;
    answered(at: string): string;
    readonly excluded: string;
    readonly stillWrite: string;
    unreachable(channel: string): string;
    readonly legend: string;
    readonly send: string;
    readonly body: string;
    readonly bodyHint: string;
    readonly leaveOut: string;
    readonly none: string;
    readonly noneHint: string;
    readonly button: string;
    readonly unsent: string;
  };
  readonly write: {
    readonly title: string;
    readonly lead: string;
    readonly body: string;
    readonly bodyHint: string;
    readonly choice: string;
    readonly button: string;
  };
  readonly done: {
    readonly reply: Headline;
    readonly 'no-response-needed': Headline;
    readonly record: Headline;
    /** It was so long ago that nobody knows what. */
    readonly unknown: Headline;
    readonly notCounted: string;
    undelivered(channel: string): string;
  };
  readonly refusals: { readonly unknownMessage: string; readonly other: string };
  readonly tooLarge: string;
}
