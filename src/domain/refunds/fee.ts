import type { Refusal } from '../outcome.ts';
import { faultOf } from '../returns/policy.ts';
import { type ReturnReason, returnReasons } from '../returns/reasons.ts';
import type { Return } from '../returns/return.ts';
import type { RefundPolicy } from './policy.ts';

export interface FeeCase {
  readonly lineIds: readonly string[];
  /** What the caller says; one of the reasons of returns says who is at fault. */
  readonly reason: string;
  /** The return that the refund is for; null: none was named. */
  readonly of: Return | null;
  /** All returns of the order. */
  readonly returns: readonly Return[];
}

const isReturnReason = (reason: string): reason is ReturnReason =>
  (returnReasons as readonly string[]).includes(reason);

const concerns = ({ lines }: Return, lineIds: readonly string[]): boolean =>
  lines.some(({ lineId }) => lineIds.includes(lineId));

/**
 * Why no restocking fee may be withheld of these lines; null: it may. Never on a withdrawal (Directive 2011/83/EU,
 * articles 13 and 14: the buyer bears no other cost than the way back), nor where the seller or the carrier is at
 * fault (002).
 */
export const refuseFee = (
  { lineIds, reason, of, returns }: FeeCase,
  policy: Pick<RefundPolicy, 'faultByReason'>,
): Refusal | null => {
  const stray = of === null ? undefined : lineIds.find((lineId) => !concerns(of, [lineId]));
  if (stray !== undefined) {
    return { code: 'line_not_of_return', detail: `Line ${stray} is none of the return that is named.` };
  }
  const open = returns.filter((one) => one.state !== 'closed' && concerns(one, lineIds));
  if (of?.withdrawal || open.some(({ withdrawal }) => withdrawal?.confirmedAt)) {
    return {
      code: 'fee_on_withdrawal',
      detail: 'No restocking fee is withheld on a withdrawal (Directive 2011/83/EU, articles 13 and 14).',
    };
  }
  const reasons = [
    ...(isReturnReason(reason) ? [reason] : []),
    ...(of === null ? open : [of])
      .flatMap(({ lines }) => lines)
      .flatMap((line) => (line.reason !== null && lineIds.includes(line.lineId) ? [line.reason] : [])),
  ];
  for (const one of reasons) {
    const fault = faultOf(policy, one);
    if (fault === 'buyer') continue;
    return {
      code: 'fee_not_buyers_fault',
      detail: `A restocking fee is withheld only where the buyer is at fault: for "${one}" it is the ${fault}.`,
    };
  }
  return null;
};
