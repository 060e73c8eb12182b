import { placeDelivered } from '../stage/deliveries.ts';
import { readPdf } from '../stage/documents.ts';
import { mug, readOrder } from '../stage/orders.ts';
import { people } from '../stage/people.ts';
import { money, refund, settled } from '../stage/refunds.ts';
import { follow, linksIn, mailTo } from '../stage/returns.ts';
import type { Scene } from '../stage/scene.ts';
import { moneyChannel } from './open-shop.scene.ts';

const number = 'A-1001';

/** Two mugs at 12.90 and their delivery at 4.90: all of it goes back, and its buyer can read where it went. */
export const refundInFull: Scene = {
  title: 'All the money back, with a receipt',
  play: async (stage) => {
    const { expect, tell, link } = stage;
    const person = people.lyon;
    const more = { lines: [{ ...mug, taxMinor: 430 }], shippingTaxMinor: 82 };
    const orderId = await placeDelivered(stage, { channel: moneyChannel, number, person, more });
    const { refundId, amountMinor, currency, breakdown } = await refund(stage, {
      orderId,
      lines: [{ lineId: mug.lineId, quantity: 2 }],
      shippingMinor: 490,
      reason: 'quality_inadequate',
    });
    expect.equal(
      'two mugs, their delivery, the tax in both',
      [amountMinor, breakdown.taxMinor],
      [3_070, 512],
    );
    const { state, providerRefundId } = await settled(stage, refundId);
    expect.equal('the sandbox has paid', [state, providerRefundId !== null], ['succeeded', true]);
    const order = await readOrder(stage, orderId);
    expect.equal('the order knows it', order.refunds, [{ refundId, state, amountMinor, currency }]);
    expect.equal('nothing is left', order.refundable, { capturedMinor: 3_070, refundedMinor: 3_070 });

    const mail = await mailTo(stage, person.buyer.email, number, '30,70');
    const receipt = await readPdf(stage, 'the receipt', `/v1/refunds/${refundId}/receipt.pdf`);
    const [show = ''] = linksIn(mail.text);
    expect.equal('the page behind the link in the mail', (await follow(stage, show)).status, 200);
    const theirs = await readPdf(stage, 'the receipt of that page', `${new URL(show).pathname}/receipt.pdf`);
    expect.holds('both are the same bytes', receipt.equals(theirs), [receipt.length, theirs.length]);
    tell(`${money(amountMinor)} of ${money(3_070)}: ${state}. The buyer reads “${mail.subject}”.`);
    tell(
      `Behind its link: what was refunded, and the receipt, ${Math.round(receipt.length / 1_000)} kB of PDF.`,
    );
    link('A refund as its buyer sees it, with its receipt', show);
  },
};
