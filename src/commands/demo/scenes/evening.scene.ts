import { readAlerts, readMails } from '../stage/alerts.ts';
import { jobsEnded } from '../stage/jobs-ended.ts';
import { listOrders } from '../stage/lists.ts';
import type { Scene } from '../stage/scene.ts';
import { shippingRates } from '../stage/views.ts';

/** Every alert of the day, each once, with its mail: nothing else may have come, from history least of all. */
const alerts = ['305-2010 unfulfillable', '402-1011 payment_expired', '7020 not_shipped_by_edd'];

/**
 * Mails about returns: at once 2 (label, receipt), by link 3 (both told, label), closed twice 6 (both told and
 * closed), cancelled 4 (both told, twice), withdrawal 4 (second step, acknowledgement, label, the seller). With money
 * 6: a fee and none 4 (label, receipt), kept 2 (label, closed).
 */
const returnMails = 19 + 6;

/** Warned of, answered, answered back, and told of too late: answer-by-link.scene.ts. */
const messageMails = 4;

/**
 * Mails about money: one to the buyer for each of the 11 refunds that were paid, none for the declined one, of which
 * the seller hears. Cancelled 3: unfulfillable, by the seller, as asked. Asking for that 3: the answer to the message,
 * and both told of the request. The lost parcel 1; of the damaged one, which a person claimed, nobody has to be told.
 */
const moneyMails = 11 + 1 + 3 + 3 + 1;

/** The last scene: what the whole day left behind. */
export const evening: Scene = {
  title: 'In the evening: what the day came to',
  play: async (stage) => {
    const { api, expect, tell, figure } = stage;
    const raised = (await readAlerts(stage)).map(({ channelOrderId, kind }) => `${channelOrderId} ${kind}`);
    expect.equal('all alerts of the day', raised.sort(), alerts);
    const mails = await readMails(stage);
    const expected = alerts.length + returnMails + messageMails + moneyMails;
    expect.equal('one mail for each, those about returns, messages and money', mails.length, expected);
    tell(`${raised.length} alerts, each once: ${raised.join(' · ')}`);
    tell(
      `${mails.length} mails: one for each alert, ${returnMails} about returns, ${messageMails} about messages, ${moneyMails} about money.`,
    );

    const { windows } = shippingRates.parse((await api.get('/v1/metrics/shipping')).body);
    const month = windows.find(({ days }) => days === 30);
    // Judged: two parcels, scans first, back to sender, five returns, four about money (in full, fees, kept, damaged),
    // and the forgotten one, which alone is late, whether or not it had left.
    expect.equal('late shipment over 30 days', month?.lateShipment, { count: 1, of: 13, percent: 8 });
    // Judged: eleven that arrived, and the forgotten one; what came back to its sender is no delivery.
    expect.equal('late delivery over 30 days', month?.lateDelivery, { count: 1, of: 12, percent: 8 });
    const share = (rate = { count: 0, of: 0, percent: 0 }) =>
      `${rate.percent} % (${rate.count} of ${rate.of})`;
    tell(
      `Over 30 days: shipped late ${share(month?.lateShipment)}, delivered late ${share(month?.lateDelivery)}.`,
    );

    const { done, rejected, failed } = await jobsEnded(stage);
    expect.equal('jobs that failed', failed, 0);
    const orders = await listOrders(stage);
    const promised = orders.filter(({ latest }) => latest !== null).length;
    figure('orders recorded', orders.length.toLocaleString('en'));
    figure('with a delivery promise', promised.toLocaleString('en'));
    figure('jobs', `${done.toLocaleString('en')} done · ${rejected} rejected by a rule · ${failed} failed`);
    const ready = await api.get('/readyz');
    expect.equal('ready for tomorrow', ready.status, 200);
  },
};
