import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type TrackingEvent, trackingCodes } from '../../../src/domain/orders/order.ts';
import { foldTracking } from '../../../src/domain/orders/tracking.ts';
import { scan } from './samples.ts';

const at = (hour: number): string => new Date(Date.UTC(2026, 2, 10, hour)).toISOString();

/** Few hours and ids, so that ties and duplicates are common. */
const anyScan: fc.Arbitrary<TrackingEvent> = fc.record({
  code: fc.constantFrom(...trackingCodes),
  occurredAt: fc.integer({ min: 0, max: 5 }).map(at),
  eventId: fc.option(fc.constantFrom('e1', 'e2', 'e3')),
});

describe('folding scans', () => {
  test('no scan, no status', () => {
    expect(foldTracking([])).toEqual({ status: null, statusAt: null, deliveredAt: null });
  });

  test('the status follows event time, not arrival', () => {
    const events = [scan('delivered', at(9)), scan('in_transit', at(3)), scan('accepted', at(1))];
    expect(foldTracking(events)).toEqual({ status: 'delivered', statusAt: at(9), deliveredAt: at(9) });
  });

  test('the last scan alone is enough, as some carriers send no other', () => {
    expect(foldTracking([scan('delivered', at(9))]).status).toBe('delivered');
  });

  test('ties go by event id', () => {
    const events = [scan('delivered', at(9), 'e1'), scan('exception', at(9), 'e2')];
    expect(foldTracking(events).status).toBe('exception');
  });

  test('ties without ids go to what is later in the life of a parcel', () => {
    const events = [scan('delivered', at(9)), scan('out_for_delivery', at(9))];
    expect(foldTracking(events).status).toBe('delivered');
  });

  test('a second delivery scan does not move the moment of delivery', () => {
    const fold = foldTracking([scan('delivered', at(9)), scan('delivered', at(17))]);
    expect(fold).toEqual({ status: 'delivered', statusAt: at(17), deliveredAt: at(9) });
  });

  test.each(['exception', 'damaged'] as const)('a later %s leaves a parcel with the buyer', (code) => {
    const fold = foldTracking([scan('delivered', at(9)), scan(code, at(10))]);
    expect(fold).toEqual({ status: code, statusAt: at(10), deliveredAt: at(9) });
  });

  test.each(['in_transit', 'lost', 'returning', 'returned_to_sender'] as const)(
    'a later %s says that the buyer does not have it',
    (code) => {
      const fold = foldTracking([scan('delivered', at(9)), scan(code, at(10))]);
      expect(fold).toEqual({ status: code, statusAt: at(10), deliveredAt: null });
    },
  );

  test('a later way back ends the delivery, and a new delivery is another one', () => {
    const back = [scan('delivered', at(9)), scan('returning', at(10))];
    expect(foldTracking(back)).toEqual({ status: 'returning', statusAt: at(10), deliveredAt: null });
    expect(foldTracking([...back, scan('delivered', at(12))]).deliveredAt).toBe(at(12));
  });

  test('any order and any duplicates of the same scans give the same answer', () => {
    fc.assert(
      fc.property(
        fc.array(anyScan, { maxLength: 8 }).chain((events) =>
          fc.record({
            events: fc.constant(events),
            shuffled: fc.shuffledSubarray([...events, ...events], {
              minLength: events.length * 2,
              maxLength: events.length * 2,
            }),
          }),
        ),
        ({ events, shuffled }) => {
          expect(foldTracking(shuffled)).toEqual(foldTracking(events));
        },
      ),
    );
  });

  test('an older scan never undoes delivered', () => {
    fc.assert(
      fc.property(fc.array(anyScan, { maxLength: 8 }), (older) => {
        const fold = foldTracking([scan('delivered', at(6)), ...older]);
        expect(fold.status).toBe('delivered');
        expect(fold.deliveredAt).not.toBeNull();
      }),
    );
  });
});
