import { readAlerts, readMails } from '../stage/alerts.ts';
import { jobsEnded } from '../stage/jobs-ended.ts';
import { listOrders } from '../stage/orders-list.ts';
import type { Scene } from '../stage/scene.ts';
import { shippingRates } from '../stage/views.ts';

/** Every alert of the day, each once, with its mail: nothing else may have come, from history least of all. */
const alerts = ['305-2010 unfulfillable', '402-1011 payment_expired', '7020 not_shipped_by_edd'];

/**
 * Mails about returns: at once 2 (label, receipt), by link 3 (both told, label), closed twice 6 (both told and
 * closed), cancelled 4 (both told, twice), withdrawal 4 (second step, acknowledgement, label, the seller).
 */
const returnMails = 19;

/** Warned of, answered, answered back, and told of too late: answer-by-link.scene.ts. */
const messageMails = 4;

/** The last scene: what the whole day left behind. */
export const evening: Scene = {
  title: 'In the evening: what the day came to',
  play: async (stage) => {
    const { api, expect, tell, figure } = stage;
    const raised = (await readAlerts(stage)).map(({ channelOrderId, kind }) => `${channelOrderId} ${kind}`);
    expect.equal('all alerts of the day', raised.sort(), alerts);
    const mails = await readMails(stage);
    const expected = alerts.length + returnMails + messageMails;
    expect.equal('one mail for each, those about returns and messages', mails.length, expected);
    tell(`${raised.length} alerts, each once: ${raised.join(' · ')}`);
    tell(
      `${mails.length} mails: one for each alert, ${returnMails} about returns, ${messageMails} about messages.`,
    );

    const { windows } = shippingRates.parse((await api.get('/v1/metrics/shipping')).body);
    const month = windows.find(({ days }) => days === 30);
    // Judged: two parcels, scans first, back to sender, five returns, and the forgotten one, which alone is late.
    expect.equal('late shipment over 30 days', month?.lateShipment, { count: 1, of: 9, percent: 11 });
    // Judged: seven that arrived, and the forgotten one; what came back to its sender is no delivery.
    expect.equal('late delivery over 30 days', month?.lateDelivery, { count: 1, of: 8, percent: 13 });
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
