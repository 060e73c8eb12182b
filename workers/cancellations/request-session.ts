import type { Tx } from '../../db/client.ts';
import { readRequests } from '../../db/repositories/cancellations/read-requests.ts';
import type { OwnedRequest } from '../../db/repositories/cancellations/save-requests.ts';
import type { CancellationRequest } from '../../src/domain/cancellations/cancellation-request.ts';

/** Official requests of locked orders: loaded once, decided over, written once. */
export interface RequestSession {
  ofOrder(orderId: string): readonly CancellationRequest[];
  /** Keeps a request as a decision made it. */
  keep(owned: OwnedRequest): void;
  /** Each as the last decision made it. */
  touched(): readonly OwnedRequest[];
}

export const openRequestSession = async (tx: Tx, orderIds: readonly string[]): Promise<RequestSession> => {
  const loaded = await readRequests(tx, [...new Set(orderIds)]);
  const current = new Map(loaded.map((request) => [request.id, request]));
  const touched = new Map<string, OwnedRequest>();
  return {
    ofOrder: (orderId) => [...current.values()].filter((request) => request.orderId === orderId),
    keep: (owned) => {
      current.set(owned.request.id, owned.request);
      touched.set(owned.request.id, owned);
    },
    touched: () => [...touched.values()],
  };
};
