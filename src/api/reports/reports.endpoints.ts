import { readCancellationReport } from '../../../db/repositories/cancellations-read/read-cancellation-report.ts';
import { readClaimReport } from '../../../db/repositories/claims-read/read-claim-report.ts';
import { readRefundReport } from '../../../db/repositories/refunds-read/read-refund-report.ts';
import { readReturnReport } from '../../../db/repositories/returns-read/read-return-report.ts';
import type { ApiDeps } from '../deps.ts';
import type { Endpoint } from '../endpoints/endpoint.ts';
import { cancellationColumns, claimColumns, refundColumns, returnColumns } from './columns.ts';
import { reportEndpoint } from './report-endpoint.ts';

/** Status reports to download. */
export const reportEndpoints = (deps: Pick<ApiDeps, 'database'>): Endpoint[] => {
  const { database } = deps;
  return [
    reportEndpoint(deps, {
      name: 'returns',
      operationId: 'getReturnReport',
      summary: 'Returns as CSV',
      description: 'A row per return. `refundedMinor` is what its buyer has had back.',
      by: 'the request',
      columns: returnColumns,
      read: (sellerId, span, page) => readReturnReport(database, sellerId, span, page),
      placeOf: ({ return: { requestedAt, id } }) => ({ at: requestedAt, id }),
    }),
    reportEndpoint(deps, {
      name: 'refunds',
      operationId: 'getRefundReport',
      summary: 'Refunds as CSV',
      description: 'A row per refund, whatever became of it.',
      by: 'the request',
      columns: refundColumns,
      read: (sellerId, span, page) => readRefundReport(database, sellerId, span, page),
      placeOf: ({ requestedAt, id }) => ({ at: requestedAt, id }),
    }),
    reportEndpoint(deps, {
      name: 'cancellations',
      operationId: 'getCancellationReport',
      summary: 'Cancellations as CSV',
      description:
        'A row for each time that units of an order were cancelled. `requestId` and `requestedAt` are of the official ' +
        'request of the buyer that it accepted.',
      by: 'the cancellation',
      columns: cancellationColumns,
      read: (sellerId, span, page) => readCancellationReport(database, sellerId, span, page),
      placeOf: ({ cancelledAt, id }) => ({ at: cancelledAt, id }),
    }),
    reportEndpoint(deps, {
      name: 'claims',
      operationId: 'getClaimReport',
      summary: 'Claims as CSV',
      description: 'A row per claim.',
      by: 'eligibility',
      columns: claimColumns,
      read: (sellerId, span, page) => readClaimReport(database, sellerId, span, page),
      placeOf: ({ eligibleAt, id }) => ({ at: eligibleAt, id }),
    }),
  ];
};
