import { onePixel, type Victim } from './victim.ts';

/** What a stranger sends to one route, naming another seller's things wherever the route takes a name. */
export interface Attack {
  /** With the victim's ids in it; default: the path as it stands in the document. */
  readonly path?: string;
  readonly body?: object;
  /** Another body than JSON. */
  readonly raw?: { readonly type: string; readonly content: string | Buffer };
  /**
   * `missing`: 404. `own`: answered, with what is the stranger's own. `accepted`: 202, and does something to the
   * stranger's own things or is rejected. `open`: without a key, and about no seller.
   */
  readonly ends: 'missing' | 'own' | 'accepted' | 'open';
}

const at = '2026-05-20T10:00:00+02:00';
const line = { lineId: '1', quantity: 1 };
const address = { name: 'M', line1: '1 rue Basse', postalCode: '59000', city: 'Lille', country: 'FR' };

const missing = (path: string, body?: object): Attack => ({
  path,
  ...(body ? { body } : {}),
  ends: 'missing',
});
const own = (path?: string): Attack => ({ ...(path === undefined ? {} : { path }), ends: 'own' });
const accepted = (body: object, path?: string): Attack => ({
  body,
  ...(path === undefined ? {} : { path }),
  ends: 'accepted',
});
const batch = (content: string): Attack => ({ raw: { type: 'application/x-ndjson', content }, ends: 'own' });
const open: Attack = { ends: 'open' };

/**
 * By method and path of the OpenAPI document, all of which stand here. `mine` is an order of the stranger's own, shipped
 * and with one return, for references to the victim's things beside it.
 */
