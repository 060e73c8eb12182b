import type { WorkPorts } from '../accept/accept-work.ts';
import { alertEndpoints } from '../alerts/alerts.endpoints.ts';
import { batchEndpoints } from '../batch/batch.endpoints.ts';
import { estimateEndpoints } from '../delivery/estimates.endpoints.ts';
import type { ApiDeps } from '../deps.ts';
import { jobEndpoints } from '../jobs/jobs.endpoints.ts';
import { messageCommandEndpoints } from '../messages/message-commands.endpoints.ts';
import { messageEndpoints } from '../messages/messages.endpoints.ts';
import { responseTimeEndpoints } from '../metrics/response-time.endpoints.ts';
import { shippingMetricEndpoints } from '../metrics/shipping.endpoints.ts';
import { operationEndpoints } from '../operations/operations.endpoints.ts';
import { orderCommandEndpoints } from '../orders/order-commands.endpoints.ts';
import { orderEndpoints } from '../orders/orders.endpoints.ts';
import { returnDocumentEndpoints } from '../returns/documents.endpoints.ts';
import { returnCommandEndpoints } from '../returns/return-commands.endpoints.ts';
import { returnEndpoints } from '../returns/returns.endpoints.ts';
import { settingEndpoints } from '../settings/settings.endpoints.ts';
import { trackingEndpoints } from '../tracking/tracking.endpoints.ts';
import type { Endpoint } from './endpoint.ts';

/** Every endpoint. A new resource is its file and a line here: route, document and /docs follow. */
export const allEndpoints = (deps: ApiDeps, ports: WorkPorts): Endpoint[] => [
  // Express asks routes in this order: those asked most come first.
  ...orderEndpoints(deps, ports),
  ...batchEndpoints(deps),
  ...orderCommandEndpoints(deps, ports),
  ...trackingEndpoints(ports),
  ...messageCommandEndpoints(deps, ports),
  ...jobEndpoints(deps),
  ...returnEndpoints(deps, ports),
  ...returnCommandEndpoints(deps, ports),
  ...returnDocumentEndpoints(deps),
  ...messageEndpoints(deps),
  ...estimateEndpoints(deps),
  ...alertEndpoints(deps),
  ...shippingMetricEndpoints(deps),
  ...responseTimeEndpoints(deps),
  ...settingEndpoints(deps),
  ...operationEndpoints(deps),
];
