import type { RequestHandler } from 'express';
import type { Registry } from 'prom-client';
import type { Database } from '../../db/client.ts';
import type { Intake } from '../../queues/intake/submission.ts';
import type { Logger } from '../platform/logger.ts';

export interface ApiConfig {
  /** Where clients reach this API, without a slash at the end. */
  readonly publicUrl: string;
  /** Of Navette, for the OpenAPI document. */
  readonly version?: string;
  /** Largest JSON body; batches have no limit. Default 2 MiB. */
  readonly bodyLimitBytes?: number;
  /** Requests per API key and minute in this process. Default 600,000: a guard, not a price list. */
  readonly rateLimitPerMinute?: number;
  /** Proxies of our own in front, whose X-Forwarded-For is believed. Default 0: nobody's. */
  readonly trustedProxies?: number;
}

export interface ReadinessCheck {
  readonly ok: boolean;
  /** What is wrong, for the operator; no secrets, everybody may read it. */
  readonly detail?: string;
}

export interface ReadinessReport {
  readonly ready: boolean;
  readonly checks: Readonly<Record<string, ReadinessCheck>>;
}

/** A part of the app that is made elsewhere: the board, the mailbox, the tracking page. */
export interface Mount {
  readonly path: string;
  readonly router: RequestHandler;
}

/** All that the API needs from outside: it reads no environment and holds no globals. */
export interface ApiDeps {
  readonly database: Database;
  readonly intake: Intake;
  readonly logger: Logger;
  /** Metrics are registered here and shown at /metrics. */
  readonly metrics: Registry;
  readonly config: ApiConfig;
  readonly readiness: () => Promise<ReadinessReport>;
  readonly mounts?: readonly Mount[];
  /** By which Stripe signs what it tells us; null: it tells us nothing. */
  readonly stripeWebhookSecret: string | null;
  /** The public tracking page of an order, if there is one. */
  readonly trackingUrlOf?: (order: { readonly id: string; readonly sellerId: string }) => string | null;
  /** Aborted when the process is asked to stop: whoever waits for a job is answered at once. */
  readonly stopping?: AbortSignal;
  /** Default: the machine's. */
  readonly now?: () => Date;
}
