import { people } from '../stage/people.ts';
import { follow, linksIn, mailTo, placeArrived, press, readReturn, requestReturn } from '../stage/returns.ts';
import type { Scene } from '../stage/scene.ts';
import { sellerEmail } from './open-shop.scene.ts';

const number = 'S-9002';

/** The seller's mail has a link; what follows links without asking changes nothing, one press does, once. */
export const returnByLink: Scene = {
  title: 'A return, authorised from the seller’s e-mail',
  play: async (stage) => {
    const { expect, tell, link } = stage;
    const person = people.munich;
    const orderId = await placeArrived(stage, { channel: 'shop', number, person });
    const { returnId } = await requestReturn(stage, orderId, {
      lines: [{ lineId: '1', quantity: 1, reason: 'wrong_item', comment: 'Die Tasse ist grün.' }],
    });
    const mail = await mailTo(stage, sellerEmail, number, 'Die Tasse ist grün.');
    const [authorize = ''] = linksIn(mail.text);
    for (const method of ['GET', 'HEAD', 'GET', 'HEAD', 'GET', 'HEAD']) {
      const { status } = await follow(stage, authorize, { method });
      expect.equal(`${method} of the link`, status, 200);
    }
    const robot = await press(stage, authorize, {
      rma: 'generated',
      address: 'saved:atelier',
      label: 'generated',
    });
    expect.equal('a form sent without the choice', robot.status, 422);
    expect.equal('nothing has happened', (await readReturn(stage, returnId)).state, 'requested');
    tell('A mail scanner followed the link six times and sent its form: nothing happened.');

    const choice = { choice: 'yes', rma: 'generated', address: 'saved:atelier', label: 'generated' };
    await press(stage, authorize, choice);
    const { state, rma } = await readReturn(stage, returnId);
    expect.equal('one press', state, 'authorized');
    const again = await press(stage, authorize, { ...choice, rma: 'own', rmaOwn: 'OTHER' });
    expect.holds('a second press is told so', again.page.includes(rma ?? 'no RMA'), again.status);
    const label = await mailTo(stage, person.buyer.email, number, rma ?? 'no RMA');
    expect.equal('one mail to the buyer, in German, with the label', label.attachments.length, 1);
    tell(`One press: RMA ${rma}, and the buyer has “${label.subject}”.`);
    link('The link in the seller’s mail, used by now', authorize);
    const [print = ''] = linksIn(label.text);
    link('The buyer’s page with the label', print);
  },
};
