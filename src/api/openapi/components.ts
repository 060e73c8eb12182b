import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
export type JsonObject = { [key: string]: Json };

const prefix = '#/components/schemas/';

const mapReferences = (value: Json, rename: (name: string) => string): Json => {
  if (Array.isArray(value)) return value.map((item) => mapReferences(item, rename));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => {
      const name =
        key === '$ref' && typeof inner === 'string' ? /^#\/\$defs\/(.+)$/.exec(inner)?.[1] : undefined;
      return [key, name === undefined ? mapReferences(inner, rename) : prefix + rename(name)];
    }),
  );
};

/**
 * Collects JSON Schemas under `components`. A schema with `.meta({ id })` is put there under that name and
 * referred to; where what is sent and what is answered differ (defaults, conversions), the answer's form
 * is called `…Output`.
 */
export const createComponents = () => {
  const schemas: JsonObject = {};

  const add = (schema: z.ZodType, io: 'input' | 'output'): Json => {
    const {
      $schema: _,
      $defs = {},
      ...root
    } = z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as JsonObject;
    const definitions = $defs as JsonObject;
    const isTaken = (name: string, names: (inner: string) => string): boolean =>
      schemas[name] !== undefined &&
      !isDeepStrictEqual(schemas[name], mapReferences(definitions[name] ?? {}, names));
    // Input comes first (see document.ts), so it is the answer's form that gets the longer name.
    const differs = (names: (inner: string) => string): Set<string> =>
      new Set(Object.keys(definitions).filter((name) => isTaken(name, names)));
    let renamed = new Set<string>();
    for (;;) {
      const names = (name: string): string => (renamed.has(name) ? `${name}Output` : name);
      const next = new Set([...renamed, ...differs(names)]);
      if (next.size === renamed.size) break;
      renamed = next;
    }
    const names = (name: string): string => (renamed.has(name) ? `${name}Output` : name);
    for (const [name, definition] of Object.entries(definitions)) {
      schemas[names(name)] = mapReferences(definition, names);
    }
    return mapReferences(root, names);
  };

  return { schemas, add };
};

export type Components = ReturnType<typeof createComponents>;
