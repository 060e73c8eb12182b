import { hoursBefore } from '../stage/days.ts';
import { tryPlace } from '../stage/orders.ts';
import { people } from '../stage/people.ts';
import type { Scene } from '../stage/scene.ts';
import { orderPage } from '../stage/views.ts';

const number = '402-1020';

/** Inside the customs territory, outside the VAT territory: the default export policy says no. */
export const canaries: Scene = {
  title: 'To the Canaries: refused, with the reason',
  play: async (stage) => {
    const { api, expect, tell, now } = stage;
    const placedAt = hoursBefore(now, 0.1);
    const job = await tryPlace(stage, { channel: 'amazon.fr', number, placedAt, person: people.canaries });
    expect.equal('the job is rejected, not failed', job.status, 'rejected');
    expect.equal('the rule', job.error?.code, 'destination_outside_export_policy');
    const { items } = orderPage.parse((await api.get(`/v1/orders?channelOrderId=${number}`)).body);
    expect.equal('there is no such order', items, []);
    tell(`${job.status}: ${job.error?.detail}`);
  },
};
