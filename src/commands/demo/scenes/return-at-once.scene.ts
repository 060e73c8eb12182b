import { mug } from '../stage/orders.ts';
import { people } from '../stage/people.ts';
import { linksIn, mailTo, placeArrived, readReturn, receiveReturn, requestReturn } from '../stage/returns.ts';
import type { Scene } from '../stage/scene.ts';
import { generousChannel } from './open-shop.scene.ts';

const number = '402-9001';

/** Within the policy: nobody has to say yes, the buyer has the label at once and the seller no mail (003). */
export const returnAtOnce: Scene = {
  title: 'A return that authorises itself',
  play: async (stage) => {
    const { api, expect, tell, link } = stage;
    const person = people.lyon;
    const orderId = await placeArrived(stage, { channel: generousChannel, number, person });
    const { returnId, state, rma } = await requestReturn(stage, orderId, {});
    expect.equal('authorised at once', state, 'authorized');
    const mail = await mailTo(stage, person.buyer.email, number, rma ?? 'no RMA');
    const [attachment] = mail.attachments;
    expect.equal('the label is attached', attachment?.contentType, 'application/pdf');
    tell(
      `RMA ${rma}: slip and label with the buyer, ${Math.round((attachment?.size ?? 0) / 1_000)} kB of PDF.`,
    );
    tell(`“${mail.subject}”`);

    const documents = `/v1/returns/${returnId}/documents`;
    const forms = ['return.pdf', 'label.pdf?size=a6', 'label.pdf?size=4x6', 'label.zpl?dpi=203', 'label.png'];
    for (const form of forms) {
      const twice = await Promise.all([0, 1].map(async () => api.call(`${documents}/${form}`)));
      const [first, again] = await Promise.all(
        twice.map(async (answer) => Buffer.from(await answer.arrayBuffer())),
      );
      const same = first !== undefined && again !== undefined && first.length > 0 && first.equals(again);
      expect.holds(`${form}: a reprint is the same bytes`, same, twice[0]?.status);
    }
    tell(
      `Its documents: ${forms.map((form) => form.replace(/\?.*=/, ' ')).join(', ')}; each reprint the same bytes.`,
    );

    await receiveReturn(stage, returnId, { sku: mug.sku, condition: 'sellable' });
    const { history } = await readReturn(stage, returnId);
    expect.equal(
      'its history',
      history.map(({ type, actor }) => `${type} ${actor}`),
      // The last one: its buyer waits for the money from now on.
      ['requested buyer', 'authorized system', 'received seller', 'refund_due system'],
    );
    tell('The mug came back sellable: one unit to stock, and a clock runs until its buyer has the money.');
    const [print = ''] = linksIn(mail.text);
    link('Slip and label (PDF), as the buyer opens it', `${print}/label.pdf`);
  },
};
