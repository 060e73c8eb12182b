import type { ErrorRequestHandler } from 'express';
import type { Logger } from '../../platform/logger.ts';
import { Problem, problemOf } from './problem.ts';
import { ClientGone } from './read-bytes.ts';
import { contextOf } from './request-context.ts';
import { sendProblem } from './respond.ts';

/** A path that cannot be decoded: Express itself throws these. */
const isBadUrl = (error: unknown): boolean => error instanceof URIError;

/** Turns whatever an endpoint threw into a problem document. What nobody expected is logged and told no more of. */
export const problemResponder =
  (logger: Logger, publicUrl: string): ErrorRequestHandler =>
  (error, request, response, _next) => {
    if (error instanceof ClientGone) return;
    const { requestId, route } = contextOf(request);
    const problem = problemOf(error) ?? (isBadUrl(error) ? new Problem('not_found') : null);
    if (problem === null || problem.status >= 500) {
      logger[problem === null ? 'error' : 'warn']({ err: error, requestId, route }, 'A request failed');
    }
    if (response.headersSent) {
      response.destroy();
      return;
    }
    sendProblem(response, problem ?? new Problem('internal_error', { extensions: { requestId } }), publicUrl);
  };
