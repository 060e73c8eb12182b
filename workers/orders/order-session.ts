import type { Tx } from '../../db/client.ts';
import { cancelJobsByKey } from '../../db/repositories/jobs/cancel-jobs.ts';
import { insertJobs, type NewJob } from '../../db/repositories/jobs/insert-jobs.ts';
import { type NewMail, saveMails } from '../../db/repositories/mail/save-mails.ts';
import { insertOrders, type OwnedOrder } from '../../db/repositories/orders/insert-orders.ts';
import { loadOrders } from '../../db/repositories/orders/load-orders.ts';
import { saveAlerts } from '../../db/repositories/orders/save-alerts.ts';
import { savePromises } from '../../db/repositories/orders/save-promises.ts';
import { saveShipments } from '../../db/repositories/orders/save-shipments.ts';
import { updateOrders } from '../../db/repositories/orders/update-orders.ts';
import type { Instant } from '../../src/domain/calendar/instant.ts';
import type { DeadlineKind, OrderCommand } from '../../src/domain/orders/commands.ts';
import type { DecisionContext } from '../../src/domain/orders/context.ts';
import { deadlineChanges } from '../../src/domain/orders/deadlines.ts';
import { decide } from '../../src/domain/orders/decide.ts';
import { evolve } from '../../src/domain/orders/evolve.ts';
import type { Order } from '../../src/domain/orders/order.ts';
import type { Outcome } from '../../src/domain/outcome.ts';
import { newId } from '../../src/platform/ids.ts';
import { saveCancelled } from '../cancellations/save-cancelled.ts';
import { toLostParcelJobs, toReconsiderJobs } from '../claims/lost-parcel-jobs.ts';
import { type NewDigestEntry, saveDigestEntries } from '../digest/save-digest-entries.ts';
import { followUp } from '../follow-up.ts';
import { toSettleOrderJobs } from '../refunds/settle-jobs.ts';
import { toAlertMail } from './alert-mails.ts';
import type { Alerting, TouchedOrder } from './touched-order.ts';

/** Orders that a transaction works on: loaded and locked once, folded over, written once. */
export interface OrderSession {
  find(orderId: string): Order | null;
  /** Decides a command over the order as earlier commands of this session left it, and keeps what follows. */
  run(
    target: { sellerId: string; orderId: string },
    command: OrderCommand,
    context: DecisionContext,
  ): Outcome<Order>;
  save(tx: Tx, alerting: Alerting): Promise<void>;
}

const deadlineKey = (orderId: string, kind: DeadlineKind): string => `deadline:${kind}:${orderId}`;

const toDeadlineJobs = ({ sellerId, before, after }: TouchedOrder): NewJob[] =>
  deadlineChanges(before, after).set.map(({ kind, at }) =>
    followUp('deadlines', 'meet-order-deadline', {
      sellerId,
      payload: { orderId: after.id, kind },
      refs: { channel: after.channel, order: after.channelOrderId },
      runAt: at,
      uniqueKey: deadlineKey(after.id, kind),
    }),
  );

/** Deadlines that are over, and those that get another time: their old row goes before the new one comes. */
const deadlinesToCancel = ({ before, after }: TouchedOrder): string[] => {
  if (before === null) return [];
  const changes = deadlineChanges(before, after);
  return [...changes.cleared, ...changes.set.map(({ kind }) => kind)].map((kind) =>
    deadlineKey(after.id, kind),
  );
};

/** What is to be done later: deadlines of the order and of its parcels, and money that follows. */
const toJobs = (entry: TouchedOrder, now: Instant): NewJob[] => [
  ...toDeadlineJobs(entry),
  ...toLostParcelJobs(entry).set,
  ...toReconsiderJobs({ ...entry, now }),
  ...toSettleOrderJobs(entry),
];

const jobsToCancel = (entry: TouchedOrder): string[] => [
  ...deadlinesToCancel(entry),
  ...toLostParcelJobs(entry).cancel,
];

const newPromises = ({ sellerId, before, after }: TouchedOrder) =>
  after.promises
    .slice(before?.promises.length ?? 0)
    .map((promise) => ({ sellerId, orderId: after.id, promise }));

