import type { Database } from '../../db/client.ts';
import { lockThreads } from '../../db/repositories/messages/lock-threads.ts';
import { insertMessages } from '../../db/repositories/messages/save-messages.ts';
import { saveTallies } from '../../db/repositories/messages/save-tallies.ts';
import { addHours } from '../../src/domain/calendar/instant.ts';
import type { Message } from '../../src/domain/response-time/message.ts';
import { defaultResponsePolicy, startMessageClock } from '../../src/domain/response-time/policy.ts';
import { tallyChanges } from '../../src/domain/response-time/tally.ts';
import { newId } from '../../src/platform/ids.ts';

/** When the tests of the page look at it. */
export const now = '2026-05-14T12:05:09.000Z';

export interface Question {
  readonly channel?: string;
  /** Null: the buyer wrote before there was an order. */
  readonly order?: string | null;
  /** Before `now`. */
  readonly hoursAgo: number;
  /** After the question; null: nobody has answered. */
  readonly answeredAfterHours?: number | null;
  readonly targetHours?: number;
  /** The seller's own target, after the question. */
  readonly internalHours?: number | null;
}

export const newSeller = async ({ system }: Database, name: string): Promise<string> => {
  const id = newId();
  await system`INSERT INTO seller (id, name) VALUES (${id}, ${name})`;
  return id;
};

/** Questions of buyers as the workers leave them: with their clocks, and counted. */
export const ask = (database: Database, sellerId: string, questions: readonly Question[]): Promise<void> =>
  database.asSellers([sellerId], async (tx) => {
    const threads = await lockThreads(tx, {
      named: questions.map(({ channel = 'shop', order = null }, n) => ({
        sellerId,
        channel,
        channelOrderId: order,
        buyer: order === null ? `claire.secret.${n}@example.org` : null,
      })),
      ids: [],
    });
    const rows = questions.map((question, n) => {
      const { channel = 'shop', order = null } = question;
      const thread = threads.find((one) =>
        order === null ? one.buyer === `claire.secret.${n}@example.org` : one.channelOrderId === order,
      );
      if (thread === undefined) throw new Error('A question has no thread');
      return { sellerId, channel, threadId: thread.id, message: toMessage(question) };
    });
    await insertMessages(
      tx,
      rows.map((row) => ({
        ...row,
        source: 'upstream' as const,
        subject: 'A secret subject',
        body: 'A secret body',
        externalId: null,
        buyerEmail: 'claire.secret@example.org',
        intent: null,
        mailId: null,
      })),
    );
    await saveTallies(
      tx,
      tallyChanges(rows.map(({ message, ...row }) => ({ ...row, before: null, after: message }))),
    );
  });

const toMessage = ({
  hoursAgo,
  answeredAfterHours = null,
  targetHours = 24,
  internalHours = null,
}: Question): Message => {
  const sentAt = addHours(now, -hoursAgo);
  return {
    id: newId(),
    direction: 'inbound',
    sentAt,
    automatic: false,
    noResponseNeeded: false,
    historical: false,
    undelivered: false,
    clock: {
      ...startMessageClock(sentAt, { ...defaultResponsePolicy, targetHours }),
      stoppedAt: answeredAfterHours === null ? null : addHours(sentAt, answeredAfterHours),
      internalDueAt: internalHours === null ? null : addHours(sentAt, internalHours),
    },
  };
};
