import { createBullBoard } from '@bull-board/api';
import type { UIConfig } from '@bull-board/api/typings/app';
import type { Queue } from 'bullmq';
import { type RequestHandler, Router } from 'express';
import type { Database } from '../../../db/client.ts';
import type { QueueContract } from '../../../queues/contract.ts';
import type { Logger } from '../../platform/logger.ts';
import { refuseOtherActions, retryAllFailed } from './board-actions.ts';
import { BoardServer } from './board-server.ts';
import { boardTheme } from './board-style.ts';
import { LedgerAdapter } from './ledger-adapter.ts';
import { createLedgerQueue, type LedgerQueue } from './ledger-queue.ts';
import { createOperatorAuth, type Login, roleOf } from './operator-auth.ts';
import { watchQueue } from './queue-watch.ts';
import { createTurns } from './rationed.ts';

export interface BoardDeps {
  readonly database: Database;
  /** Producers' queues by name: one for each contract. */
  readonly queues: ReadonlyMap<string, Queue>;
  readonly contracts: readonly QueueContract[];
  readonly operator: Login;
  /** Sees the board read-only. */
  readonly viewer?: Login | undefined;
  readonly logger: Logger;
  /** Where the router is mounted. Default `/queues`. */
  readonly basePath?: string;
  /** The login of all operator pages, where others share it. Default: one of its own. */
  readonly auth?: RequestHandler;
}

/** Everything comes from here; styles also stand in elements, which Bull Board sets from its code. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self' blob:",
  "base-uri 'self'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const uiConfig: UIConfig = {
  boardTitle: 'Navette',
  boardLogo: { path: 'static/navette.svg', width: 28, height: 28 },
  favIcon: { default: 'static/navette.svg', alternative: 'static/favicon-32x32.png' },
  hideDocsLink: true,
  menu: { width: '13rem' },
  theme: boardTheme,
};

/** Bull Board behind the operator's login, showing the ledger: for `/queues`. */
export const mountBoard = (deps: BoardDeps): Router => {
  const { database, contracts, logger, basePath = '/queues' } = deps;
  const turns = createTurns();
  const ledgerQueues = new Map(
    contracts.map((contract) => {
      const queue = deps.queues.get(contract.name);
      if (queue === undefined) throw new Error(`The board was given no queue called ${contract.name}`);
      const watch = watchQueue(queue, { mostActive: contract.window });
      return [contract.name, createLedgerQueue(database.system, contract, { watch, turns })];
    }),
  );
  const operatorBoard = createBoard(ledgerQueues, { basePath, logger, readOnly: false });
  const viewerBoard = createBoard(ledgerQueues, { basePath, logger, readOnly: true });

  const router = Router();
  router.use(deps.auth ?? createOperatorAuth(deps));
  router.use((req, res, next) => {
    res.set({
      'Content-Security-Policy': contentSecurityPolicy,
      'X-Frame-Options': 'DENY',
      'Referrer-Policy': 'same-origin',
      // The pages' own files change with Bull Board's version only, which is part of their names.
      'Cache-Control': /^\/static\/(js|css)\//.test(req.path) ? 'private, max-age=86400' : 'no-store',
    });
    next();
  });
  router.put('/api/queues/:queueName/retry/failed', retryAllFailed(ledgerQueues));
  router.use((req, res, next) => {
    const board = roleOf(res) === 'operator' ? operatorBoard : viewerBoard;
    board(req, res, next);
  });
  return router;
};

const createBoard = (
  queues: ReadonlyMap<string, LedgerQueue>,
  { basePath, logger, readOnly }: { basePath: string; logger: Logger; readOnly: boolean },
): RequestHandler => {
  const serverAdapter = new BoardServer(logger);
  serverAdapter.setBasePath(basePath);
  createBullBoard({
    queues: [...queues.values()].map((queue) => new LedgerAdapter(queue, { readOnly })),
    serverAdapter,
    options: { uiConfig, handlerHooks: { before: refuseOtherActions } },
  });
  return serverAdapter.getRouter();
};
