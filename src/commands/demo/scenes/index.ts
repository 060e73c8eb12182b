import type { Scene } from '../stage/scene.ts';
import { answerByLink } from './answer-by-link.scene.ts';
import { backToSender } from './back-to-sender.scene.ts';
import { badInput } from './bad-input.scene.ts';
import { batch } from './batch.scene.ts';
import { canaries } from './canaries.scene.ts';
import { cancellations } from './cancellations.scene.ts';
import { damagedParcel } from './damaged-parcel.scene.ts';
import { evening } from './evening.scene.ts';
import { forgotten } from './forgotten.scene.ts';
import { history } from './history.scene.ts';
import { keepItem } from './keep-item.scene.ts';
import { longWeekend } from './long-weekend.scene.ts';
import { lostParcel } from './lost-parcel.scene.ts';
import { monaco } from './monaco.scene.ts';
import { morningOrders } from './morning-orders.scene.ts';
import { neighbouringCalendars } from './neighbouring-calendars.scene.ts';
import { openShop } from './open-shop.scene.ts';
import { overRefund } from './over-refund.scene.ts';
import { paymentNeverCame } from './payment-never-came.scene.ts';
import { pendingPayment } from './pending-payment.scene.ts';
import { refundInFull } from './refund-in-full.scene.ts';
import { removal } from './removal.scene.ts';
import { responseTimes } from './response-times.scene.ts';
import { restockingFees } from './restocking-fee.scene.ts';
import { returnAtOnce } from './return-at-once.scene.ts';
import { returnByLink } from './return-by-link.scene.ts';
import { returnsThatEnd } from './returns-that-end.scene.ts';
import { scansFirst } from './scans-first.scene.ts';
import { sentTwice } from './sent-twice.scene.ts';
import { twoLedgers } from './two-ledgers.scene.ts';
import { twoParcels } from './two-parcels.scene.ts';
import { unfulfillable } from './unfulfillable.scene.ts';
import { unknownOutcome } from './unknown-outcome.scene.ts';
import { withdrawal } from './withdrawal.scene.ts';

/** The day, in its order. The evening judges what all of them left behind, so it comes last. */
export const scenes: readonly Scene[] = [
  openShop,
  morningOrders,
  neighbouringCalendars,
  longWeekend,
  pendingPayment,
  paymentNeverCame,
  canaries,
  monaco,
  removal,
  unfulfillable,
  sentTwice,
  badInput,
  twoParcels,
  scansFirst,
  backToSender,
  forgotten,
  history,
  returnAtOnce,
  returnByLink,
  returnsThatEnd,
  withdrawal,
  responseTimes,
  answerByLink,
  refundInFull,
  restockingFees,
  overRefund,
  unknownOutcome,
  keepItem,
  cancellations,
  lostParcel,
  damagedParcel,
  batch,
  twoLedgers,
  evening,
];
