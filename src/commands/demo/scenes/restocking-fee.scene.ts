import { placeDelivered } from '../stage/deliveries.ts';
import { mug, teapot } from '../stage/orders.ts';
import { people } from '../stage/people.ts';
import { money, preview, refund, settled, tryRefund } from '../stage/refunds.ts';
import { mailTo, readReturn, receiveReturn, requestReturn } from '../stage/returns.ts';
import type { Scene, Stage } from '../stage/scene.ts';
import { until } from '../stage/until.ts';
import { moneyChannel } from './open-shop.scene.ts';

const number = 'A-1002';
const person = people.paris;
const restockingFee = { percent: 20 };

interface Back {
  readonly line: typeof mug;
  readonly reason: string;
  readonly condition: string;
}

/** A unit is sent back with the label that came by itself, and arrives. Gives what a refund of it asks for. */
const sendBack = async (stage: Stage, orderId: string, { line, reason, condition }: Back) => {
  const lines = [{ lineId: line.lineId, quantity: 1 }];
  const { returnId, rma } = await requestReturn(stage, orderId, {
    lines: lines.map((one) => ({ ...one, reason })),
  });
  await mailTo(stage, person.buyer.email, number, rma ?? 'no RMA');
  await receiveReturn(stage, returnId, { sku: line.sku, condition });
  return { orderId, returnId, lines, reason };
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
    const order = { channel: moneyChannel, number, person, more: { lines: [mug, teapot] } };
    const orderId = await placeDelivered(stage, order);
    const [unwanted, broken] = await Promise.all([
      sendBack(stage, orderId, { line: mug, reason: 'no_longer_wanted', condition: 'sellable' }),
      sendBack(stage, orderId, { line: teapot, reason: 'defective', condition: 'defective' }),
    ]);

    const ofMug = { ...unwanted, restockingFee };
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

    const wrong = { ...broken, restockingFee };
    const refused = [(await preview(stage, wrong)).error, (await tryRefund(stage, wrong)).error];
    expect.equal(
      'no fee on what is defective, previewed or done',
      refused.map((error) => error?.code),
      ['fee_not_buyers_fault', 'fee_not_buyers_fault'],
    );
    const whole = await refund(stage, broken);
    expect.equal('all of it goes back', whole.amountMinor, 4_900);
    expect.equal('paid as well', (await settled(stage, whole.refundId)).state, 'succeeded');
    await isOver(stage, broken.returnId);
    tell(`${broken.reason}: refused. ${refused[1]?.detail} Without it: ${money(whole.amountMinor)}.`);
  },
};
