import type { Intake } from '../../../queues/intake/submission.ts';
import { orderDraft } from '../../../queues/schemas/order.schema.ts';
import { hashContent } from '../accept/idempotency-key.ts';
import { fieldErrors } from '../http/field-errors.ts';
import { invalidRequest } from '../http/problem.ts';
import { checkOrder } from '../orders/check-order.ts';
import { placeOrder } from '../orders/place-order.ts';
import type { Accept } from './accept-entry.ts';

export interface OrderAcceptor {
  readonly intake: Intake;
  readonly sellerId: string;
}

/** Places the order of an entry. */
export const acceptOrders =
  ({ intake, sellerId }: OrderAcceptor): Accept =>
  async (value) => {
    const parsed = orderDraft.safeParse(value);
    if (!parsed.success) throw invalidRequest(fieldErrors(parsed.error, value));
    const errors = checkOrder(parsed.data);
    if (errors.length > 0) throw invalidRequest(errors);
    const hash = hashContent(parsed.data);
    return intake.submit(placeOrder(sellerId, parsed.data, { hash, priority: 'bulk' }));
  };
