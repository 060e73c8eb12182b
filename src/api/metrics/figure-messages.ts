import type { Database } from '../../../db/client.ts';
import type { FullMessage } from '../../../db/repositories/messages-read/full-message.ts';
import {
  type FigureQuery,
  readFigureMessages,
} from '../../../db/repositories/messages-read/read-figure-messages.ts';
import type { Instant } from '../../domain/calendar/instant.ts';
import { standingOf } from '../../domain/response-time/figures.ts';
import type { CsvColumn } from '../csv/csv-text.ts';

/** Some 2 MB of texts at most. */
const batchRows = 500;

/** The messages behind a figure, in the order of sending, batch by batch: each is asked for when it is wanted. */
export async function* figureMessages(
  database: Database,
  sellerId: string,
  asked: FigureQuery,
): AsyncGenerator<readonly FullMessage[]> {
  for (let after: { sentAt: Instant; id: string } | null = null; ; ) {
    const rows: FullMessage[] = await readFigureMessages(database, sellerId, asked, {
      limit: batchRows,
      after,
    });
    if (rows.length > 0) yield rows;
    const last = rows.at(-1)?.message;
    if (last === undefined || rows.length < batchRows) return;
    after = { sentAt: last.sentAt, id: last.id };
  }
}

/** What is answered after `asOf` has no answer yet, as in the figures. */
export const figureColumns = (asOf: Instant): readonly CsvColumn<FullMessage>[] => {
  const answeredAt = ({ message: { clock } }: FullMessage): Instant | null =>
    clock?.stoppedAt != null && clock.stoppedAt <= asOf ? clock.stoppedAt : null;
  return [
    { header: 'messageId', value: ({ message }) => message.id },
    { header: 'threadId', value: ({ threadId }) => threadId },
    { header: 'channel', value: ({ channel }) => channel },
    { header: 'channelOrderId', value: ({ channelOrderId }) => channelOrderId },
    { header: 'sentAt', value: ({ message }) => message.sentAt },
    { header: 'answeredAt', value: answeredAt },
    { header: 'responseSeconds', value: (row) => secondsBetween(row.message.sentAt, answeredAt(row)) },
    { header: 'dueAt', value: ({ message }) => message.clock?.dueAt ?? null },
    { header: 'standing', value: ({ message }) => standingOf(message, asOf) },
    { header: 'subject', value: ({ subject }) => subject },
  ];
};

const secondsBetween = (from: Instant, to: Instant | null): number | null =>
  to === null ? null : Math.round((Date.parse(to) - Date.parse(from)) / 1_000);
