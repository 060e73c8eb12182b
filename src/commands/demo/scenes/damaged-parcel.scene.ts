import { onClaim, readClaim } from '../stage/claims.ts';
import { deliveryHoursAgo, placeDelivered } from '../stage/deliveries.ts';
import { readPdf } from '../stage/documents.ts';
import { mug } from '../stage/orders.ts';
import { people } from '../stage/people.ts';
import { money } from '../stage/refunds.ts';
import type { Scene, Stage } from '../stage/scene.ts';
import { problemView } from '../stage/views.ts';
import { moneyChannel } from './open-shop.scene.ts';

const number = 'A-1007';

/** A box with a hole in it, as a PNG of 120 × 90 pixels. */
const photo = Buffer.from(
  [
    'iVBORw0KGgoAAAANSUhEUgAAAHgAAABaBAMAAACBLo/cAAAAElBMVEXAik7ZqGacj33Y1MyWaDo6KhwQllsoAAAB',
    'KElEQVRYw+3STQ6CMBAF4HHhAYh4gd6AeAMzBxhN5v5XkR+BFtpOp02EmL4NGz7fawUeBYGKK674/3HX5OOuaZpb',
    'Jh5snyz8tRKHuI1vB8FGy0G0EQ4JNrgdUmyoHNKsn0Oq9W2HsL2/pHKI9LK03cEgYne7iwEu0d2b8i3uI2CM4rXe',
    's7tFCc/1e4yYgsf67e4WU3Effu1pKr6yffmIKsy0Xn6LOtwXL6dHTMHWz0zFY1CLl+IsTAUY+DB8paOwtfsX2PnE',
    'qABDSTPQUbPXrzsLUz7mMszHYcrCNNzXUq3Dw79UgKkE83Dk+dA6zHPOio0V+8hz9th6/7yY1JjD+GlysXGjwGYX',
    'L7aOPN2YM1aFTTASNrF48eTeRsoWj0+h0I+1qbjiE+MPioFXS7rdp+IAAAAASUVORK5CYII=',
  ].join(''),
  'base64',
);

const sendPhoto = ({ api }: Stage, claimId: string, body: Buffer) =>
  api.call(`/v1/claims/${claimId}/photos`, {
    method: 'POST',
    headers: { 'content-type': 'image/png' },
    body: new Uint8Array(body),
  });

/** Of two mugs at 25.80 with 4.30 of tax inside one arrived in pieces: 10.75 to claim, with a photograph (001). */
export const damagedParcel: Scene = {
  title: 'A damaged parcel: claimed with a photograph',
  play: async (stage) => {
    const { api, expect, tell } = stage;
    const more = { lines: [{ ...mug, taxMinor: 430 }] };
    const order = { channel: moneyChannel, number, person: people.lyon, more };
    const orderId = await placeDelivered(stage, order, [
      ['damaged', 8],
      ['delivered', deliveryHoursAgo.delivered],
    ]);
    const opened = await onClaim(stage, '/v1/claims', {
      orderId,
      kind: 'damaged',
      lines: [{ lineId: mug.lineId, quantity: 1 }],
    });
    const { claimId, amountMinor } = opened;
    expect.equal('a mug without its tax', [opened.state, amountMinor], ['opened', 1_075]);

    const path = `/v1/claims/${claimId}`;
    const early = await api.work(`${path}/submit`, {});
    expect.equal('without a photograph', early.error?.code, 'photos_missing');
    const fake = await sendPhoto(stage, claimId, Buffer.from('A text that is called box.png'));
    const problem = problemView.parse(await fake.json());
    expect.equal('a text with the name of one', [fake.status, problem.code], [422, 'photo_wrong_type']);
    expect.equal('a photograph', (await sendPhoto(stage, claimId, photo)).status, 201);
    tell(`Without a photograph: ${early.error?.code}. A text that is called box.png: ${problem.code}.`);

    const evidence = await readPdf(stage, 'the evidence', `${path}/evidence.pdf`);
    await onClaim(stage, `${path}/submit`);
    await onClaim(stage, `${path}/decision`, { outcome: 'approved', amountMinor: 900 });
    const claim = await readClaim(stage, claimId);
    expect.equal(
      'where it stands',
      [claim.state, claim.photos.length, claim.approvedMinor, claim.reimbursedMinor],
      ['approved', 1, 900, null],
    );
    tell(
      `Submitted with ${Math.round(evidence.length / 1_000)} kB of evidence as PDF: ${money(900)} of ${money(amountMinor)} granted, not paid yet.`,
    );
  },
};
