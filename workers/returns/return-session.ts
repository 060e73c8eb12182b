import { randomBytes } from 'node:crypto';
import type { Tx } from '../../db/client.ts';
import { readReturns } from '../../db/repositories/returns/read-returns.ts';
import { findTakenRmas } from '../../db/repositories/returns/save-returns.ts';
import type { Instant } from '../../src/domain/calendar/instant.ts';
import { endOfWorkingDay } from '../../src/domain/delivery/working-days.ts';
import type { Order } from '../../src/domain/orders/order.ts';
import { accept, type Outcome, refuse } from '../../src/domain/outcome.ts';
import type { ReturnCommand } from '../../src/domain/returns/commands.ts';
import { decide } from '../../src/domain/returns/decide.ts';
import type { ReturnEvent } from '../../src/domain/returns/events.ts';
import { evolve } from '../../src/domain/returns/evolve.ts';
import type { Return } from '../../src/domain/returns/return.ts';
import { generateRma, rmaKey, rmaRandomBytes } from '../../src/domain/returns/rma.ts';
import type { OrderSession } from '../orders/order-session.ts';
import type { Policies } from '../orders/policies.ts';
import { type ChannelReturns, loadReturnPolicies, type ReturnPolicies } from './return-policies.ts';

export interface ReturnTarget {
  readonly sellerId: string;
  readonly orderId: string;
  readonly returnId: string;
}

/** A return that this transaction has changed. */
export interface TouchedReturn {
  readonly sellerId: string;
  /** Null: it is new. */
  readonly before: Return | null;
  readonly after: Return;
  readonly events: readonly ReturnEvent[];
  readonly order: Order;
  readonly channel: ChannelReturns;
}

/** The returns of locked orders: loaded once, folded over, written once (save-return-session.ts). */
export interface ReturnSession {
  find(returnId: string): Return | null;
  ofOrder(orderId: string): readonly Return[];
  /** Decides a command over the return as earlier commands left it, and keeps what follows. */
  run(target: ReturnTarget, command: ReturnCommand, now: Instant): Outcome<Return>;
  touched(): readonly TouchedReturn[];
}

export interface ReturnSessionScope {
  readonly orders: OrderSession;
  /** Whose returns may be asked for. */
  readonly targets: readonly Pick<ReturnTarget, 'sellerId' | 'orderId'>[];
  /** Numbers that sellers want to give. */
  readonly rmas?: readonly string[];
}

const sum = (lines: readonly { readonly quantity: number }[]): number =>
  lines.reduce((total, { quantity }) => total + quantity, 0);

/** Units that a withdrawal takes out of the order before they leave, in the same breath. */
const withdrawFromOrder = (
  orders: OrderSession,
  { sellerId, orderId }: ReturnTarget,
  { event, now }: { event: ReturnEvent; now: Instant },
  policies: Policies,
): void => {
  if (event.type !== 'withdrawal_confirmed' || sum(event.withdrawal.cancelledLines) === 0) return;
  const order = orders.find(orderId);
  // Called off since the statement: what had not left is cancelled already.
  if (order?.state === 'cancelled' || order?.state === 'unfulfillable') return;
  const command = { type: 'withdraw_units', lines: event.withdrawal.cancelledLines, at: event.at } as const;
  const context = policies.contextOf(sellerId, order?.channel ?? '', now);
  const outcome = orders.run({ sellerId, orderId }, command, context);
  if (!outcome.ok) throw new Error(`Withdrawn units could not be cancelled: ${outcome.refusal.code}`);
};

/** Loads the returns of orders that `orders` has locked, and what their sellers have decided about returns. */
export const openReturnSession = async (
  tx: Tx,
  { orders, targets, rmas = [] }: ReturnSessionScope,
  orderPolicies: Policies,
): Promise<ReturnSession> => {
  const orderIds = [...new Set(targets.map(({ orderId }) => orderId))];
  const channels = targets.flatMap(({ sellerId, orderId }) => {
    const order = orders.find(orderId);
    return order === null ? [] : [{ sellerId, channel: order.channel }];
  });
  const [loaded, taken, policies] = await Promise.all([
    readReturns(tx, { orderIds }),
    findTakenRmas(tx, rmas.map(rmaKey)),
    loadReturnPolicies(tx, channels),
  ]);
  return createSession({ orders, orderPolicies, policies, loaded, taken });
};

interface Loaded {
  readonly orders: OrderSession;
  readonly orderPolicies: Policies;
  readonly policies: ReturnPolicies;
  readonly loaded: Awaited<ReturnType<typeof readReturns>>;
  readonly taken: Set<string>;
}

const createSession = ({ orders, orderPolicies, policies, loaded, taken }: Loaded): ReturnSession => {
  const touched = new Map<string, TouchedReturn>();
  const current = new Map([...loaded].map(([id, owned]) => [id, owned.return]));

  const run: ReturnSession['run'] = (target, command, now) => {
    const { sellerId, orderId, returnId } = target;
    const order = orders.find(orderId);
    if (order === null) return refuse('unknown_order', 'There is no such order.');
    const state = current.get(returnId) ?? null;
    const channel = policies.of(sellerId, order.channel);
    const decision = decide(state, command, {
      now,
      order,
      others: [...current.values()].filter((one) => one.orderId === orderId && one.id !== returnId),
      policy: channel.policy,
      refundDueAt: (at) =>
        endOfWorkingDay(
          orderPolicies.contextOf(sellerId, order.channel, now).policy,
          order.fulfilmentCentre,
          {
            at,
            days: channel.refunds.refundBusinessDays,
          },
        ),
      freshRma: generateRma(randomBytes(rmaRandomBytes)),
      isRmaTaken: (rma) => taken.has(rmaKey(rma)),
    });
    if (!decision.ok) return decision;
    const after = decision.value.reduce<Return | null>(evolve, state);
    if (after === null) throw new Error('A decision about a return made no return');
    if (decision.value.length === 0) return accept(after);
    for (const event of decision.value) withdrawFromOrder(orders, target, { event, now }, orderPolicies);
    current.set(returnId, after);
    if (after.authorization !== null) taken.add(rmaKey(after.authorization.rma));
    const earlier = touched.get(returnId);
    touched.set(returnId, {
      sellerId,
      before: earlier === undefined ? state : earlier.before,
      after,
      events: [...(earlier?.events ?? []), ...decision.value],
      order: orders.find(orderId) ?? order,
      channel,
    });
    return accept(after);
  };

  return {
    find: (returnId) => current.get(returnId) ?? null,
    ofOrder: (orderId) => [...current.values()].filter((one) => one.orderId === orderId),
    run,
    touched: () => [...touched.values()],
  };
};
