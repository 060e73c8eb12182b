import { nameOfMail } from '../load/postbox.ts';
import type { Invariant } from './invariant.ts';
import { countArrivals } from './mails.ts';

interface Clock {
  readonly id: string;
  readonly breached: boolean;
  readonly breachMails: number;
  readonly warningMails: number;
}

export const deadlinesTold: Invariant = {
  name: 'deadlines are told once',
  meaning: 'A message that nobody answered in time is told of once; one that was answered in time is not.',
  breach: 'other',
  examine: async ({ sql, notebook, stage }) => {
    const { messages } = notebook;
    const rows = await sql<Clock[]>`
      SELECT message.id, breached_at IS NOT NULL AS breached,
        (SELECT count(*)::int FROM mail WHERE thing_id = message.id
          AND message_id LIKE '<message\_response\_breach.%') AS "breachMails",
        (SELECT count(*)::int FROM mail WHERE thing_id = message.id
          AND message_id LIKE '<message\_response\_warning.%') AS "warningMails"
      FROM message WHERE id = ANY (${messages.map(({ messageId }) => messageId)}::uuid[])`;
    const clocks = new Map(rows.map((row) => [row.id, row]));
    const told = new Set(
      [...countArrivals(stage.mailServer.server.messages).keys()].flatMap((messageId) => {
        const name = nameOfMail(messageId);
        return name?.kind === 'message_response_breach' ? [name.thingId] : [];
      }),
    );
    return messages.flatMap(({ messageId, answer, dueAt }) => {
      const clock = clocks.get(messageId);
      if (clock === undefined) return [`Message ${messageId} is not there`];
      const { breached, breachMails, warningMails } = clock;
      const says = `Message ${messageId}, due at ${dueAt}`;
      const heard = told.has(messageId);
      if (breachMails > 1 || warningMails > 1)
        return [`${says}, is told of ${breachMails} and ${warningMails} times`];
      if (breached !== (breachMails === 1) || breached !== heard) {
        return [`${says}: noted ${breached}, ${breachMails} mails decided, arrived ${heard}`];
      }
      if (answer === 'none' && !breached) return [`${says}, was never answered, and nobody was told`];
      return answer === 'in_time' && breached ? [`${says}, was answered in time, and told of`] : [];
    });
  },
};

export const alertsOnce: Invariant = {
  name: 'alerts are told once',
  meaning: 'Each alert about an order is raised once, and its mail is decided once.',
  breach: 'doubled',
  examine: async ({ sql }) => {
    const rows = await sql<{ id: string; kind: string; mails: number }[]>`
      SELECT order_id AS id, kind, (SELECT count(*)::int FROM mail
        WHERE thing_id = alert.order_id AND message_id LIKE '<' || alert.kind || '.%') AS mails
      FROM alert`;
    return rows
      .filter(({ mails }) => mails !== 1)
      .map(({ id, kind, mails }) => `Alert ${kind} of order ${id} has ${mails} mails`);
  },
};
