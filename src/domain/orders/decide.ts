import { refuse } from '../outcome.ts';
import { decideCancelUnits, decideWithdrawUnits } from './cancel-units.ts';
import type { OrderCommand } from './commands.ts';
import type { Decision, DecisionContext } from './context.ts';
import { evolve } from './evolve.ts';
import { decideMarkUnfulfillable } from './mark-unfulfillable.ts';
import { decideMeetDeadline } from './meet-deadline.ts';
import type { Order } from './order.ts';
import { decidePlace } from './place.ts';
import { decideRecordPayment } from './record-payment.ts';
import { decideRecordScans } from './record-scans.ts';
import { decideRecordShipment } from './record-shipment.ts';
import { unreachable } from './unreachable.ts';

/**
 * What a command does to an order: events, none when it tells nothing new, or the rule's refusal. Pure, and
 * it never changes its input. `null` is an order that does not exist yet. docs/orders.md has the diagram.
 */
export function decide(state: Order | null, command: OrderCommand, context: DecisionContext): Decision {
  if (command.type === 'place') {
    return state === null
      ? decidePlace(command, context)
      : refuse('order_exists', `The order ${state.id} is placed already.`);
  }
  if (state === null) return refuse('unknown_order', 'There is no such order.');
  switch (command.type) {
    case 'record_payment':
      return decideRecordPayment(state, command, context);
    case 'record_shipment':
      return decideRecordShipment(state, command, context);
    case 'record_scans':
      return decideRecordScans(state, command);
    case 'mark_unfulfillable':
      return decideMarkUnfulfillable(state, command, context);
    case 'cancel_units':
      return decideCancelUnits(state, command);
    case 'withdraw_units':
      return decideWithdrawUnits(state, command);
    case 'meet_deadline':
      return decideMeetDeadline(state, command, context);
    default:
      return unreachable(command);
  }
}

/** What a run of commands made of one order. */
export interface Fold {
  readonly state: Order | null;
  /** One per command, in order; a refused one left the state as it was. */
  readonly decisions: readonly Decision[];
}

/** Commands of one order, in the order in which they are due, over the same state: a bundle's share. */
export function foldCommands(
  state: Order | null,
  commands: readonly OrderCommand[],
  context: DecisionContext,
): Fold {
  let current = state;
  const decisions: Decision[] = [];
  for (const command of commands) {
    const decision = decide(current, command, context);
    if (decision.ok) current = decision.value.reduce<Order | null>(evolve, current);
    decisions.push(decision);
  }
  return { state: current, decisions };
}
