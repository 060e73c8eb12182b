import type { Address } from '../orders/order.ts';
import { accept, type Outcome, type Refusal, refuse } from '../outcome.ts';
import type {
  AuthorizeReturn,
  DocumentChoice,
  ReplaceDocuments,
  ReturnContext,
  ReturnDecision,
} from './commands.ts';
import type { ReturnPolicy, SavedAddress } from './policy.ts';
import type { Authorization, RequestedReturn, Return, ReturnLine } from './return.ts';
import { unitsToAuthorize } from './units.ts';

const anything: DocumentChoice = { returnAddress: null, returnAddressId: null, label: null };

/** The seller says yes: the request gets its number, its address and its label. */
export const decideAuthorize = (
  state: Return,
  command: AuthorizeReturn,
  context: ReturnContext,
): ReturnDecision => {
  if (state.state === 'closed') return refuse('return_closed', 'The return is closed.');
  if (state.state !== 'requested') return refuse('already_authorized', 'The return is authorised already.');
  if (state.withdrawal !== null && state.withdrawal.confirmedAt === null) {
    return refuse(
      'withdrawal_unconfirmed',
      'The buyer has yet to confirm the withdrawal; it then authorises itself.',
    );
  }
  if (command.rma !== null && context.isRmaTaken(command.rma)) {
    return refuse('rma_taken', `Another return has the number ${command.rma}.`);
  }
  const address = addressOf(command, context.policy);
  if (!address.ok) return address;
  return authorize(state, context, {
    by: 'seller',
    rma: command.rma ?? context.freshRma,
    returnAddress: address.value,
    label: command.label ?? { kind: 'generated' },
  });
};

/** With the channel's defaults: by policy, or because the seller made the return. */
export const authorizeFreely = (
  state: RequestedReturn,
  context: ReturnContext,
  by: 'seller' | 'system',
): ReturnDecision => {
  const address = addressOf(anything, context.policy);
  if (!address.ok) return address;
  return authorize(state, context, {
    by,
    rma: context.freshRma,
    returnAddress: address.value,
    label: { kind: 'generated' },
  });
};

/** The law authorises a withdrawal, even where there is no address to print yet. */
export const authorizeWithdrawal = (lines: readonly ReturnLine[], context: ReturnContext): ReturnDecision => {
  const address = addressOf(anything, context.policy);
  return authorize({ lines }, context, {
    by: 'system',
    rma: context.freshRma,
    returnAddress: address.ok ? address.value : null,
    label: { kind: 'generated' },
  });
};

const authorize = (
  { lines }: Pick<Return, 'lines'>,
  { now, order, others }: ReturnContext,
  choice: Pick<Authorization, 'by' | 'rma' | 'returnAddress' | 'label'>,
): ReturnDecision => {
  const refusal = refuseUnits(lines, unitsToAuthorize(order, others));
  if (refusal !== null) return { ok: false, refusal };
  const authorization: Authorization = { ...choice, at: now, issuedAt: now, documentVersion: 1 };
  return accept([{ type: 'authorized', authorization, actor: choice.by, at: now }]);
};

const refuseUnits = (lines: readonly ReturnLine[], left: ReadonlyMap<string, number>): Refusal | null => {
  const short = lines.find(({ lineId, quantity }) => quantity > (left.get(lineId) ?? 0));
  if (short === undefined) return null;
  const units = Math.max(0, left.get(short.lineId) ?? 0);
  return {
    code: 'quantity_above_left',
    detail: `${short.quantity} of line ${short.lineId} are asked for, and ${units} are left to be authorised.`,
  };
};

/** Another address or label for a return under way: the next version of its documents. */
export const decideReplaceDocuments = (
  state: Return,
  command: ReplaceDocuments,
  { now, policy }: ReturnContext,
): ReturnDecision => {
  if (state.state === 'closed') return refuse('return_closed', 'The return is closed.');
  if (state.state === 'requested') return refuse('not_authorized', 'The return is not authorised yet.');
  if (state.state === 'completed') return refuse('return_completed', 'The return is completed.');
  const { authorization } = state;
  const nothingNew =
    command.returnAddress === null && command.returnAddressId === null && command.label === null;
  if (nothingNew && authorization.returnAddress !== null) return accept([]);
  const named = command.returnAddress !== null || command.returnAddressId !== null;
  const address = named || authorization.returnAddress === null ? addressOf(command, policy) : null;
  if (address?.ok === false) return address;
  return accept([
    {
      type: 'documents_replaced',
      returnAddress: address?.value ?? (authorization.returnAddress as Address),
      label: command.label ?? authorization.label,
      issuedAt: now,
      actor: 'seller',
      at: now,
    },
  ]);
};

/** The address that was named, or the channel's first one. */
const addressOf = (
  { returnAddress, returnAddressId }: DocumentChoice,
  { returnAddresses }: ReturnPolicy,
): Outcome<Address> => {
  if (returnAddress !== null) return accept(returnAddress);
  if (returnAddressId === null) {
    const [first] = returnAddresses;
    return first === undefined
      ? refuse('no_return_address', 'No return address is given, and the channel has none saved.')
      : accept(withoutId(first));
  }
  const saved = returnAddresses.find(({ id }) => id === returnAddressId);
  return saved === undefined
    ? refuse('unknown_return_address', `The channel has no saved address ${returnAddressId}.`)
    : accept(withoutId(saved));
};

const withoutId = ({ id: _, ...address }: SavedAddress): Address => address;
