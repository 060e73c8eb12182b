import type { Tx } from '../../db/client.ts';
import { cancelJobsByKey } from '../../db/repositories/jobs/cancel-jobs.ts';
import { insertJobs, type NewJob } from '../../db/repositories/jobs/insert-jobs.ts';
import { saveMails } from '../../db/repositories/mail/save-mails.ts';
import { saveDocumentSource } from '../../db/repositories/returns/documents.ts';
import {
  type OwnedEvent,
  type StockMovementRow,
  saveReturnEvents,
  saveReturns,
  saveStockMovements,
} from '../../db/repositories/returns/save-returns.ts';
import type { Instant } from '../../src/domain/calendar/instant.ts';
import { mayShowDamage } from '../../src/domain/claims/damage.ts';
import { isDetected } from '../../src/domain/claims/lost.ts';
import { settlesReturn } from '../../src/domain/refunds/triggers.ts';
import { deadlinesOf, type ReturnDeadline } from '../../src/domain/returns/deadlines.ts';
import type { Condition } from '../../src/domain/returns/return.ts';
import { newId } from '../../src/platform/ids.ts';
import { type NewDigestEntry, saveDigestEntries } from '../digest/save-digest-entries.ts';
import { followUp } from '../follow-up.ts';
import type { Mailing } from '../mailing.ts';
import { toReturnDocument } from './return-document.ts';
import { toReturnMails } from './return-mails.ts';
import type { TouchedReturn } from './return-session.ts';

const refsOf = ({ channel, channelOrderId }: TouchedReturn['after']) => ({ channel, order: channelOrderId });

const deadlineKey = (returnId: string, kind: ReturnDeadline['kind']): string =>
  `return-deadline:${kind}:${returnId}`;

const toDeadlineJobs = ({ sellerId, before, after }: TouchedReturn): NewJob[] => {
  const old = before === null ? [] : deadlinesOf(before);
  const fresh = deadlinesOf(after).filter(
    ({ kind, at }) => !old.some((one) => one.kind === kind && one.at === at),
  );
  return fresh.map(({ kind, at }) =>
    followUp('deadlines', 'meet-return-deadline', {
      sellerId,
      payload: { orderId: after.orderId, returnId: after.id, kind },
      refs: refsOf(after),
      runAt: at,
      uniqueKey: deadlineKey(after.id, kind),
    }),
  );
};

const deadlinesToCancel = ({ before, after }: TouchedReturn): string[] => {
  if (before === null) return [];
  const now = deadlinesOf(after);
  return deadlinesOf(before)
    .filter(({ kind }) => !now.some((one) => one.kind === kind))
    .map(({ kind }) => deadlineKey(after.id, kind));
};

const toStockMovements = ({ sellerId, after, events, order }: TouchedReturn): StockMovementRow[] => {
  const skuOf = (lineId: string): string => order.lines.find((line) => line.lineId === lineId)?.sku ?? '';
  const row = (
    { sku, quantity, condition }: { sku: string; quantity: number; condition: Condition },
    { reason, movedAt }: Pick<StockMovementRow, 'reason' | 'movedAt'>,
  ): StockMovementRow[] =>
    condition === 'sellable'
      ? [{ id: newId(), sellerId, sku, quantity, reason, returnId: after.id, movedAt }]
      : [];
  return events.flatMap((event) => {
    if (event.type === 'received') {
      return event.received.flatMap((units) =>
        row({ ...units, sku: skuOf(units.lineId) }, { reason: 'return_received', movedAt: units.receivedAt }),
      );
    }
    if (event.type !== 'mismatch_decided' || event.outcome !== 'accept') return [];
    const mismatch = after.mismatches.find(({ id }) => id === event.mismatchId);
    return mismatch === undefined ? [] : row(mismatch, { reason: 'mismatch_accepted', movedAt: event.at });
  });
};

