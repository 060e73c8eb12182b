import { counts, type Message } from './message.ts';

/**
 * Messages are counted by when they were sent and when they were answered, in cells of time that begin with days
 * of UTC. Narrower cells cost more rows, wider ones more messages at the edges: of sending there are several
 * (each window's beginning), of answering one (docs/decisions/0016).
 */
export const sentCellMs = 2 * 3_600_000;
export const answeredCellMs = 12 * 3_600_000;

/** The cell of what has not happened: the largest `integer` of PostgreSQL. */
export const neverCell = 2_147_483_647;

/** No warning comes before the end of the target. */
export const noWarning = -1;

/** Every message is counted under its channel, and under this one, which no channel can be called. */
export const allChannels = '';

export const sentCellOf = (epochMs: number): number => Math.floor(epochMs / sentCellMs);
export const answeredCellOf = (epochMs: number): number => Math.floor(epochMs / answeredCellMs);

/** Which messages are counted together: alike in all that decides what they are at an instant. */
export interface TallyKey {
  readonly sellerId: string;
  readonly channel: string;
  readonly sentCell: number;
  readonly answeredCell: number;
  readonly targetMs: number;
  readonly warningMs: number;
}

export interface Tally extends TallyKey {
  readonly messages: number;
  readonly answeredInTime: number;
  readonly responseMs: number;
  readonly internalJudged: number;
  readonly internalInTime: number;
}

/** A message before and after a change; null: it is new. */
export interface MessageChange {
  readonly sellerId: string;
  readonly channel: string;
  readonly before: Message | null;
  readonly after: Message;
}

type Owner = Pick<MessageChange, 'sellerId' | 'channel'>;

/** What a message adds to the tallies; null: nothing, it is in no figure. */
const tallyOf = (message: Message, { sellerId, channel }: Owner): Tally | null => {
  if (!counts(message)) return null;
  const { clock, sentAt } = message;
  const sent = Date.parse(sentAt);
  const answered = clock.stoppedAt === null ? null : Date.parse(clock.stoppedAt);
  const isJudged = answered !== null && clock.internalDueAt !== null;
  return {
    sellerId,
    channel,
    sentCell: sentCellOf(sent),
    answeredCell: answered === null ? neverCell : answeredCellOf(answered),
    targetMs: Date.parse(clock.dueAt) - sent,
    warningMs: clock.warnAt === null ? noWarning : Date.parse(clock.warnAt) - sent,
    messages: 1,
    answeredInTime: clock.stoppedAt !== null && clock.stoppedAt <= clock.dueAt ? 1 : 0,
    responseMs: answered === null ? 0 : answered - sent,
    internalJudged: isJudged ? 1 : 0,
    internalInTime: isJudged && (clock.stoppedAt ?? '') <= (clock.internalDueAt ?? '') ? 1 : 0,
  };
};

/** What changes of messages add to the tallies or take from them, one for each key that changes. */
export const tallyChanges = (changes: readonly MessageChange[]): Tally[] => {
  const sums = new Map<string, Tally>();
  const add = (tally: Tally | null, sign: 1 | -1): void => {
    if (tally === null) return;
    const { sellerId, channel, sentCell, answeredCell, targetMs, warningMs } = tally;
    const key = JSON.stringify([sellerId, sentCell, channel, answeredCell, targetMs, warningMs]);
    const sum = sums.get(key);
    sums.set(key, {
      ...tally,
      messages: (sum?.messages ?? 0) + sign * tally.messages,
      answeredInTime: (sum?.answeredInTime ?? 0) + sign * tally.answeredInTime,
      responseMs: (sum?.responseMs ?? 0) + sign * tally.responseMs,
      internalJudged: (sum?.internalJudged ?? 0) + sign * tally.internalJudged,
      internalInTime: (sum?.internalInTime ?? 0) + sign * tally.internalInTime,
    });
  };
  for (const { before, after, sellerId, channel } of changes) {
    for (const owner of [
      { sellerId, channel },
      { sellerId, channel: allChannels },
    ]) {
      if (before !== null) add(tallyOf(before, owner), -1);
      add(tallyOf(after, owner), 1);
    }
  }
  return [...sums.values()].filter((sum) => Object.values(valuesOf(sum)).some((value) => value !== 0));
};

const valuesOf = ({ messages, answeredInTime, responseMs, internalJudged, internalInTime }: Tally) => ({
  messages,
  answeredInTime,
  responseMs,
  internalJudged,
  internalInTime,
});