const changedShipments = ({ sellerId, before, after }: TouchedOrder) =>
  after.shipments
    .filter((shipment) => before === null || !before.shipments.includes(shipment))
    .map((shipment) => ({ sellerId, orderId: after.id, shipment }));

const alertsOf = ({ sellerId, after, events }: TouchedOrder) =>
  events.flatMap((event) =>
    event.type === 'alert_raised' ? [{ id: newId(), sellerId, orderId: after.id, alert: event.alert }] : [],
  );

const toMails = (
  { sellerId, after, events }: TouchedOrder,
  { policies, now, mailing }: Alerting,
): NewMail[] =>
  events.flatMap((event) => {
    if (event.type !== 'alert_raised') return [];
    const { policy } = policies.contextOf(sellerId, after.channel, now);
    const centre = policy.fulfilmentCentres.find(({ id }) => id === after.fulfilmentCentre);
    return toAlertMail(
      { sellerId, order: after, alert: event.alert },
      { voice: policies.voiceOf(sellerId, after.channel), timeZone: centre?.timeZone ?? 'UTC', mailing },
    );
  });

/** Alerts of sellers who prefer one mail a day. */
const toDigestEntries = (
  { sellerId, after, events }: TouchedOrder,
  { policies, now }: Alerting,
): NewDigestEntry[] => {
  const { channel, channelOrderId: orderNumber, id: orderId } = after;
  const voice = policies.voiceOf(sellerId, channel);
  if (voice.alerts !== 'daily') return [];
  return events.flatMap((event) => {
    if (event.type !== 'alert_raised') return [];
    const topic = { kind: 'order', orderId, orderNumber, alert: event.alert } as const;
    return [{ sellerId, channel, topic, raisedAt: now, digest: voice.digest }];
  });
};

/** Locks and loads the orders that commands are about. New ones need not be named. */
export const openOrderSession = async (tx: Tx, orderIds: readonly string[]): Promise<OrderSession> => {
  const loaded = await loadOrders(tx, [...new Set(orderIds)]);
  const touched = new Map<string, TouchedOrder>();
  const find = (orderId: string): Order | null => touched.get(orderId)?.after ?? loaded.get(orderId) ?? null;

  return {
    find,
    run: ({ sellerId, orderId }, command, context) => {
      const state = find(orderId);
      const decision = decide(state, command, context);
      if (!decision.ok) return decision;
      const after = decision.value.reduce<Order | null>(evolve, state);
      if (after === null) throw new Error('A decision about an order made no order');
      if (decision.value.length > 0) {
        const events = [...(touched.get(orderId)?.events ?? []), ...decision.value];
        touched.set(orderId, { sellerId, before: loaded.get(orderId) ?? null, after, events });
      }
      return { ok: true, value: after };
    },
    save: async (tx, alerting) => {
      const entries = [...touched.values()];
      if (entries.length === 0) return;
      const created: OwnedOrder[] = entries.flatMap(({ sellerId, before, after }) =>
        before === null ? [{ sellerId, order: after }] : [],
      );
      await insertOrders(tx, created);
      // Sent together: the connection runs them one after the other, in one round trip.
      await Promise.all([
        updateOrders(
          tx,
          entries.flatMap(({ before, after }) => (before === null ? [] : [after])),
        ),
        savePromises(tx, entries.flatMap(newPromises)),
        saveShipments(tx, entries.flatMap(changedShipments)),
        saveAlerts(tx, entries.flatMap(alertsOf)),
        cancelJobsByKey(tx, entries.flatMap(jobsToCancel)),
      ]);
      await insertJobs(
        tx,
        entries.flatMap((entry) => toJobs(entry, alerting.now)),
      );
      await saveMails(
        tx,
        entries.flatMap((entry) => toMails(entry, alerting)),
      );
      await saveDigestEntries(
        tx,
        entries.flatMap((entry) => toDigestEntries(entry, alerting)),
        alerting.now,
      );
      await saveCancelled(tx, entries, alerting);
    },
  };
};
