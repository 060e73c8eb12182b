import { hoursBefore } from '../stage/days.ts';
import { mug, orderBody } from '../stage/orders.ts';
import { people } from '../stage/people.ts';
import type { Scene } from '../stage/scene.ts';
import { problemView } from '../stage/views.ts';

/** What is wrong is said at once, all of it, with the path of each field. */
export const badInput: Scene = {
  title: 'Bad input: every wrong field by its path',
  play: async ({ api, expect, tell, now }) => {
    const body = orderBody({
      channel: 'shop',
      number: 'S-BAD',
      placedAt: hoursBefore(now, 0.1),
      person: { ...people.paris, shipTo: { ...people.paris.shipTo, postalCode: '7501' } },
    });
    const typo = await api.post('/v1/orders', {
      ...body,
      lines: [{ ...mug, quantity: -2 }],
      placedAt: 'yesterday',
    });
    const schema = problemView.parse(typo.body);
    expect.equal('a schema error', [typo.status, schema.code], [422, 'invalid_request']);
    const paths = (schema.errors ?? []).map(({ path }) => path).sort();
    expect.equal('its paths', paths, ['lines[0].quantity', 'placedAt']);

    const place = await api.post('/v1/orders', body);
    const address = problemView.parse(place.body);
    expect.equal('an impossible postal code', place.status, 422);
    expect.equal(
      'its path',
      address.errors?.map(({ path }) => path),
      ['shipTo.postalCode'],
    );
    for (const { path, message } of [...(schema.errors ?? []), ...(address.errors ?? [])]) {
      tell(`${path.padEnd(20)} ${message}`);
    }
  },
};
