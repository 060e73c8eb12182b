import { alertAbout, mailAbout } from '../stage/alerts.ts';
import { day, daysBefore } from '../stage/days.ts';
import { place } from '../stage/orders.ts';
import { people } from '../stage/people.ts';
import type { Scene } from '../stage/scene.ts';
import { sellerEmail } from './open-shop.scene.ts';

export const number = '7020';
export const placedDaysAgo = 25;

/** Placed 25 days ago and never shipped: its delivery date is over, so the deadline fires at once (001). */
export const forgotten: Scene = {
  title: 'A forgotten order: not shipped by its delivery date',
  play: async (stage) => {
    const channel = 'woocommerce:ma-boutique';
    const placedAt = daysBefore(stage.now, placedDaysAgo);
    const { promise } = await place(stage, { channel, number, placedAt, person: people.strasbourg });
    const promisedAt = performance.now();
    await alertAbout(stage, number, 'not_shipped_by_edd');
    const mail = await mailAbout(stage, number);
    const seconds = (performance.now() - promisedAt) / 1_000;
    stage.expect.equal('the mail goes to the seller', mail.to, sellerEmail);
    stage.tell(
      `Promised by ${promise === null ? '–' : day(promise.latest)}, still here: alert and mail ${seconds.toFixed(1)} s after it came in.`,
    );
    stage.tell(`“${mail.subject}”`);
  },
};
