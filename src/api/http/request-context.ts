import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** What is known of a request outside its endpoint. */
export interface RequestContext {
  readonly requestId: string;
  readonly startedAt: bigint;
  /** The template of the route that took it, for metrics: few values, whatever is asked for. */
  route: string;
}

const contexts = new WeakMap<IncomingMessage, RequestContext>();

/** A caller's own id is kept if it is harmless in logs and headers. */
const harmless = /^[\w.:-]{1,64}$/;

export const beginContext = (request: IncomingMessage): RequestContext => {
  const given = request.headers['x-request-id'];
  const requestId = typeof given === 'string' && harmless.test(given) ? given : randomUUID();
  const context = { requestId, startedAt: process.hrtime.bigint(), route: 'unknown' };
  contexts.set(request, context);
  return context;
};

export const contextOf = (request: IncomingMessage): RequestContext =>
  contexts.get(request) ?? beginContext(request);
