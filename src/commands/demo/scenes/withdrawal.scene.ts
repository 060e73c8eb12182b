import { readOrder } from '../stage/orders.ts';
import { people } from '../stage/people.ts';
import { linksIn, mailTo, placeArrived, press } from '../stage/returns.ts';
import type { Scene } from '../stage/scene.ts';
import { returnPage } from '../stage/views.ts';

const number = 'S-9005';

/** The European right of withdrawal: stated on a public page, confirmed from the mail, acknowledged by mail. */
export const withdrawal: Scene = {
  title: 'A withdrawal, in its two steps',
  play: async (stage) => {
    const { api, expect, tell, link } = stage;
    const person = people.milan;
    const orderId = await placeArrived(stage, { channel: 'shop', number, person });
    const state = async (email: string) => {
      const { status, page } = await press(stage, `${api.base}/withdraw`, { orderNumber: number, email });
      return `${status} ${page}`;
    };
    const wrong = await state('somebody.else@buyers.example');
    const right = await state(person.buyer.email);
    expect.holds('the page answers alike, whether or not they match', wrong === right, right.slice(0, 80));
    const mail = await mailTo(stage, person.buyer.email, number, '/r/');
    const [confirm = ''] = linksIn(mail.text);
    await press(stage, confirm, { choice: 'yes', 'quantity-0': '2' });
    const { items } = returnPage.parse((await api.get(`/v1/returns?orderId=${orderId}`)).body);
    expect.equal(
      'authorised at once',
      items.map((one) => one.state),
      ['authorized'],
    );
    const rma = items[0]?.rma ?? 'no RMA';
    const acknowledgement = await mailTo(
      stage,
      person.buyer.email,
      number,
      ({ text, attachments }) => text.includes(rma) && attachments.length === 0,
    );
    const label = await mailTo(
      stage,
      person.buyer.email,
      number,
      ({ attachments }) => attachments.length > 0,
    );
    expect.holds('the label follows', label.text.includes(rma), label.subject);
    expect.equal('the order itself', (await readOrder(stage, orderId)).state, 'delivered');
    tell(`Stated at /withdraw, confirmed by link: RMA ${rma}, and “${acknowledgement.subject}”.`);
    link('Where buyers withdraw', new URL('/withdraw', confirm).href);
  },
};
