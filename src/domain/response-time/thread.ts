import type { Instant } from '../calendar/instant.ts';
import { breachAt } from '../response-clock.ts';
import { counts, isAnswer, type Message } from './message.ts';

/**
 * Every message with its clock as the thread has it: a buyer's message is answered by the first answer sent at
 * the same instant or later. So the order in which messages arrive means nothing, and replaying them changes
 * nothing. An answer dated before a question does not stop its clock.
 *
 * Right for a part of a thread as well, if that holds every answer from an instant on, and every question that
 * was not answered before it.
 */
export const settleThread = (messages: readonly Message[]): Message[] => {
  const answers = messages
    .filter(isAnswer)
    .map(({ sentAt }) => sentAt)
    .sort();
  return messages.map((message) => {
    if (message.clock === null) return message;
    const stoppedAt = firstFrom(answers, message.sentAt);
    return stoppedAt === message.clock.stoppedAt
      ? message
      : { ...message, clock: { ...message.clock, stoppedAt } };
  });
};

/** Of sorted instants the first that is not before `at`; null: there is none. */
const firstFrom = (sorted: readonly Instant[], at: Instant): Instant | null => {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? at) < at) low = middle + 1;
    else high = middle;
  }
  return sorted[low] ?? null;
};

/** From the least serious to the most. */
export const messageNotices = ['internal_overdue', 'response_warning', 'response_breach'] as const;
export type MessageNotice = (typeof messageNotices)[number];

interface PlannedNotice {
  readonly kind: MessageNotice;
  readonly at: Instant;
}

/** What is still to be told of a message while nobody answers, the least serious first; after the breach nothing. */
export const noticesOf = (message: Message): readonly PlannedNotice[] => {
  if (message.historical || !counts(message) || message.clock.stoppedAt !== null) return [];
  const { clock } = message;
  const afterInstant = (dueAt: Instant): Instant => breachAt({ dueAt });
  const all = [
    {
      kind: 'internal_overdue',
      at: clock.internalDueAt === null ? null : afterInstant(clock.internalDueAt),
      told: clock.internalOverdueAt,
    },
    { kind: 'response_warning', at: clock.warnAt, told: clock.warnedAt },
    { kind: 'response_breach', at: breachAt(clock), told: clock.breachedAt },
  ] as const;
  if (clock.breachedAt !== null) return [];
  // What was due when something more serious was told is told by that.
  const toldBy = all.reduce<Instant>((last, { told }) => (told !== null && told > last ? told : last), '');
  return all.flatMap(({ kind, at, told }) =>
    at === null || told !== null || at <= toldBy ? [] : [{ kind, at }],
  );
};

/** When somebody must look at the message again; null: never, as things are. */
export const nextNoticeAt = (message: Message): Instant | null =>
  noticesOf(message).reduce<Instant | null>((next, { at }) => (next === null || at < next ? at : next), null);

/** What is to be told now: of all that is due only the most serious. */
export const dueNotice = (message: Message, now: Instant): MessageNotice | null =>
  noticesOf(message).findLast(({ at }) => at <= now)?.kind ?? null;

const marks = {
  internal_overdue: 'internalOverdueAt',
  response_warning: 'warnedAt',
  response_breach: 'breachedAt',
} as const satisfies Record<MessageNotice, string>;

/** The message of which this was told. */
export const markTold = (message: Message, kind: MessageNotice, at: Instant): Message =>
  message.clock === null ? message : { ...message, clock: { ...message.clock, [marks[kind]]: at } };
