import postgres from 'postgres';
import type { Database } from '../../db/client.ts';
import type { Intake } from '../../queues/intake/submission.ts';
import { getContract, type QueueName } from '../../queues/registry.ts';
import type { JobWaiter } from '../../src/api/accept/job-waiter.ts';
import type { Mount } from '../../src/api/app.ts';
import { getRefundReceipt } from '../../src/api/refunds/refund-receipt.ts';
import { getReturnDocument } from '../../src/api/returns/return-documents.ts';
import { createMailTransport } from '../../src/mail/transport.ts';
import { createStopAlertsRouter } from '../../src/pages/alerts/stop-alerts-router.ts';
import { createMessageLinkRouter } from '../../src/pages/messages/message-link-router.ts';
import { createMessagePagePorts } from '../../src/pages/messages/real-ports.ts';
import { createMoneyLinkRouter } from '../../src/pages/money/money-link-router.ts';
import { createMoneyPagePorts } from '../../src/pages/money/real-ports.ts';
import { createReturnLinkRouter } from '../../src/pages/returns/link/link-router.ts';
import { createReturnPagePorts } from '../../src/pages/returns/real-ports.ts';
import { createTrackingRouter } from '../../src/pages/tracking/router.ts';
import type { CallingHandler, Handler } from '../../workers/handler.ts';
import { runCalling } from '../../workers/runtime/run-calling.ts';
import { runCarrier } from '../../workers/runtime/run-carrier.ts';
import { workOff } from '../support/api-fixture.ts';
import { silent } from '../support/ledger-fixture.ts';
import { realHandlers } from './runtime/rig.ts';

const otherQueues: readonly QueueName[] = ['labels', 'mail', 'privacy'];

/** Does all work of a seller that is due, mail into the development mailbox included. */
export const workAllOff = async (database: Database, sellerId: string): Promise<void> => {
  const transport = createMailTransport({
    smtpUrl: null,
    mailFrom: 'shop@navette.test',
    mailbox: database.system,
  });
  const handlers = realHandlers(transport);
  for (;;) {
    await workOff(database, sellerId);
    const due = await database.system<{ id: string; queue: QueueName }[]>`
      UPDATE job SET state = 'queued', carrier = id::text, handed_at = now()
      WHERE seller_id = ${sellerId} AND state = 'waiting' AND run_at <= now()
        AND queue = ANY (${otherQueues as string[]}::text[])
      RETURNING id, queue`;
    if (due.length === 0) break;
    for (const { id, queue } of due) {
      const outcome = await runCarrier(
        {
          contract: getContract(queue),
          handler: handlers[queue] as Handler<QueueName>,
          database,
          logger: silent,
        },
        { ids: [id], sellers: [sellerId], refs: [] },
      );
      if (outcome.kind !== 'completed') throw new Error(`${queue} ${outcome.kind}`, { cause: outcome });
    }
  }
  transport.close();
};

/** One run of a job of the queue `privacy`, as a process that takes it would; what it throws comes out. */
export const runJob = async (database: Database, sellerId: string, jobId: string): Promise<void> => {
  await database.system`
    UPDATE job SET state = 'queued', carrier = id::text, handed_at = now()
    WHERE id = ${jobId} AND state IN ('waiting', 'queued')`;
  await runCalling(getContract('privacy'), realHandlers().privacy as CallingHandler<'privacy'>, {
    id: jobId,
    sellers: [sellerId],
    database,
    logger: silent,
  });
};

/** Tables of the whole database with a row that holds a text anywhere, whatever its columns are. */
export const tablesHolding = async (url: string, texts: readonly string[]): Promise<string[]> => {
  const admin = postgres(url, { max: 1, onnotice: () => {} });
  try {
    const tables = await admin<{ name: string }[]>`
      SELECT format('%I.%I', table_schema, table_name) AS name FROM information_schema.tables
      WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema')
      ORDER BY name`;
    const found: string[] = [];
    for (const { name } of tables) {
      // A row as text shows every column: texts, JSON, and bytes in hexadecimal.
      const rows = await admin.unsafe<{ text: string }[]>(
        `SELECT asked.marker AS text FROM unnest($1::text[]) AS asked (marker)
         WHERE EXISTS (SELECT 1 FROM ${name} AS t WHERE position(lower(asked.marker) IN lower(t::text)) > 0)`,
        [texts as string[]],
      );
      found.push(...rows.map(({ text }) => `${name}: ${text}`));
    }
    return found;
  } finally {
    await admin.end();
  }
};

export const linkSecrets = ['a link secret of more than 32 characters'];

/** The pages of links in mail, to look at: nothing is done there. */
export const pagesOf = (database: Database): Mount[] => {
  const ports = { database, intake: {} as Intake, waiter: {} as JobWaiter };
  const returns = createReturnPagePorts({
    ...ports,
    documents: {
      render: async (sellerId, returnId, format) => {
        const result = await getReturnDocument(database, sellerId, { returnId, format, version: null });
        if (!result.ok) return null;
        const { content: bytes, contentType, filename, sha256 } = result.document;
        return { bytes, contentType, filename, etag: sha256 };
      },
    },
  });
  const receipt = async (sellerId: string, refundId: string) => {
    const result = await getRefundReceipt(database, sellerId, refundId);
    if (!result.ok) return null;
    const { content: bytes, contentType, filename } = result.document;
    return { bytes, contentType, filename, etag: refundId };
  };
  return [
    { path: '/t', router: createTrackingRouter({ database, linkSecrets }) },
    { path: '/r', router: createStopAlertsRouter({ database, linkSecrets }) },
    { path: '/r', router: createMessageLinkRouter({ ports: createMessagePagePorts(ports), linkSecrets }) },
    {
      path: '/r',
      router: createMoneyLinkRouter({ ports: createMoneyPagePorts({ ...ports, receipt }), linkSecrets }),
    },
    { path: '/r', router: createReturnLinkRouter({ ports: returns, linkSecrets }) },
  ];
};
