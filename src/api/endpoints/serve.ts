import type { Request, RequestHandler } from 'express';
import type { z } from 'zod';
import type { Authenticate } from '../auth/authenticate.ts';
import { fieldErrors } from '../http/field-errors.ts';
import { invalidRequest, Problem } from '../http/problem.ts';
import { readJson, readOptionalJson } from '../http/read-json.ts';
import { contextOf } from '../http/request-context.ts';
import { sendJson } from '../http/respond.ts';
import { type Endpoint, nobody } from './endpoint.ts';

export interface ServeOptions {
  readonly authenticate: Authenticate;
  readonly bodyLimitBytes: number;
}

/** Parses with a schema, or throws `invalid_request`. */
export const parseWith = <T>(schema: z.ZodType<T>, input: unknown): T => {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  throw invalidRequest(fieldErrors(parsed.error, input));
};

/** What cannot be an id names nothing. */
const parseParams = (schema: z.ZodType | undefined, request: Request): unknown => {
  if (schema === undefined) return undefined;
  const parsed = schema.safeParse(request.params);
  if (!parsed.success) throw new Problem('not_found');
  return parsed.data;
};

const parseBody = async (
  endpoint: Endpoint,
  request: Request,
  { params, limitBytes }: { readonly params: unknown; readonly limitBytes: number },
): Promise<unknown> => {
  if (endpoint.body === undefined) return undefined;
  const read = endpoint.bodyOptional === true ? readOptionalJson : readJson;
  const raw = await read(request, endpoint.bodyLimitBytes ?? limitBytes);
  return parseWith(endpoint.pickBody?.(raw, params) ?? endpoint.body, raw);
};

/** The Express handler of an endpoint, the only one that its requests go through. */
export const serve =
  (endpoint: Endpoint, { authenticate, bodyLimitBytes }: ServeOptions): RequestHandler =>
  async (request, response) => {
    contextOf(request).route = endpoint.path;
    const caller = endpoint.access === 'open' ? nobody : await authenticate(request);
    const params = parseParams(endpoint.params, request);
    const query = endpoint.query === undefined ? undefined : parseWith(endpoint.query, request.query);
    const body = await parseBody(endpoint, request, { params, limitBytes: bodyLimitBytes });
    const answer = await endpoint.handle({ params, query, body, caller, request, response });
    if (answer !== null) sendJson(response, answer);
  };
