import type { z } from 'zod';
import type { orderDraft } from '../../../queues/schemas/order.schema.ts';
import type { FieldError } from '../http/problem.ts';
import { checkAddress } from './check-address.ts';

export type OrderDraftBody = z.output<typeof orderDraft>;

const currencies: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'));

function* checkLines({ lines }: OrderDraftBody): Generator<FieldError> {
  const seen = new Set<string>();
  for (const [n, line] of lines.entries()) {
    if (seen.has(line.lineId)) {
      const message = 'Another line of the order has this lineId';
      yield { path: `lines[${n}].lineId`, code: 'line_duplicate', message };
    }
    seen.add(line.lineId);
    const price = line.quantity * line.unitPriceMinor;
    if (!Number.isSafeInteger(price)) {
      const message = 'Times the quantity it is too large to be exact';
      yield { path: `lines[${n}].unitPriceMinor`, code: 'amount_invalid', message };
    }
    if (line.discountMinor > price) {
      const message = 'Is more than the price of the line';
      yield { path: `lines[${n}].discountMinor`, code: 'discount_above_line', message };
    }
  }
}

function* checkWhole(draft: OrderDraftBody): Generator<FieldError> {
  if (!currencies.has(draft.currency)) {
    yield { path: 'currency', code: 'currency_unknown', message: 'Not a currency of ISO 4217' };
  }
  if (draft.shippingDiscountMinor > draft.shippingMinor) {
    const message = 'Is more than the shipping fee';
    yield { path: 'shippingDiscountMinor', code: 'discount_above_shipping', message };
  }
  if (draft.payment.status === 'verified') {
    const message = 'Is required once the payment is verified';
    if (draft.buyer === null) yield { path: 'buyer', code: 'required', message };
    if (draft.shipTo === null) yield { path: 'shipTo', code: 'required', message };
  }
  if (draft.shipTo !== null) yield* checkAddress(draft.shipTo, 'shipTo');
  yield* checkLines(draft);
}

/** What a schema cannot say of an order but everybody can know at once; rules of the seller's policy are not here. */
export const checkOrder = (draft: OrderDraftBody): FieldError[] => [...checkWhole(draft)];
