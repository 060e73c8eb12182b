import type { WorkPorts } from '../accept/accept-work.ts';
import { alertEndpoints } from '../alerts/alerts.endpoints.ts';
import { orderBatchEndpoints } from '../batch/batch.endpoints.ts';
import { createBatches } from '../batch/batch-endpoint.ts';
import { buyerEndpoints } from '../buyers/buyers.endpoints.ts';
import { cancellationBatchEndpoints } from '../cancellations/cancellation-batch.endpoints.ts';
import { cancellationCommandEndpoints } from '../cancellations/cancellation-commands.endpoints.ts';
import { cancellationRequestEndpoints } from '../cancellations/cancellation-requests.endpoints.ts';
import { claimCommandEndpoints } from '../claims/claim-commands.endpoints.ts';
import { claimPhotoEndpoints } from '../claims/claim-photos.endpoints.ts';
import { claimEndpoints } from '../claims/claims.endpoints.ts';
import { evidenceEndpoints } from '../claims/evidence.endpoints.ts';
import { estimateEndpoints } from '../delivery/estimates.endpoints.ts';
import type { ApiDeps } from '../deps.ts';
import { jobEndpoints } from '../jobs/jobs.endpoints.ts';
import { messageCommandEndpoints } from '../messages/message-commands.endpoints.ts';
import { messageEndpoints } from '../messages/messages.endpoints.ts';
import { cancellationRateEndpoints } from '../metrics/cancellation-rate.endpoints.ts';
import { responseTimeEndpoints } from '../metrics/response-time.endpoints.ts';
import { shippingMetricEndpoints } from '../metrics/shipping.endpoints.ts';
import { operationEndpoints } from '../operations/operations.endpoints.ts';
import { orderCommandEndpoints } from '../orders/order-commands.endpoints.ts';
import { orderEndpoints } from '../orders/orders.endpoints.ts';
import { refundReceiptEndpoints } from '../refunds/receipt.endpoints.ts';
import { reconciliationEndpoints } from '../refunds/reconciliations.endpoints.ts';
import { refundBatchEndpoints } from '../refunds/refund-batch.endpoints.ts';
import { refundCommandEndpoints } from '../refunds/refund-commands.endpoints.ts';
import { refundEndpoints } from '../refunds/refunds.endpoints.ts';
import { reportEndpoints } from '../reports/reports.endpoints.ts';
import { returnDocumentEndpoints } from '../returns/documents.endpoints.ts';
import { returnCommandEndpoints } from '../returns/return-commands.endpoints.ts';
import { returnEndpoints } from '../returns/returns.endpoints.ts';
import { settingEndpoints } from '../settings/settings.endpoints.ts';
import { trackingEndpoints } from '../tracking/tracking.endpoints.ts';
import { stripeEndpoints } from '../webhooks/stripe.endpoints.ts';
import type { Endpoint } from './endpoint.ts';

/** Every endpoint. A new resource is its file and a line here: route, document and /docs follow. */
export const allEndpoints = (deps: ApiDeps, ports: WorkPorts): Endpoint[] => {
  const defineBatch = createBatches(deps);
  return [
    // Express asks routes in this order: those asked most come first.
    ...orderEndpoints(deps, ports),
    ...orderBatchEndpoints(deps, defineBatch),
    ...orderCommandEndpoints(deps, ports),
    ...trackingEndpoints(ports),
    ...messageCommandEndpoints(deps, ports),
    ...jobEndpoints(deps),
    ...returnEndpoints(deps, ports),
    ...returnCommandEndpoints(deps, ports),
    ...returnDocumentEndpoints(deps),
    ...refundCommandEndpoints(deps, ports),
    ...refundEndpoints(deps),
    ...refundBatchEndpoints(deps, defineBatch),
    ...refundReceiptEndpoints(deps),
    ...reconciliationEndpoints(deps),
    ...cancellationCommandEndpoints(deps, ports),
    ...cancellationRequestEndpoints(deps),
    ...cancellationBatchEndpoints(deps, defineBatch),
    ...claimCommandEndpoints(deps, ports),
    ...claimEndpoints(deps),
    ...claimPhotoEndpoints(deps),
    ...evidenceEndpoints(deps),
    ...buyerEndpoints(ports),
    ...stripeEndpoints(deps),
    ...messageEndpoints(deps),
    ...estimateEndpoints(deps),
    ...alertEndpoints(deps),
    ...shippingMetricEndpoints(deps),
    ...cancellationRateEndpoints(deps),
    ...responseTimeEndpoints(deps),
    ...reportEndpoints(deps),
    ...settingEndpoints(deps),
    ...operationEndpoints(deps),
  ];
};
