import type { CancellationRequest } from '../../../src/domain/cancellations/cancellation-request.ts';
import type { Tx } from '../../client.ts';
import { toJsonb } from '../../jsonb.ts';

export interface OwnedRequest {
  readonly sellerId: string;
  readonly request: CancellationRequest;
}

/** Inserts new requests and moves known ones to what was decided; their orders are locked. */
export const saveRequests = async ({ sql }: Tx, owned: readonly OwnedRequest[]): Promise<void> => {
  if (owned.length === 0) return;
  const requests = owned.map(({ request }) => request);
  await sql`
    INSERT INTO cancellation_request (id, seller_id, order_id, channel, channel_order_id, state, requested_at, reason,
      lines, decided_at, message)
    SELECT * FROM unnest(
      ${requests.map(({ id }) => id)}::uuid[],
      ${owned.map(({ sellerId }) => sellerId)}::uuid[],
      ${requests.map(({ orderId }) => orderId)}::uuid[],
      ${requests.map(({ channel }) => channel)}::text[],
      ${requests.map(({ channelOrderId }) => channelOrderId)}::text[],
      ${requests.map(({ state }) => state)}::text[],
      ${requests.map(({ requestedAt }) => requestedAt)}::timestamptz[],
      ${requests.map(({ reason }) => reason)}::text[],
      ${requests.map(({ lines }) => toJsonb(lines))}::jsonb[],
      ${requests.map(({ decidedAt }) => decidedAt)}::timestamptz[],
      ${requests.map(({ message }) => message)}::text[]
    )
    ON CONFLICT (id) DO UPDATE
      SET state = excluded.state, decided_at = excluded.decided_at, message = excluded.message`;
};