/** The version of the documents that this transaction has asked for; null: none, or nothing to draw on. */
const newDocumentVersion = ({ after, events }: TouchedReturn): number | null => {
  const asked = events.some(({ type }) => type === 'authorized' || type === 'documents_replaced');
  const { authorization } = after;
  return asked && authorization !== null && authorization.returnAddress !== null
    ? authorization.documentVersion
    : null;
};

const toLabelJob = ({ sellerId, after }: TouchedReturn, version: number): NewJob =>
  followUp('labels', 'render', {
    sellerId,
    payload: { returnId: after.id, version },
    refs: refsOf(after),
    uniqueKey: `labels:${after.id}:${version}`,
  });

/** Money that follows from what happened to a return: a job decides what it comes to. */
const toSettleJobs = ({ sellerId, after, events, order }: TouchedReturn): NewJob[] => {
  const cause = settlesReturn(after, events, order);
  if (cause === null) return [];
  const payload = { orderId: after.orderId, returnId: after.id, cause, by: 'policy' } as const;
  return [followUp('refunds', 'settle-return', { sellerId, payload, refs: refsOf(after) })];
};

/** What the carrier damaged on the way back may be claimed (001). */
const toClaimJobs = ({ sellerId, after, events, order }: TouchedReturn): NewJob[] => {
  if (!isDetected(order) || !mayShowDamage(events)) return [];
  const payload = { orderId: after.orderId, returnId: after.id };
  return [
    followUp('claims', 'detect', { sellerId, payload, refs: refsOf(after), uniqueKey: `detect:${after.id}` }),
  ];
};

/** Writes everything that a session has decided: rows, history, stock, deadlines, mails and documents to draw. */
export const saveReturnSession = async (
  tx: Tx,
  touched: readonly TouchedReturn[],
  { mailing, now }: { readonly mailing: Mailing; readonly now: Instant },
): Promise<void> => {
  if (touched.length === 0) return;
  await saveReturns(
    tx,
    touched.map(({ sellerId, after }) => ({ sellerId, return: after })),
  );
  const owned: OwnedEvent[] = touched.flatMap(({ sellerId, after, events }) =>
    events.map((event) => ({ sellerId, returnId: after.id, event })),
  );
  const sequences = await saveReturnEvents(tx, owned);
  const sequenceOf = new Map(owned.map(({ event }, n) => [event, sequences[n] ?? 0]));
  await saveStockMovements(tx, touched.flatMap(toStockMovements));
  await cancelJobsByKey(tx, touched.flatMap(deadlinesToCancel));
  const labelJobs: NewJob[] = [];
  for (const one of touched) {
    const version = newDocumentVersion(one);
    const source = version === null ? null : toReturnDocument(one, mailing.links.publicUrl);
    if (version === null || source === null) continue;
    await saveDocumentSource(tx, { sellerId: one.sellerId, returnId: one.after.id, version, source });
    labelJobs.push(toLabelJob(one, version));
  }
  await insertJobs(tx, [
    ...touched.flatMap(toDeadlineJobs),
    ...labelJobs,
    ...touched.flatMap(toSettleJobs),
    ...touched.flatMap(toClaimJobs),
  ]);
  await saveMails(
    tx,
    touched.flatMap((one) =>
      toReturnMails(one, { ...mailing, sequenceOf: (event) => sequenceOf.get(event) ?? 0 }),
    ),
  );
  await saveDigestEntries(tx, touched.flatMap(toDigestEntries), now);
};

/** Notices of sellers who prefer one mail a day. */
const toDigestEntries = ({ sellerId, after, events, channel: { voice } }: TouchedReturn): NewDigestEntry[] =>
  voice.alerts !== 'daily'
    ? []
    : events.flatMap((event) => {
        if (event.type !== 'notice_raised') return [];
        const isOfMoney = event.notice === 'refund_warning' || event.notice === 'refund_breach';
        const kind = isOfMoney ? 'refund_due' : 'return';
        const topic = { kind, returnId: after.id, orderNumber: after.channelOrderId } as const;
        return [{ sellerId, channel: after.channel, topic, raisedAt: event.at, digest: voice.digest }];
      });
