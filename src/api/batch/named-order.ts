import type { z } from 'zod';
import type { Database } from '../../../db/client.ts';
import { findOrderHead } from '../../../db/repositories/orders-read/find-order.ts';
import { listOrders } from '../../../db/repositories/orders-read/list-orders.ts';
import { channel, id, text } from '../../../queues/schemas/values.ts';
import { type FieldError, invalidRequest, Problem } from '../http/problem.ts';

const optional = <T extends z.ZodType>(schema: T) => schema.nullish().transform((value) => value ?? null);

/** How a row names its order: by our id, or by the number that it has in its channel. */
export const orderName = {
  orderId: optional(id),
  channel: optional(channel).meta({ description: 'Needed without `orderId`' }),
  channelOrderId: optional(text(100)).meta({ description: 'Needed without `orderId`' }),
};

export interface OrderName {
  readonly orderId: string | null;
  readonly channel: string | null;
  readonly channelOrderId: string | null;
}

export interface NamedOrder {
  readonly orderId: string;
  readonly channel: string;
  readonly channelOrderId: string;
  readonly currency: string;
}

export const isOrderNamed = ({ orderId, channel: of, channelOrderId }: OrderName): boolean =>
  orderId !== null || (of !== null && channelOrderId !== null);

export const notNamed = {
  error: 'Name the order: orderId, or channel and channelOrderId',
  path: ['orderId'],
};

/**
 * The order that is meant.
 * @throws Problem `not_found`; `invalid_request` where id and number are not of one order.
 */
export const getNamedOrder = async (
  database: Database,
  sellerId: string,
  name: OrderName,
): Promise<NamedOrder> => {
  const found = name.orderId === null ? await findByNumber(database, sellerId, name) : null;
  const order = found ?? (await findById(database, sellerId, name.orderId));
  if (order === null) throw new Problem('not_found', { detail: 'There is no such order' });
  const errors = [...contradictions(order, name)];
  if (errors.length > 0) throw invalidRequest(errors);
  return order;
};

const findById = async (
  database: Database,
  sellerId: string,
  orderId: string | null,
): Promise<NamedOrder | null> => {
  if (orderId === null) return null;
  const head = await findOrderHead(database, sellerId, orderId);
  if (head === null) return null;
  const { channel: of, channelOrderId, currency } = head;
  return { orderId, channel: of, channelOrderId, currency };
};

const findByNumber = async (
  database: Database,
  sellerId: string,
  { channel: of, channelOrderId }: OrderName,
): Promise<NamedOrder | null> => {
  const filter = { channel: of, channelOrderId, state: null };
  const [order] = await listOrders(database, sellerId, filter, { limit: 1, after: null });
  return order ?? null;
};

function* contradictions(order: NamedOrder, name: OrderName): Generator<FieldError> {
  for (const path of ['channel', 'channelOrderId'] as const) {
    if (name[path] === null || name[path] === order[path]) continue;
    yield { path, code: 'not_of_this_order', message: 'Is not that of `orderId`; leave it out' };
  }
}
