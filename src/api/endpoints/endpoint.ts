import type { Request, Response } from 'express';
import type { z } from 'zod';
import type { ProblemCode } from '../http/problem-kinds.ts';
import type { Answer } from '../http/respond.ts';

/** Who calls: an API key of one seller. */
export interface Caller {
  readonly sellerId: string;
  readonly keyId: string;
}

/** The caller of an open endpoint: sees no seller's rows. */
export const nobody: Caller = { sellerId: '', keyId: '' };

/** A request whose parts fit their schemas. */
export interface Call<P, Q, B> {
  readonly params: P;
  readonly query: Q;
  readonly body: B;
  readonly caller: Caller;
  readonly request: Request;
  readonly response: Response;
}

/** An answer that the document promises. */
export interface SuccessDeclaration {
  readonly description: string;
  readonly schema: z.ZodType;
  /** Default application/json. */
  readonly mediaType?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface HeaderDeclaration {
  readonly name: string;
  readonly description: string;
  readonly example?: string;
}

/** A body that the endpoint reads itself, by media type. */
export type StreamedBody = Readonly<
  Record<string, { readonly schema: z.ZodType; readonly example: string; readonly description: string }>
>;

interface Declared {
  readonly method: 'get' | 'post' | 'put';
  /** As in OpenAPI: `/v1/orders/{orderId}`. */
  readonly path: `/${string}`;
  readonly operationId: string;
  readonly summary: string;
  readonly description?: string;
  readonly tag: string;
  /** `open`: needs no key, and has no caller. Default `key`. */
  readonly access?: 'key' | 'open';
  readonly requestHeaders?: readonly HeaderDeclaration[];
  readonly streamedBody?: StreamedBody;
  /** A request without a body means `{}`. */
  readonly bodyOptional?: boolean;
  /** Where bodies may be larger than elsewhere. */
  readonly bodyLimitBytes?: number;
  /** By status. */
  readonly success: Readonly<Record<number, SuccessDeclaration>>;
  /** Beside those that every endpoint may answer. */
  readonly problems?: readonly ProblemCode[];
  readonly example?: unknown;
}

export interface EndpointOptions<P, Q, B> extends Declared {
  readonly params?: z.ZodType<P>;
  readonly query?: z.ZodType<Q>;
  readonly body?: z.ZodType<B>;
  /** The schema that parses this very body: a branch of a union (so that faults get its paths), other defaults. */
  readonly pickBody?: (raw: unknown, params: P) => z.ZodType<B>;
  /** Null: it has answered itself. */
  handle(call: Call<P, Q, B>): Promise<Answer | null>;
}

/** One endpoint: its Express route and its part of the OpenAPI document are both made from this. */
export interface Endpoint extends Declared {
  readonly params?: z.ZodType;
  readonly query?: z.ZodType;
  readonly body?: z.ZodType;
  readonly pickBody?: (raw: unknown, params: unknown) => z.ZodType;
  handle(call: Call<unknown, unknown, unknown>): Promise<Answer | null>;
}

/** Ties the types of a call to the schemas that made them; from here on the schemas alone vouch for them. */
export const defineEndpoint = <P = undefined, Q = undefined, B = undefined>(
  options: EndpointOptions<P, Q, B>,
): Endpoint => options as Endpoint;
