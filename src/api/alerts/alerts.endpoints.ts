import { z } from 'zod';
import { listAlerts } from '../../../db/repositories/orders-read/list-alerts.ts';
import { channel } from '../../../queues/schemas/values.ts';
import { orderAlertKinds } from '../../domain/orders/order.ts';
import type { ApiDeps } from '../deps.ts';
import { defineEndpoint, type Endpoint } from '../endpoints/endpoint.ts';
import { listOf, pageOf, pageQuery, showPage } from '../http/page.ts';
import { instantOut } from '../openapi/values.ts';

const kind = z.enum(orderAlertKinds);

const alert = z
  .object({
    alertId: z.uuid(),
    kind,
    orderId: z.uuid(),
    channel: z.string(),
    channelOrderId: z.string(),
    details: z.record(z.string(), z.unknown()),
    raisedAt: instantOut,
  })
  .meta({ id: 'Alert' });

export const alertEndpoints = ({ database }: Pick<ApiDeps, 'database'>): Endpoint[] => [
  defineEndpoint({
    method: 'get',
    path: '/v1/alerts',
    operationId: 'listAlerts',
    tag: 'Alerts',
    summary: 'List what the seller should look at, the newest first',
    query: z.object({ ...pageQuery, channel: channel.optional(), kind: kind.optional() }),
    success: { 200: { description: 'A page of alerts', schema: listOf(alert) } },
    problems: ['invalid_request'],
    handle: async ({ query, caller }) => {
      const filter = { channel: query.channel ?? null, kind: query.kind ?? null };
      const rows = await listAlerts(database, caller.sellerId, filter, pageOf(query));
      return { status: 200, body: showPage(rows, query.limit, ({ alertId }) => alertId) };
    },
  }),
];
