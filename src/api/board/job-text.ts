import type { BoardRow } from '../../../db/repositories/board/list-board-jobs.ts';
import type { CarrierGlance } from './queue-watch.ts';

/** `record-payment` → `Record payment`, then what it is about and how it ended. */
export const nameOf = (row: BoardRow): string => {
  const words = row.name.replaceAll('-', ' ');
  const title = words.charAt(0).toUpperCase() + words.slice(1);
  const about = [row.refs.channel, row.refs.order, row.refs.parcel].filter((ref) => ref !== undefined);
  const ending =
    row.state === 'rejected'
      ? `rejected: ${row.error?.code ?? 'no reason given'}`
      : row.state === 'cancelled'
        ? 'cancelled'
        : '';
  return [title, about.join(' '), ending].filter((part) => part !== '').join(' · ');
};

/**
 * What a job's page shows as its data: what it is about and where it is, by name, nothing of its payload.
 * `carrier`: what BullMQ said about the carrier; undefined where it was not asked.
 */
export const dataOf = (
  row: BoardRow,
  { attemptsLimit, carrier }: { attemptsLimit: number; carrier?: CarrierGlance | null | undefined },
) => ({
  ...row.refs,
  seller: row.sellerName ?? row.sellerId,
  state: row.state,
  where: whereOf(row, carrier),
  ...(row.carrier === null ? {} : { carrier: row.carrier }),
  attempts: `${row.attempts} of ${attemptsLimit} used`,
  runAt: row.runAt,
  priority: row.priority === 0 ? 'interactive' : 'bulk',
  ...(row.solo ? { travels: 'alone: it or its bundle failed before' } : {}),
  ...(row.error && row.finishedAt === null ? { lastError: row.error } : {}),
});

const whereOf = (row: BoardRow, carrier: CarrierGlance | null | undefined): string => {
  if (row.state === 'waiting') {
    return row.later ? 'in the ledger until its time comes' : 'in the ledger until there is room in BullMQ';
  }
  if (row.state !== 'queued') return 'in the ledger, ended';
  if (carrier === undefined) return 'in BullMQ';
  if (carrier === null) return 'on its way to BullMQ or back, or BullMQ does not answer';
  const company = carrier.rows === 1 ? 'alone' : `in a bundle of ${carrier.rows}`;
  const worker = carrier.worker === null ? '' : `, worker ${carrier.worker}`;
  return `in BullMQ, ${carrier.state}, ${company}${worker}`;
};

/** What came out, in the place where BullMQ shows a return value. */
export const resultOf = (row: BoardRow): unknown => {
  switch (row.state) {
    case 'done':
      return row.result;
    case 'rejected':
      return { rejected: row.error?.code ?? null, detail: row.error?.detail ?? null };
    case 'cancelled':
      return 'cancelled';
    default:
      return null;
  }
};

/** The job's life in lines, in the place of BullMQ's log. */
export const logOf = (row: BoardRow): string[] => {
  const lines: [at: string | null, text: string][] = [
    [row.createdAt, row.fromApi ? 'accepted by the API' : 'put into the ledger'],
    [row.handedAt, `handed to BullMQ as ${row.carrier}`],
    [row.later ? row.runAt : null, 'will run'],
    [row.finishedAt, row.state + (row.error === null ? '' : `: ${row.error.code}: ${row.error.detail}`)],
  ];
  return lines.flatMap(([at, text]) => (at === null ? [] : [`${at} ${text}`]));
};
