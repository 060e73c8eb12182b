import { readMails } from '../stage/alerts.ts';
import { hoursBefore } from '../stage/days.ts';
import { mug, place, readOrder } from '../stage/orders.ts';
import { type Person, people } from '../stage/people.ts';
import { money, refund, settled } from '../stage/refunds.ts';
import { mailTo } from '../stage/returns.ts';
import type { Scene, Stage } from '../stage/scene.ts';
import { moneyChannel, sellerEmail } from './open-shop.scene.ts';

const [unanswered, declined] = ['A-1004', 'A-1005'];

/** Two mugs for 298.00 SEK; their delivery is free. */
const kronor = { currency: 'SEK', lines: [{ ...mug, unitPriceMinor: 14_900 }], shippingMinor: 0 };

/** Refunds a mug of an order that is paid by this reference, which asks the sandbox for a fault; waits for its end. */
const refundOne = async (
  stage: Stage,
  { number, person, more }: { number: string; person: Person; more: Readonly<Record<string, unknown>> },
) => {
  const order = { channel: moneyChannel, number, placedAt: hoursBefore(stage.now, 0.1), person, more };
  const { orderId } = await place(stage, order);
  const asked = { orderId, lines: [{ lineId: mug.lineId, quantity: 1 }], reason: 'goodwill' };
  const { refundId } = await refund(stage, asked);
  return { orderId, ended: await settled(stage, refundId) };
};

/** A time-out is no "no": the provider is asked, and nobody pays twice. A "no" is one, and the money is free again. */
export const unknownOutcome: Scene = {
  title: 'A payment provider that does not answer, or says no',
  play: async (stage) => {
    const { expect, tell } = stage;
    const payment = (reference: string) => ({ payment: { status: 'verified', reference } });
    const elsa = people.stockholm;
    const [{ ended }, { orderId, ended: no }] = await Promise.all([
      refundOne(stage, {
        number: unanswered,
        person: elsa,
        more: { ...kronor, ...payment('book_timeout_demo') },
      }),
      refundOne(stage, { number: declined, person: people.brussels, more: payment('decline_demo') }),
    ]);
    const states = ended.history.map(({ type }) => type);
    expect.equal('called once, then looked up', states, ['requested', 'called', 'unknown', 'succeeded']);
    expect.equal('what it came to', [ended.amountMinor, ended.currency], [14_900, 'SEK']);
    const mail = await mailTo(stage, elsa.buyer.email, unanswered);
    tell(`Booked and not answered: ${states.join(' → ')}. “${mail.subject}”`);

    expect.equal('declined, with its code', [no.state, no.declineCode], ['declined', 'sandbox_declined']);
    const alert = await mailTo(stage, sellerEmail, declined);
    expect.holds('the seller reads why', alert.text.includes('sandbox_declined'), alert.text);
    const { refundable } = await readOrder(stage, orderId);
    expect.equal('its amount is free again', refundable, { capturedMinor: 3_070, refundedMinor: 0 });
    const told = (await readMails(stage)).filter(({ to }) => to === people.brussels.buyer.email);
    expect.equal(
      'its buyer is told of no money',
      told.filter(({ text }) => text.includes(declined)),
      [],
    );
    tell(`Declined: ${money(no.amountMinor)} can be refunded otherwise. “${alert.subject}”`);
  },
};
