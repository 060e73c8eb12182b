import { people } from '../stage/people.ts';
import { linksIn, mailTo, placeArrived, press, readReturn, requestReturn } from '../stage/returns.ts';
import type { Scene } from '../stage/scene.ts';
import { sellerEmail } from './open-shop.scene.ts';

const [closed, cancelled] = ['S-9003', 'S-9004'];

/** One is closed by the seller, one cancelled by its buyer; each side is told. */
export const returnsThatEnd: Scene = {
  title: 'A return that is closed, and one that its buyer cancels',
  play: async (stage) => {
    const { api, expect, tell } = stage;
    const paris = await placeArrived(stage, { channel: 'shop', number: closed, person: people.paris });
    const first = await requestReturn(stage, paris, {});
    const twice = await requestReturn(stage, paris, {});
    expect.equal(
      'a second request for the same mug is taken, with a warning',
      twice.warnings.map(({ code }) => code),
      ['duplicate_request'],
    );
    await api.work(`/v1/returns/${twice.returnId}/close`, { reason: 'duplicate_request' });
    const message = 'Gardez la tasse, nous vous la remboursons.';
    const job = await api.work(`/v1/returns/${first.returnId}/close`, {
      reason: 'refund_without_return',
      message,
    });
    expect.equal('closed', job.status, 'done');
    await mailTo(stage, people.paris.buyer.email, closed, message);
    const late = await api.work(`/v1/returns/${first.returnId}/authorize`, {});
    expect.equal('it is final', late.error?.code, 'return_closed');
    tell(`Closed as refund_without_return; the buyer reads “${message}”`);

    const { madrid } = people;
    const spain = await placeArrived(stage, { channel: 'shop', number: cancelled, person: madrid });
    const { returnId } = await requestReturn(stage, spain, {});
    const mail = await mailTo(stage, madrid.buyer.email, cancelled, '/r/');
    await press(stage, linksIn(mail.text)[0] ?? '', { choice: 'yes' });
    const { closing } = await readReturn(stage, returnId);
    expect.equal('cancelled by its buyer', closing, { by: 'buyer', reason: 'cancelled_by_buyer' });
    await mailTo(stage, sellerEmail, cancelled);
    tell('Cancelled from the link in the buyer’s mail; the seller was told.');
  },
};
