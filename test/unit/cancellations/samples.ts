import type { CancellationRequest } from '../../../src/domain/cancellations/cancellation-request.ts';
import type { AskedToCancel } from '../../../src/domain/cancellations/decide-cancellation.ts';
import type { AskedCancellation } from '../../../src/domain/cancellations/requests.ts';
import type { ParcelLine } from '../../../src/domain/orders/order.ts';

export const now = '2026-03-10T12:00:00.000Z';

export const units = (lineId: string, quantity: number): ParcelLine => ({ lineId, quantity });

export const asked = (changes: Partial<AskedCancellation> = {}): AskedCancellation => ({
  id: 'request-1',
  requestedAt: '2026-03-10T11:00:00.000Z',
  reason: 'ordered twice',
  lines: null,
  ...changes,
});

export const aRequest = (changes: Partial<CancellationRequest> = {}): CancellationRequest => ({
  ...asked(),
  orderId: 'order-1',
  channel: 'shop',
  channelOrderId: 'S-1',
  state: 'requested',
  decidedAt: null,
  message: null,
  ...changes,
});

export const toCancel = (changes: Partial<AskedToCancel> = {}): AskedToCancel => ({
  source: 'buyer_request',
  requestId: null,
  reason: null,
  lines: null,
  ...changes,
});
