import { createHash } from 'node:crypto';
import type { Database } from '../../db/client.ts';
import type { Intake } from '../../queues/intake/submission.ts';
import { registry } from '../../queues/registry.ts';
import type { JobWaiter } from '../api/accept/job-waiter.ts';
import type { Mount } from '../api/app.ts';
import { mountBoard } from '../api/board/mount-board.ts';
import { createOperatorAuth } from '../api/board/operator-auth.ts';
import { getRefundReceipt } from '../api/refunds/refund-receipt.ts';
import { getReturnDocument } from '../api/returns/return-documents.ts';
import { checkUploadedLabel } from '../labels/check-uploaded-label.ts';
import { createStopAlertsRouter } from '../pages/alerts/stop-alerts-router.ts';
import { createMailboxRouter } from '../pages/mailbox/router.ts';
import { createMessageLinkRouter } from '../pages/messages/message-link-router.ts';
import { createMessagePagePorts } from '../pages/messages/real-ports.ts';
import { createMoneyLinkRouter } from '../pages/money/money-link-router.ts';
import { createMoneyPagePorts } from '../pages/money/real-ports.ts';
import { createResponseTimeRouter } from '../pages/response-time/response-time-router.ts';
import { sniffUpload } from '../pages/returns/check-upload.ts';
import { createReturnLinkRouter } from '../pages/returns/link/link-router.ts';
import { createReturnPagePorts } from '../pages/returns/real-ports.ts';
import { createRmaRouter } from '../pages/returns/rma/rma-router.ts';
import { createWithdrawRouter } from '../pages/returns/withdraw/withdraw-router.ts';
import { createTrackingRouter } from '../pages/tracking/router.ts';
import type { Services } from './services.ts';

export interface MountPorts {
  readonly intake: Intake;
  readonly waiter: JobWaiter;
}

/** The pages of returns, with what they need of the API. */
const returnPagePorts = ({ database }: Services, { intake, waiter }: MountPorts) =>
  createReturnPagePorts({
    database,
    intake,
    waiter,
    documents: {
      render: async (sellerId, returnId, format) => {
        const result = await getReturnDocument(database, sellerId, { returnId, format, version: null });
        if (!result.ok) return null;
        const { content: bytes, contentType, filename, sha256 } = result.document;
        return { bytes, contentType, filename, etag: `"${sha256}"` };
      },
    },
    checkUpload: async (bytes, type) => {
      // Some browsers do not know what they send.
      const named = type === 'application/pdf' || type === 'image/png';
      const checked = await checkUploadedLabel(bytes, named ? type : (sniffUpload(bytes) ?? type));
      return checked.ok ? checked.value.contentType : null;
    },
  });

/** A refund's receipt as its page sends it; null: there is none (yet). */
const receiptOf = (database: Database) => async (sellerId: string, refundId: string) => {
  const result = await getRefundReceipt(database, sellerId, refundId);
  if (!result.ok) return null;
  const { content: bytes, contentType, filename } = result.document;
  const etag = `"${createHash('sha256').update(bytes).digest('hex')}"`;
  return { bytes, contentType, filename, etag };
};

/** Everything that is served beside the API's endpoints. */
export const mountsOf = (services: Services, ports: MountPorts): Mount[] => {
  const { config, database, producer, logger, linkSecrets, operatorPassword } = services;
  const operator = { user: config.operator.user, password: operatorPassword };
  const viewer = config.viewer ?? undefined;
  // One for all of the operator's pages, so that guesses are counted together.
  const auth = createOperatorAuth({ operator, viewer, logger });
  const returnPages = returnPagePorts(services, ports);
  const messagePages = createMessagePagePorts({ database, ...ports });
  const moneyPages = createMoneyPagePorts({ database, ...ports, receipt: receiptOf(database) });
  return [
    {
      path: '/queues',
      router: mountBoard({
        database,
        queues: producer.queues,
        contracts: registry,
        operator,
        viewer,
        logger,
        auth,
      }),
    },
    { path: '/t', router: createTrackingRouter({ database, linkSecrets }) },
    { path: '/r', router: createStopAlertsRouter({ database, linkSecrets }) },
    { path: '/r', router: createMessageLinkRouter({ ports: messagePages, linkSecrets }) },
    { path: '/r', router: createMoneyLinkRouter({ ports: moneyPages, linkSecrets }) },
    { path: '/r', router: createReturnLinkRouter({ ports: returnPages, linkSecrets }) },
    { path: '/withdraw', router: createWithdrawRouter({ ports: returnPages }) },
    { path: '/response-time', router: createResponseTimeRouter({ database, auth }) },
    { path: '/rma', router: createRmaRouter({ ports: returnPages, auth }) },
    ...(config.smtpUrl === null ? [{ path: '/mailbox', router: createMailboxRouter({ database }) }] : []),
  ];
};
