import type { Stage } from './scene.ts';
import { orderPage } from './views.ts';

/** Every order of the installation, page by page. */
export const listOrders = async ({ api }: Stage) => {
  const orders: (typeof orderPage)['_output']['items'] = [];
  let cursor: string | null = null;
  do {
    const after: string = cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`;
    const page = orderPage.parse((await api.get(`/v1/orders?limit=200${after}`)).body);
    orders.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return orders;
};
