import { addDays } from '../../../src/domain/calendar/instant.ts';
import type { Order, OrderLine } from '../../../src/domain/orders/order.ts';
import type { RequestReturn, ReturnCommand, ReturnContext } from '../../../src/domain/returns/commands.ts';
import { decide } from '../../../src/domain/returns/decide.ts';
import { evolve } from '../../../src/domain/returns/evolve.ts';
import { defaultReturnPolicy, type ReturnPolicy } from '../../../src/domain/returns/policy.ts';
import type { Return, ReturnLine } from '../../../src/domain/returns/return.ts';
import { delivered, draft, orderAfter, place, scans, ship } from '../orders/samples.ts';

export const returnAddress = {
  id: 'default',
  name: 'Retours Navette',
  line1: '12 quai du Port',
  postalCode: '59000',
  city: 'Lille',
  country: 'FR',
};

/** Two of line a and one of line b, all of them delivered on a Thursday. */
export const deliveredOrder = (lines: readonly OrderLine[] = draft().lines, changes = {}): Order =>
  orderAfter([place({ lines, ...changes }), ship(), scans('parcel-1', delivered)]);

export const requestedAt = '2026-03-16T10:00:00.000Z';

export const policy = (changes: Partial<ReturnPolicy> = {}): ReturnPolicy => ({
  ...defaultReturnPolicy('fr'),
  returnAddresses: [returnAddress],
  ...changes,
});

export const context = (changes: Partial<ReturnContext> = {}): ReturnContext => ({
  now: requestedAt,
  order: deliveredOrder(),
  others: [],
  policy: policy(),
  refundDueAt: (at) => addDays(at, 2),
  freshRma: 'FRESH2RMA3',
  isRmaTaken: () => false,
  ...changes,
});

export const returnLine = (lineId: string, quantity = 1, changes: Partial<ReturnLine> = {}): ReturnLine => ({
  lineId,
  quantity,
  reason: 'no_longer_wanted',
  comment: null,
  ...changes,
});

export const request = (changes: Partial<RequestReturn> = {}): RequestReturn => ({
  type: 'request',
  returnId: 'return-1',
  requestedBy: 'buyer',
  requestedAt: null,
  withdrawal: null,
  contact: null,
  lines: [returnLine('a')],
  ...changes,
});

export const authorize = (changes: Partial<Extract<ReturnCommand, { type: 'authorize' }>> = {}) =>
  ({
    type: 'authorize',
    rma: null,
    returnAddress: null,
    returnAddressId: null,
    label: null,
    ...changes,
  }) as const;

export const close = (
  reason: Extract<ReturnCommand, { type: 'close' }>['reason'] = 'problem_solved',
  message: string | null = null,
) => ({ type: 'close', reason, message }) as const;

export const receive = (
  ...lines: Partial<Extract<ReturnCommand, { type: 'receive' }>['lines'][number]>[]
): ReturnCommand => ({
  type: 'receive',
  receivedAt: requestedAt,
  lines: lines.map((one, n) => ({
    lineId: null,
    sku: null,
    quantity: 1,
    condition: 'sellable',
    mismatchId: `mismatch-${n + 1}`,
    ...one,
  })),
});

/** The types of the events that a command gives, or `refused: <code>`. */
export const outcome = (state: Return | null, command: ReturnCommand, at = context()): string[] => {
  const decision = decide(state, command, at);
  return decision.ok ? decision.value.map(({ type }) => type) : [`refused: ${decision.refusal.code}`];
};

/** The return after commands of which none may be refused. */
export const returnAfter = (commands: readonly ReturnCommand[], at = context()): Return => {
  const state = commands.reduce<Return | null>((before, command) => {
    const decision = decide(before, command, at);
    if (!decision.ok) throw new Error(decision.refusal.code);
    return decision.value.reduce<Return | null>(evolve, before);
  }, null);
  if (state === null) throw new Error('no return');
  return state;
};
