import type { SinkMessage } from '../../support/smtp-sink.ts';
import type { Invariant } from './invariant.ts';

const idOf = ({ headers }: SinkMessage): string => headers.get('message-id') ?? '';

/** How often each mail arrived, by its Message-ID. */
export const countArrivals = (messages: readonly SinkMessage[]): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const message of messages) counts.set(idOf(message), (counts.get(idOf(message)) ?? 0) + 1);
  return counts;
};

/**
 * Deliveries beyond the first. A crash between the mail server's acceptance and our note of it repeats a mail, under
 * the same Message-ID, by which mailboxes know it: allowed, counted and shown.
 */
export const countRepeats = (messages: readonly SinkMessage[]): number =>
  messages.length - countArrivals(messages).size;

/** The mail itself: what a transport adds at each attempt, its time and its boundaries, set aside. */
const contentOf = ({ raw, recipients }: SinkMessage): string =>
  [recipients.join(), raw.replace(/^Date: .*$/m, '').replaceAll(/--_?NmP-[\w-]+/g, '')].join('\n');

export const mailsArrive: Invariant = {
  name: 'mails arrive',
  meaning:
    'Each mail that was decided reached the mail server; repeated ones are the same mail, under the same Message-ID.',
  breach: 'lost',
  examine: async ({ sql, stage }) => {
    const { messages } = stage.mailServer.server;
    const arrivals = countArrivals(messages);
    const rows = await sql<{ messageId: string; state: string }[]>`
      SELECT message_id AS "messageId", state FROM mail`;
    const decided = new Set(rows.map(({ messageId }) => messageId));
    const contents = new Map<string, string>();
    const different = messages.filter((message) => {
      const before = contents.get(idOf(message));
      contents.set(idOf(message), before ?? contentOf(message));
      return before !== undefined && before !== contentOf(message);
    });
    return [
      ...rows
        .filter(({ messageId, state }) => state !== 'sent' || !arrivals.has(messageId))
        .map(
          ({ messageId, state }) =>
            `${messageId} is ${state}, and arrived ${arrivals.get(messageId) ?? 0} times`,
        ),
      ...[...arrivals.keys()]
        .filter((messageId) => !decided.has(messageId))
        .map((messageId) => `${messageId} arrived, and nobody had decided it`),
      ...different.map((message) => `${idOf(message)} arrived with two contents`),
    ];
  },
};