export const attacksOn = (
  v: Victim,
  mine: { readonly orderId: string; readonly openOrderId: string },
): Readonly<Record<string, readonly Attack[]>> => {
  const order = `/v1/orders/${v.orderId}`;
  const openOrder = `/v1/orders/${v.openOrderId}`;
  const ret = `/v1/returns/${v.returnId}`;
  const openReturn = `/v1/returns/${v.openReturnId}`;
  const claim = `/v1/claims/${v.claimId}`;
  const document = (name: string): readonly Attack[] => [missing(`${ret}/documents/${name}`)];
  const newOrder = {
    channel: 'shop',
    channelOrderId: v.channelOrderId,
    placedAt: at,
    payment: { status: 'verified' },
    currency: 'EUR',
    buyer: { name: 'Mallory', email: 'mallory@example.test' },
    shipTo: { ...address, country: 'FR' },
    lines: [{ lineId: '1', sku: 'MUG', title: 'Tasse', quantity: 1, unitPriceMinor: 100 }],
  };
  const message = { direction: 'inbound', sentAt: at, body: 'Whose is this?' };
  const refund = { orderId: v.orderId, lines: [line], reason: 'other' };
  return {
    'GET /healthz': [open],
    'GET /readyz': [open],
    'GET /metrics': [open],
    'GET /openapi.json': [open],
    'GET /docs': [open],
    'POST /webhooks/stripe': [open],

    'POST /v1/orders': [accepted(newOrder)],
    'GET /v1/orders': [
      own(),
      own(`/v1/orders?channel=shop&channelOrderId=${v.channelOrderId}`),
      own(`/v1/orders?cursor=${Buffer.from(v.orderId.replaceAll('-', ''), 'hex').toString('base64url')}`),
    ],
    'GET /v1/orders/{orderId}': [missing(order), missing(`/v1/orders/${v.orderId.toUpperCase()}`)],
    'POST /v1/orders/batch': [
      batch(JSON.stringify({ ...newOrder, channelOrderId: `${v.channelOrderId}-b` })),
    ],
    'POST /v1/orders/{orderId}/payment': [missing(`${openOrder}/payment`, { status: 'verified', at })],
    'POST /v1/orders/{orderId}/shipments': [
      missing(`${openOrder}/shipments`, { shippedAt: at, carrier: 'dhl', trackingNumber: 'X-1' }),
    ],
    'POST /v1/orders/{orderId}/unfulfillable': [missing(`${openOrder}/unfulfillable`, { reason: 'damaged' })],
    'POST /v1/orders/{orderId}/cancellation-requests': [
      missing(`${openOrder}/cancellation-requests`, { requestedAt: at }),
    ],
    'POST /v1/orders/{orderId}/cancellations': [
      missing(`${openOrder}/cancellations`, { source: 'seller' }),
      accepted(
        { source: 'buyer_request', requestId: v.requestId },
        `/v1/orders/${mine.openOrderId}/cancellations`,
      ),
    ],
    'POST /v1/cancellations/batch': [
      batch(
        [{ orderId: v.openOrderId }, { channel: 'shop', channelOrderId: v.channelOrderId }]
          .map((row) => JSON.stringify(row))
          .join('\n'),
      ),
    ],
    'GET /v1/cancellations': [own(), own(`/v1/cancellations?orderId=${v.orderId}`)],
    'GET /v1/cancellation-requests': [own()],
    'GET /v1/cancellation-requests/{requestId}': [missing(`/v1/cancellation-requests/${v.requestId}`)],
    'POST /v1/cancellation-requests/{requestId}/refuse': [
      missing(`/v1/cancellation-requests/${v.requestId}/refuse`, { message: 'No.' }),
    ],

    'POST /v1/tracking-events': [
      accepted([
        { carrier: 'colissimo', trackingNumber: v.trackingNumber, code: 'delivered', occurredAt: at },
      ]),
    ],
    'POST /v1/delivery-estimates': [
      {
        body: { placedAt: at, shipTo: { country: 'FR', postalCode: '67000' }, shippingSpeed: 'standard' },
        ends: 'own',
      },
    ],

    'POST /v1/messages': [
      missing('/v1/messages', { ...message, orderId: v.orderId }),
      accepted({ ...message, channel: 'shop', channelOrderId: v.channelOrderId }),
    ],
    'GET /v1/messages': [own(), own('/v1/messages?awaiting=true')],
    'GET /v1/messages/{messageId}': [missing(`/v1/messages/${v.messageId}`)],
    'POST /v1/messages/{messageId}/reply': [missing(`/v1/messages/${v.messageId}/reply`, { body: 'Hello' })],
    'POST /v1/messages/{messageId}/no-response-needed': [
      missing(`/v1/messages/${v.messageId}/no-response-needed`, {}),
    ],
    'GET /v1/threads/{threadId}': [missing(`/v1/threads/${v.threadId}`)],
    'GET /v1/jobs/{jobId}': [missing(`/v1/jobs/${v.jobId}`)],

    'POST /v1/returns': [
      missing('/v1/returns', {
        orderId: v.orderId,
        requestedBy: 'seller',
        lines: [{ ...line, reason: 'defective' }],
      }),
    ],
    'POST /v1/returns/authorizations': [
      missing('/v1/returns/authorizations', { returnIds: [v.openReturnId] }),
    ],
    'GET /v1/returns': [own(), own(`/v1/returns?q=${v.channelOrderId}`)],
    'GET /v1/returns/{returnId}': [missing(ret)],
    'POST /v1/returns/{returnId}/authorize': [missing(`${openReturn}/authorize`, { returnAddress: address })],
    'POST /v1/returns/{returnId}/documents': [missing(`${ret}/documents`, { returnAddress: address })],
    'POST /v1/returns/{returnId}/close': [
      missing(`${openReturn}/close`, { reason: 'refund_without_return' }),
    ],
    'POST /v1/returns/{returnId}/reply': [missing(`${openReturn}/reply`, { message: 'Hello' })],
    'POST /v1/returns/{returnId}/cancel': [missing(`${openReturn}/cancel`, {})],
    'POST /v1/returns/{returnId}/dispatch': [missing(`${openReturn}/dispatch`, {})],
    'POST /v1/returns/{returnId}/escalate': [missing(`${openReturn}/escalate`, {})],
    'POST /v1/returns/{returnId}/confirm-withdrawal': [missing(`${openReturn}/confirm-withdrawal`, {})],
    'POST /v1/returns/{returnId}/receipts': [
      missing(`${ret}/receipts`, { receivedAt: at, lines: [{ ...line, condition: 'sellable' }] }),
    ],
    'POST /v1/returns/{returnId}/complete': [missing(`${ret}/complete`, {})],
    'GET /v1/returns/{returnId}/documents/return.pdf': document('return.pdf'),
    'GET /v1/returns/{returnId}/documents/label.pdf': document('label.pdf'),
    'GET /v1/returns/{returnId}/documents/label.zpl': document('label.zpl'),
    'GET /v1/returns/{returnId}/documents/label.png': document('label.png'),
    'GET /v1/returns/{returnId}/documents/own-label': document('own-label'),
    'GET /v1/mismatches': [own()],
    'POST /v1/mismatches/{mismatchId}/decision': [
      missing(`/v1/mismatches/${v.mismatchId}/decision`, { outcome: 'accept' }),
    ],
    'GET /v1/stock-movements': [own()],

    'POST /v1/refunds': [
      missing('/v1/refunds', refund),
      accepted({ ...refund, orderId: mine.orderId, returnId: v.returnId }),
    ],
    'POST /v1/refunds/preview': [missing('/v1/refunds/preview', refund)],
    'POST /v1/refunds/batch': [batch(JSON.stringify({ ...refund, idempotencyKey: 'b-1' }))],
    'POST /v1/refunds/{refundId}/outcome': [
      missing(`/v1/refunds/${v.refundId}/outcome`, { outcome: 'succeeded', at }),
    ],
    'GET /v1/refunds': [own()],
    'GET /v1/refunds/{refundId}': [missing(`/v1/refunds/${v.refundId}`)],
    'GET /v1/refunds/{refundId}/receipt.pdf': [missing(`/v1/refunds/${v.refundId}/receipt.pdf`)],
    'GET /v1/reconciliations': [own()],

    'POST /v1/claims': [missing('/v1/claims', { orderId: v.orderId, kind: 'damaged' })],
    'GET /v1/claims': [own(), own(`/v1/claims?orderId=${v.orderId}`)],
    'GET /v1/claims/unclaimed': [own()],
    'GET /v1/claims/{claimId}': [missing(claim)],
    'POST /v1/claims/{claimId}/submit': [missing(`${claim}/submit`, {})],
    'POST /v1/claims/{claimId}/decision': [missing(`${claim}/decision`, { outcome: 'denied' })],
    'POST /v1/claims/{claimId}/photos': [
      { path: `${claim}/photos`, raw: { type: 'image/png', content: onePixel }, ends: 'missing' },
    ],
    'GET /v1/claims/{claimId}/photos/{photoId}': [missing(`${claim}/photos/${v.photoId}`)],
    'GET /v1/claims/{claimId}/evidence.pdf': [missing(`${claim}/evidence.pdf`)],
    'GET /v1/reimbursements': [own()],

    'POST /v1/buyers/erase': [accepted({ email: 'zoe@example.test' })],

    'GET /v1/alerts': [own()],
    'GET /v1/metrics/shipping': [own()],
    'GET /v1/metrics/cancellation-rate': [own()],
    'GET /v1/metrics/response-time': [own()],
    'GET /v1/metrics/response-time/messages.csv': [own()],
    'GET /v1/reports/returns.csv': [own()],
    'GET /v1/reports/refunds.csv': [own()],
    'GET /v1/reports/cancellations.csv': [own()],
    'GET /v1/reports/claims.csv': [own()],
    'GET /v1/settings/delivery-policy': [own()],
    'PUT /v1/settings/delivery-policy': [{ body: { autoCancelUnshippedDays: 3 }, ends: 'own' }],
    'GET /v1/settings/refund-policy': [own()],
    'PUT /v1/settings/refund-policy': [{ body: { autoRefundOnReceipt: true }, ends: 'own' }],
    'GET /v1/settings/channels/{channel}': [own('/v1/settings/channels/shop')],
    'PUT /v1/settings/channels/{channel}': [
      { path: '/v1/settings/channels/shop', body: { language: 'de' }, ends: 'own' },
    ],
  };
};
