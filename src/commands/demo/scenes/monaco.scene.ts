import { hoursBefore, span } from '../stage/days.ts';
import { place } from '../stage/orders.ts';
import { people } from '../stage/people.ts';
import type { Scene } from '../stage/scene.ts';

/** Written as France, and not part of a member state; yet inside the customs and VAT territory. */
export const monaco: Scene = {
  title: 'To Monaco: “FR 98000” is no French address',
  play: async (stage) => {
    const placedAt = hoursBefore(stage.now, 0.1);
    const order = { channel: 'shop', number: 'S-4', placedAt, person: people.monaco };
    const { state, promise } = await place(stage, order);
    stage.expect.equal('it is taken', state, 'unshipped');
    stage.expect.equal('by its own lane', promise?.lane, 'main → MC (standard)');
    stage.expect.equal('at no domestic fee', promise?.feeMinor ?? null, null);
    const window = promise === null ? '–' : span(promise.earliest, promise.latest);
    stage.tell(`Taken, by the lane ${promise?.lane}, with Monaco's own holidays: arrives ${window}.`);
  },
};
