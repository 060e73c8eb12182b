import { hoursBefore } from '../stage/days.ts';
import { listOrders } from '../stage/lists.ts';
import { sendMessage } from '../stage/messages.ts';
import { cancellationRates, cancellationResult } from '../stage/money-views.ts';
import { command, place, readOrder } from '../stage/orders.ts';
import { people } from '../stage/people.ts';
import { money, paidByRule, settled } from '../stage/refunds.ts';
import { linksIn, mailTo, press } from '../stage/returns.ts';
import type { Scene, Stage } from '../stage/scene.ts';
import { moneyChannel, sellerEmail } from './open-shop.scene.ts';

const [bySeller, byBuyer] = ['A-1008', 'A-1009'];

/** The seller cannot deliver after all: cancelled, refunded, and the buyer hears of both. Gives what to tell of it. */
const cancelAsSeller = async (stage: Stage, placedAt: string): Promise<readonly string[]> => {
  const { expect } = stage;
  const person = people.ajaccio;
  const order = { channel: moneyChannel, number: bySeller, placedAt, person };
  const { orderId } = await place(stage, order);
  const cancel = { source: 'seller', reason: 'Le four est en panne' };
  const { state, refundId = '' } = cancellationResult.parse(
    await command(stage, orderId, 'cancellations', cancel),
  );
  expect.equal('cancelled by the seller', state, 'cancelled');
  const paid = await settled(stage, refundId);
  expect.equal('all the money goes back', [paid.state, paid.amountMinor], ['succeeded', 3_070]);
  const told = await mailTo(stage, person.buyer.email, bySeller, ({ subject }) =>
    subject.includes('annulée'),
  );
  await mailTo(stage, person.buyer.email, bySeller, ({ subject }) => subject.includes('remboursement'));
  return [`By the seller: ${state}, ${money(paid.amountMinor)} back. “${told.subject}”`];
};

/** A message cancels nothing: its answer has a link to ask officially, and the seller's mail has one to accept. */
const cancelAsBuyer = async (stage: Stage, placedAt: string): Promise<readonly string[]> => {
  const { expect, link } = stage;
  const person = people.paris;
  const { email } = person.buyer;
  const order = { channel: moneyChannel, number: byBuyer, placedAt, person };
  const { orderId } = await place(stage, order);
  const { messageId } = await sendMessage(stage, {
    orderId,
    direction: 'inbound',
    sentAt: stage.now.toISOString(),
    body: 'Bonjour, je voudrais annuler ma commande.',
    intent: 'cancellation',
  });
  const answer = await mailTo(stage, email, byBuyer, '/r/');
  expect.equal('the message cancels nothing', (await readOrder(stage, orderId)).state, 'unshipped');
  const [ask = ''] = linksIn(answer.text);
  const asked = await press(stage, ask, { act: 'whole', reason: 'Commandée deux fois' });
  expect.equal('asked officially', asked.status, 200);

  const request = await mailTo(stage, sellerEmail, byBuyer, 'Commandée deux fois');
  const [decide = ''] = linksIn(request.text);
  expect.equal('a form without an answer', (await press(stage, decide, {})).status, 422);
  expect.equal('nothing is cancelled yet', (await readOrder(stage, orderId)).state, 'unshipped');
  expect.equal('one press', (await press(stage, decide, { act: 'accept' })).status, 200);
  const { state, cancellation } = await readOrder(stage, orderId);
  expect.equal(
    'cancelled, as the buyer asked',
    [state, cancellation?.source],
    ['cancelled', 'buyer_request'],
  );
  await paidByRule(stage, orderId, ['cancellation', 3_070]);
  await mailTo(stage, email, byBuyer, ({ subject }) => subject.includes('annulée'));
  await mailTo(stage, email, byBuyer, ({ subject }) => subject.includes('remboursement'));
  // Its request is done with: nobody owes that message an answer.
  await stage.api.work(`/v1/messages/${messageId}/no-response-needed`, {});
  link('The link by which the seller accepted, used by now', decide);
  return [
    `A message that asks to cancel is answered by itself: “${answer.subject}”`,
    `Its link makes an official request, the seller accepts from “${request.subject}”.`,
  ];
};

/** Before it leaves an order can be cancelled; whose wish it was decides whether it counts (002). */
export const cancellations: Scene = {
  title: 'Cancelled by the seller, and as a buyer asked',
  play: async (stage) => {
    const { api, expect, tell, now } = stage;
    const placedAt = hoursBefore(now, 0.1);
    const cancelled = await Promise.all([cancelAsSeller(stage, placedAt), cancelAsBuyer(stage, placedAt)]);
    for (const line of cancelled.flat()) tell(line);
    const orders = (await listOrders(stage, moneyChannel)).length;
    const path = `/v1/metrics/cancellation-rate?channel=${encodeURIComponent(moneyChannel)}`;
    const { windows } = cancellationRates.parse((await api.get(path)).body);
    // All of them were placed yesterday or today; the official request counts against nobody.
    const rate = { orders, cancelled: 1, percent: Math.round(100 / orders) };
    expect.equal(
      'the rate over 7, 30 and 90 days',
      windows,
      [7, 30, 90].map((days) => ({ days, ...rate })),
    );
    tell(`Of ${orders} orders of ${moneyChannel} 1 counts as cancelled (${rate.percent} %): the seller's.`);
  },
};
