import { claimsOf, onClaim, readClaim } from '../stage/claims.ts';
import { daysBefore } from '../stage/days.ts';
import { readAll } from '../stage/lists.ts';
import { reimbursementPage } from '../stage/money-views.ts';
import { command, mug, readOrder } from '../stage/orders.ts';
import { people } from '../stage/people.ts';
import { money, refund, settled } from '../stage/refunds.ts';
import { follow, linksIn, mailTo, press } from '../stage/returns.ts';
import type { Scene } from '../stage/scene.ts';
import { orderPage } from '../stage/views.ts';
import { number } from './forgotten.scene.ts';
import { sellerEmail } from './open-shop.scene.ts';

const trackingNumber = '8L00702020';
/** After the last day to ship it in time, and long enough for a week without news after its promise. */
export const leftDaysAgo = 20;

/**
 * The forgotten order of the morning had left 20 days ago, late, and nobody had told. Its parcel was promised within
 * some days of that and was never scanned: a week after the promise it counts as lost, so its deadline fires at once.
 */
export const lostParcel: Scene = {
  title: 'A lost parcel: found by itself, filed from the e-mail',
  play: async (stage) => {
    const { api, expect, tell, link, now } = stage;
    const found = orderPage.parse((await api.get(`/v1/orders?channelOrderId=${number}`)).body);
    const orderId = found.items[0]?.orderId ?? '';
    await command(stage, orderId, 'shipments', {
      carrier: 'colissimo',
      trackingNumber,
      shippedAt: daysBefore(now, leftDaysAgo),
    });
    const mail = await mailTo(stage, sellerEmail, number, trackingNumber);
    const claims = await claimsOf(stage, orderId);
    expect.equal(
      'one claim, for what was paid for the mugs',
      claims.map(({ kind, state, amountMinor }) => [kind, state, amountMinor]),
      [['lost', 'eligible', 2_580]],
    );
    const claimId = claims[0]?.claimId ?? '';
    tell(`Never scanned since it left ${leftDaysAgo} days ago: “${mail.subject}”`);

    const [file = ''] = linksIn(mail.text);
    expect.equal('the page of the link', (await follow(stage, file)).status, 200);
    expect.equal('its form without the choice', (await press(stage, file, {})).status, 422);
    expect.equal('nothing is filed', (await readClaim(stage, claimId)).state, 'eligible');
    expect.equal('one press', (await press(stage, file, { choice: 'yes' })).status, 200);
    expect.equal('it is filed', (await readClaim(stage, claimId)).state, 'submitted');
    await onClaim(stage, `/v1/claims/${claimId}/decision`, { outcome: 'approved' });
    await onClaim(stage, `/v1/claims/${claimId}/decision`, { outcome: 'reimbursed' });
    const { state, history } = await readClaim(stage, claimId);
    expect.equal(
      'its history',
      history.map(({ type, actor }) => `${type} ${actor}`),
      ['eligible system', 'submitted seller', 'approved seller', 'reimbursed seller'],
    );
    const payments = await readAll(stage, '/v1/reimbursements', reimbursementPage);
    expect.equal(
      'the payment stands in its ledger, once',
      payments.filter((payment) => payment.claimId === claimId),
      [{ claimId, currency: 'EUR', amountMinor: 2_580 }],
    );

    const { refundId, amountMinor } = await refund(stage, {
      orderId,
      lines: [{ lineId: mug.lineId, quantity: 2 }],
      shippingMinor: 490,
      reason: 'lost_parcel',
    });
    expect.equal('its buyer has all the money back', (await settled(stage, refundId)).state, 'succeeded');
    await mailTo(stage, people.strasbourg.buyer.email, number, '30,70');
    const { refundable } = await readOrder(stage, orderId);
    expect.equal('nothing of the carrier’s is taken off', refundable?.refundedMinor, amountMinor);
    tell(
      `One press files it; the carrier pays ${money(2_580)} to the seller (${state}), the seller ${money(amountMinor)} to the buyer.`,
    );
    link('The link by which the claim was filed, used by now', file);
  },
};
