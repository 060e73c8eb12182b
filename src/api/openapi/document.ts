import { z } from 'zod';
import type { Endpoint, SuccessDeclaration } from '../endpoints/endpoint.ts';
import { type ProblemCode, problemKinds } from '../http/problem-kinds.ts';
import { type Components, createComponents, type Json, type JsonObject } from './components.ts';
import { tags } from './tags.ts';

const jsonType = 'application/json';

const problem = z
  .object({
    type: z.url(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    code: z.string().meta({ description: 'Stable; programs decide by it' }),
    errors: z
      .array(z.object({ path: z.string(), code: z.string(), message: z.string() }))
      .optional()
      .meta({ description: 'For bad input: the path of each wrong field, such as lines[0].quantity' }),
    jobId: z.uuid().optional().meta({ description: 'Of a conflict: the job that made the thing' }),
  })
  .meta({ id: 'Problem', description: 'RFC 9457' });

/** What an endpoint may answer beside its own problems. */
const commonProblems = ({ access, body, streamedBody }: Endpoint): ProblemCode[] => [
  ...(access === 'open' ? [] : (['unauthorized', 'too_many_requests', 'database_unavailable'] as const)),
  ...(body === undefined && streamedBody?.[jsonType] === undefined
    ? []
    : (['malformed_json', 'body_too_large', 'unsupported_media_type', 'invalid_request'] as const)),
];

const problemsOf = (endpoint: Endpoint): ProblemCode[] => [
  ...new Set([...commonProblems(endpoint), ...(endpoint.problems ?? [])]),
];

const headersOf = (headers: Readonly<Record<string, string>>): JsonObject =>
  Object.fromEntries(
    Object.entries(headers).map(([name, description]) => [name, { description, schema: { type: 'string' } }]),
  );

const successOf = (components: Components, declared: SuccessDeclaration): JsonObject => ({
  description: declared.description,
  ...(declared.headers === undefined ? {} : { headers: headersOf(declared.headers) }),
  content: {
    [declared.mediaType ?? jsonType]: { schema: components.add(declared.schema, 'output') },
  },
});

const problemResponses = (components: Components, endpoint: Endpoint): JsonObject => {
  const responses: JsonObject = {};
  for (const status of new Set(problemsOf(endpoint).map((code) => problemKinds[code].status))) {
    const codes = problemsOf(endpoint).filter((code) => problemKinds[code].status === status);
    responses[status] = {
      description: codes.map((code) => `\`${code}\`: ${problemKinds[code].title}`).join('; '),
      ...(status === 429 || status === 503
        ? { headers: headersOf({ 'Retry-After': 'Seconds to wait' }) }
        : {}),
      content: { 'application/problem+json': { schema: components.add(problem, 'output') } },
    };
  }
  return responses;
};

const parametersOf = (
  components: Components,
  where: 'path' | 'query',
  schema: z.ZodType | undefined,
): Json[] => {
  if (schema === undefined) return [];
  const { properties = {}, required = [] } = components.add(schema, 'input') as {
    properties?: JsonObject;
    required?: string[];
  };
  return Object.entries(properties).map(([name, property]) => {
    const { description, ...rest } = property as JsonObject;
    return {
      name,
      in: where,
      required: where === 'path' || required.includes(name),
      ...(description === undefined ? {} : { description }),
      schema: rest,
    };
  });
};

const isRequired = (name: string, { problems = [] }: Endpoint): boolean =>
  name === 'Idempotency-Key' && problems.includes('idempotency_key_required');

const headerParameters = (endpoint: Endpoint): Json[] =>
  (endpoint.requestHeaders ?? []).map(({ name, description, example }) => ({
    name,
    in: 'header',
    required: isRequired(name, endpoint),
    description,
    schema: { type: 'string' },
    ...(example === undefined ? {} : { example }),
  }));

const bodyOf = (
  components: Components,
  { body, streamedBody, bodyOptional = false, example }: Endpoint,
): JsonObject => {
  if (streamedBody !== undefined) {
    const content = Object.fromEntries(
      Object.entries(streamedBody).map(([type, { schema, example: text }]) => [
        type,
        {
          schema: components.add(schema, 'input'),
          ...(text === '' ? {} : { example: type === jsonType ? (JSON.parse(text) as Json) : text }),
        },
      ]),
    );
    return { requestBody: { required: true, content } };
  }
  if (body === undefined) return {};
  const schema = components.add(body, 'input');
  const media: JsonObject = example === undefined ? { schema } : { schema, example: example as Json };
  return { requestBody: { required: !bodyOptional, content: { [jsonType]: media } } };
};

const operationOf = (components: Components, endpoint: Endpoint): JsonObject => ({
  operationId: endpoint.operationId,
  tags: [endpoint.tag],
  summary: endpoint.summary,
  ...(endpoint.description === undefined ? {} : { description: endpoint.description }),
  ...(endpoint.access === 'open' ? { security: [] } : {}),
  parameters: [
    ...parametersOf(components, 'path', endpoint.params),
    ...parametersOf(components, 'query', endpoint.query),
    ...headerParameters(endpoint),
  ],
  ...bodyOf(components, endpoint),
  responses: {
    ...Object.fromEntries(
      Object.entries(endpoint.success).map(([status, declared]) => [status, successOf(components, declared)]),
    ),
    ...problemResponses(components, endpoint),
  },
});

export interface DocumentOptions {
  readonly publicUrl: string;
  readonly version: string;
}

/** The OpenAPI 3.1 document, made of the declarations that also make the routes. */
export const openApiDocument = (
  endpoints: readonly Endpoint[],
  { publicUrl, version }: DocumentOptions,
): JsonObject => {
  const components = createComponents();
  // Requests name their schemas first: an answer that differs gets the longer name.
  for (const { body, streamedBody } of endpoints) {
    const json = body ?? streamedBody?.[jsonType]?.schema;
    if (json !== undefined) components.add(json, 'input');
  }
  const paths: JsonObject = {};
  for (const endpoint of endpoints) {
    const item = (paths[endpoint.path] ?? {}) as JsonObject;
    paths[endpoint.path] = { ...item, [endpoint.method]: operationOf(components, endpoint) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Navette',
      version,
      summary: 'After-sales back end: orders, delivery promises, parcels and what follows.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: publicUrl }],
    security: [{ apiKey: [] }],
    tags: tags.map(({ name, description }) => ({ name, description })),
    paths,
    components: {
      securitySchemes: { apiKey: { type: 'http', scheme: 'bearer', description: 'An API key, nav_…' } },
      schemas: components.schemas,
    },
  };
};
