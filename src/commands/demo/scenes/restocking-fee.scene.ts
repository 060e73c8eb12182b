import { placeDelivered } from '../stage/deliveries.ts';
import { mug, teapot } from '../stage/orders.ts';
import { people } from '../stage/people.ts';
import { money, preview, refund, settled, tryRefund } from '../stage/refunds.ts';
import { mailTo, readReturn, receiveReturn, requestReturn } from '../stage/returns.ts';
import type { Scene, Stage } from '../stage/scene.ts';
import { until } from '../stage/until.ts';
import { moneyChannel } from './open-shop.scene.ts';

const number = 'A-1002';
const restockingFee = { percent: 20 };

/** A unit is sent back, authorises itself by the policy, and arrives. Gives the id of its return. */
const sendBack = async (
  stage: Stage,
  orderId: string,
  {
    line,
    reason,
    condition,
  }: { readonly line: typeof mug; readonly reason: string; readonly condition: string },
): Promise<string> => {
  const { returnId } = await requestReturn(stage, orderId, {
    lines: [{ lineId: line.lineId, quantity: 1, reason }],
  });
  await receiveReturn(stage, returnId, { sku: line.sku, condition });
  return returnId;
};

const isOver = (stage: Stage, returnId: string) =>
  until('The end of the return', async () =>
    (await readReturn(stage, returnId)).state === 'completed' ? true : null,
  );

/** Who changes their mind pays for it, who got a broken teapot does not (002). */
export const restockingFees: Scene = {
  title: 'A restocking fee, and one that is refused',
  play: async (stage) => {
    const { expect, tell } = stage;
    const person = people.paris;
    const order = { channel: moneyChannel, number, person, more: { lines: [mug, teapot] } };
    const orderId = await placeDelivered(stage, order);

    const unwanted = { line: mug, reason: 'no_longer_wanted', condition: 'sellable' };
    const ofMug = {
      orderId,
      returnId: await sendBack(stage, orderId, unwanted),
      lines: [{ lineId: mug.lineId, quantity: 1 }],
      restockingFee,
      reason: unwanted.reason,
    };
    const before = await preview(stage, ofMug);
    const { refundId, ...made } = await refund(stage, ofMug);
    expect.equal('12.90 less a fifth', [made.breakdown.feeMinor, made.amountMinor], [258, 1_032]);
    expect.equal(
      'what was previewed is what is done',
      [before.amountMinor, before.breakdown],
      [made.amountMinor, made.breakdown],
    );
    expect.equal('paid', (await settled(stage, refundId)).state, 'succeeded');
    await isOver(stage, ofMug.returnId);
    const mail = await mailTo(stage, person.buyer.email, number, '10,32');
    expect.holds('the mail names the fee', mail.text.includes('2,58'), mail.text);
    const { itemsMinor, feeMinor } = made.breakdown;
    tell(
      `${unwanted.reason}: ${money(itemsMinor)} less ${restockingFee.percent} % (${money(feeMinor)}) is ${money(made.amountMinor)}, as previewed.`,
    );

    const broken = { line: teapot, reason: 'defective', condition: 'defective' };
    const ofTeapot = {
      orderId,
      returnId: await sendBack(stage, orderId, broken),
      lines: [{ lineId: teapot.lineId, quantity: 1 }],
      reason: broken.reason,
    };
    const wrong = { ...ofTeapot, restockingFee };
    const refused = [(await preview(stage, wrong)).error, (await tryRefund(stage, wrong)).error];
    expect.equal(
      'no fee on what is defective, previewed or done',
      refused.map((error) => error?.code),
      ['fee_not_buyers_fault', 'fee_not_buyers_fault'],
    );
    const whole = await refund(stage, ofTeapot);
    expect.equal('all of it goes back', whole.amountMinor, 4_900);
    expect.equal('paid as well', (await settled(stage, whole.refundId)).state, 'succeeded');
    await isOver(stage, ofTeapot.returnId);
    tell(`${broken.reason}: refused. ${refused[1]?.detail} Without it: ${money(whole.amountMinor)}.`);
  },
};
