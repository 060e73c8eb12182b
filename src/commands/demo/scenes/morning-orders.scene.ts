import { hoursBefore, span } from '../stage/days.ts';
import { datesOf, place, quote, readOrder } from '../stage/orders.ts';
import { people } from '../stage/people.ts';
import type { Scene } from '../stage/scene.ts';

const orders = [
  ['amazon.fr', '402-1001', people.paris, 'fr'],
  ['woocommerce:ma-boutique', '7001', people.strasbourg, 'fr'],
  ['woocommerce:ma-boutique', '7002', people.ajaccio, 'fr'],
  ['amazon.de', '305-2001', people.berlin, 'de'],
  ['shop', 'S-1', people.milan, 'it'],
  ['amazon.fr', '402-1002', people.madrid, 'es'],
  ['shop', 'S-2', people.brussels, 'fr'],
  ['shop', 'S-3', people.dublin, 'en'],
] as const;

/** Today's orders: whatever the calendar says today, an order gets what a buyer would have been quoted. */
export const morningOrders: Scene = {
  title: 'Morning orders: four channels, six countries',
  play: async (stage) => {
    const { expect, tell, link, now } = stage;
    const placedAt = hoursBefore(now, 0.1);
    const sentences = new Map<string, string>();
    for (const [channel, number, person, language] of orders) {
      const { country, postalCode, city } = person.shipTo;
      const { orderId, state, promise } = await place(stage, { channel, number, placedAt, person });
      expect.equal(`${number}: state`, state, 'unshipped');
      if (promise === null) throw new Error(`${number} has no promise`);
      const { shipBy, earliest, latest } = promise;
      const quoted = await quote(stage, { placedAt, country, postalCode, language });
      expect.equal(`${number}: the same promise as quoted, whatever the channel`, promise, quoted);
      const ordered = placedAt.slice(0, 10) <= shipBy && shipBy < earliest && earliest <= latest;
      expect.holds(`${number}: placed, ships, arrives in this order`, ordered, datesOf(promise));
      const leaves = promise.explanation.find(({ code }) => code === 'ship_by');
      expect.equal(`${number}: the day of shipping is explained`, leaves?.date, shipBy);
      sentences.set(language, leaves?.detail ?? '');
      const order = await readOrder(stage, orderId);
      expect.equal(`${number}: the buyer's language`, order.language, language);
      const fee = promise.feeMinor ? `${(promise.feeMinor / 100).toFixed(2)} €` : '';
      const where = `${country} ${city}`.padEnd(15);
      tell(
        `${where}${channel.padEnd(25)}ships ${span(shipBy, shipBy).padEnd(11)}arrives ${span(earliest, latest).padEnd(20)}${fee}`,
      );
      if (city === 'Milano') link('Tracking page in Italian', order.trackingUrl);
    }
    tell('Explained to each buyer in their own language:');
    for (const [language, sentence] of sentences) tell(`  ${language}  ${sentence}`);
  },
};
