import Stripe from 'stripe';

/** Most that Stripe gives at once. */
const pageSize = 100;

export interface ListCall {
  readonly stripe: Stripe;
  readonly filter: Stripe.RefundListParams;
  /** Milliseconds that the next page may take. */
  readonly timeoutMs: () => number;
}

/**
 * All refunds in Stripe's books that the filter names, newest first.
 * @throws an error of Stripe's library, also where a page cannot be read: half a list would be taken for a whole one,
 *   and what is not on it for not booked.
 */
export async function* listRefunds({ stripe, filter, timeoutMs }: ListCall): AsyncGenerator<Stripe.Refund> {
  let after: string | undefined;
  for (;;) {
    const page = await stripe.refunds.list(
      { ...filter, limit: pageSize, ...(after === undefined ? {} : { starting_after: after }) },
      { timeout: timeoutMs() },
    );
    const last: Stripe.Refund | undefined = Array.isArray(page.data) ? page.data.at(-1) : undefined;
    if (!Array.isArray(page.data) || (page.has_more && last === undefined)) {
      throw new Stripe.errors.StripeAPIError({ message: 'A page of refunds that cannot be read' });
    }
    yield* page.data;
    if (!page.has_more) return;
    after = last?.id;
  }
}
