import { orderKey } from '../../../queues/intake/natural-keys.ts';
import type { Submission } from '../../../queues/intake/submission.ts';
import { newId } from '../../platform/ids.ts';
import type { OrderDraftBody } from './check-order.ts';

/** The work of placing an order. `hash` is that of the draft. */
export const placeOrder = (
  sellerId: string,
  draft: OrderDraftBody,
  { hash, priority }: { readonly hash: string; readonly priority: 'interactive' | 'bulk' },
): Submission<'orders', 'place'> => ({
  sellerId,
  queue: 'orders',
  name: 'place',
  payload: { orderId: newId(), draft },
  refs: { channel: draft.channel, order: draft.channelOrderId },
  priority,
  naturalKey: { kind: 'order', key: orderKey(draft), hash },
});
