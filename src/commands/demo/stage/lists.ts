import type { z } from 'zod';
import type { Stage } from './scene.ts';
import { orderPage } from './views.ts';

interface Page<Item> {
  readonly items: readonly Item[];
  readonly nextCursor: string | null;
}

/** Everything in a list, page by page. */
export const readAll = async <Item>(
  { api }: Stage,
  path: string,
  page: z.ZodType<Page<Item>>,
): Promise<Item[]> => {
  const items: Item[] = [];
  let cursor: string | null = null;
  do {
    const query = new URLSearchParams({ limit: '200', ...(cursor === null ? {} : { cursor }) });
    const { body } = await api.get(`${path}${path.includes('?') ? '&' : '?'}${query}`);
    const read: Page<Item> = page.parse(body);
    items.push(...read.items);
    cursor = read.nextCursor;
  } while (cursor !== null);
  return items;
};

/** Every order of the installation, or of a channel. */
export const listOrders = (stage: Stage, channel?: string) =>
  readAll(
    stage,
    channel === undefined ? '/v1/orders' : `/v1/orders?channel=${encodeURIComponent(channel)}`,
    orderPage,
  );
