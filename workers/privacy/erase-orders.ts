import type { Tx } from '../../db/client.ts';
import { eraseMails, findMailsOfOrders } from '../../db/repositories/privacy/erase-mails.ts';
import { eraseMessages } from '../../db/repositories/privacy/erase-messages.ts';
import { erasePhotos, eraseRefunds } from '../../db/repositories/privacy/erase-money.ts';
import { eraseOrderRows, keepOrders } from '../../db/repositories/privacy/erase-order-rows.ts';
import { eraseReturns } from '../../db/repositories/privacy/erase-returns.ts';
import { noteThreads } from '../../db/repositories/privacy/erase-threads.ts';
import { emptyEndedJobs } from '../../db/repositories/privacy/find-work-naming.ts';
import { lockThreadsToErase } from '../../db/repositories/privacy/lock-threads-to-erase.ts';
import type { QueueName } from '../../queues/registry.ts';
import { addMonths, type Instant } from '../../src/domain/calendar/instant.ts';
import { anonymiseReturn } from '../../src/domain/privacy/anonymise.ts';
import {
  addCounts,
  type ErasureCounts,
  isAnyErased,
  nothingErased,
} from '../../src/domain/privacy/counts.ts';
import { decideErasure } from '../../src/domain/privacy/over.ts';
import { mostRowsAtOnce } from './limits.ts';
import { loadOrderFacts, type OrderFacts } from './order-facts.ts';

/** Queues whose jobs may hold names and words; the others' hold ids. */
export const wordyQueues: readonly QueueName[] = [
  'orders',
  'messages',
  'returns',
  'cancellations',
  'refunds',
  'privacy',
];

export interface OrdersTask {
  readonly orderIds: readonly string[];
  /** The buyer asks now; else it is as the orders say. */
  readonly asked: boolean;
  readonly afterMonths: number;
  readonly now: Instant;
}

export interface OrdersErasure {
  readonly counts: ErasureCounts;
  /** Orders whose buyers have asked and which are not over. */
  readonly pending: readonly OrderFacts[];
  /** There was more than one transaction may do: the same orders once more. */
  readonly more: boolean;
}

/** Erases those of these orders whose time has come, and notes when the others are looked at next. */
export const eraseOrders = async (
  tx: Tx,
  { orderIds, asked, afterMonths, now }: OrdersTask,
): Promise<OrdersErasure> => {
  const all = (await loadOrderFacts(tx, orderIds)).map((facts) => {
    const isAsked = asked || facts.askedAt !== null;
    const verdict = decideErasure({ overAt: facts.overAt, asked: isAsked, afterMonths, now });
    return { facts, isAsked, verdict };
  });
  const kept = all.flatMap(({ facts, isAsked, verdict }) =>
    verdict.kind === 'keep' ? [{ facts, asked: isAsked, checkAt: verdict.checkAt }] : [],
  );
  await keepOrders(
    tx,
    kept.map(({ facts, ...rest }) => ({ orderId: facts.order.id, ...rest })),
  );
  const erasing = all.flatMap(({ facts, verdict }) => (verdict.kind === 'erase' ? [facts] : []));
  const erased = await erase(tx, erasing, addMonths(now, afterMonths));
  const pending = kept.filter((one) => one.asked).map(({ facts }) => facts);
  return { ...erased, pending };
};

const isChanged = ({ return: state }: OrderFacts['returns'][number]): boolean =>
  JSON.stringify(anonymiseReturn(state)) !== JSON.stringify(state);

const erase = async (
  tx: Tx,
  orders: readonly OrderFacts[],
  nextCheckAt: Instant,
): Promise<Omit<OrdersErasure, 'pending'>> => {
  if (orders.length === 0) return { counts: nothingErased, more: false };
  const ids = orders.map(({ order }) => order.id);
  const threadIds = orders.flatMap(({ threadId }) => threadId ?? []);
  await lockThreadsToErase(tx, threadIds);
  // Mails first: those of messages are found by the messages.
  const mailIds = await findMailsOfOrders(tx, ids, { most: mostRowsAtOnce });
  const mails = await eraseMails(tx, mailIds);
  const messages = (await eraseMessages(tx, threadIds, { most: mostRowsAtOnce })).length;
  const some = addCounts(nothingErased, { mails, messages });
  if (mailIds.length === mostRowsAtOnce || messages === mostRowsAtOnce) return { counts: some, more: true };
  const { documents } = await eraseReturns(
    tx,
    orders.flatMap(({ returns }) => returns),
  );
  await eraseRefunds(
    tx,
    orders.flatMap(({ refunds }) => refunds),
  );
  const photographs = await erasePhotos(tx, ids);
  const jobs = await emptyEndedJobs(tx, { ids: [...ids, ...threadIds], queues: wordyQueues });
  const returns = orders.flatMap(({ erasedAt, returns: own }) =>
    erasedAt === null ? own : own.filter(isChanged),
  ).length;
  const ordersErased = orders.filter(({ erasedAt }) => erasedAt === null).length;
  const counts = addCounts(some, { ordersErased, returns, documents, photographs, jobs });
  // Looked at once more after as long again, for what came meanwhile; an order to which nothing came is done with.
  const found = isAnyErased(counts);
  await eraseOrderRows(
    tx,
    orders.map(({ order, erasedAt }) => ({
      order,
      checkAt: erasedAt === null || found ? nextCheckAt : null,
    })),
  );
  await noteThreads(
    tx,
    threadIds.map((id) => ({ id, checkAt: nextCheckAt, erased: true })),
  );
  return { counts, more: false };
};
