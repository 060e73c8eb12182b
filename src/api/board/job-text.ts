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
export const dataOf = (row: BoardRow, attemptsLimit: number, carrier?: CarrierGlance | null) => ({
  about: { ...row.refs, seller: row.sellerName ?? row.sellerId },
  state: row.state,
  ...(row.error && row.state !== 'rejected'
    ? { [row.state === 'failed' ? 'error' : 'lastError']: row.error }
    : {}),
  attempts: `${row.attempts} of ${attemptsLimit} failed`,
  runAt: row.runAt,
  createdAt: row.createdAt,
  ...(row.finishedAt === null ? {} : { finishedAt: row.finishedAt }),
  priority: row.priority === 0 ? 'interactive' : 'bulk',
  from: row.fromApi ? 'the API' : 'Navette itself',
  ...(row.solo ? { travels: 'alone, since it or its bundle failed' } : {}),
  ...(row.carrier === null ? {} : { carrier: carrierOf(row, carrier) }),
});

const carrierOf = (row: BoardRow, carrier: CarrierGlance | null | undefined) => ({
  id: row.carrier,
  ...(row.handedAt === null ? {} : { handedAt: row.handedAt }),
  ...(carrier === undefined
    ? {}
    : carrier === null
      ? { bullmq: 'does not hold it (any more)' }
      : {
          bullmq: carrier.state,
          rows: carrier.rows,
          ...(carrier.worker === null ? {} : { worker: carrier.worker }),
        }),
});

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
