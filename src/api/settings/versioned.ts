import type { Request } from 'express';
import type { z } from 'zod';
import {
  findSetting,
  type SettingName,
  saveSetting,
  type VersionedValue,
} from '../../../db/repositories/settings/save-setting.ts';
import type { ApiDeps } from '../deps.ts';
import type { Caller } from '../endpoints/endpoint.ts';
import { Problem } from '../http/problem.ts';
import type { Answer } from '../http/respond.ts';

/** The ETag of a setting is its version; 0 while the default applies. */
const etagOf = (version: number): string => `"${version}"`;

/**
 * The version that If-Match asks for; null: any.
 * @throws Problem `version_mismatch` for a tag that is none of ours.
 */
const expectedVersionOf = (request: Request): number | null => {
  const header = request.headers['if-match']?.trim();
  if (header === undefined || header === '*') return null;
  const version = /^"(\d{1,9})"$/.exec(header)?.[1];
  if (version === undefined) throw new Problem('version_mismatch');
  return Number(version);
};

const answer = ({ version, value }: VersionedValue): Answer => ({
  status: 200,
  body: value,
  headers: { etag: etagOf(version) },
});

/** A stored value as today's schema reads it: settings that came later have their defaults. */
const upToDate = (schema: z.ZodType, stored: unknown): unknown => {
  const parsed = schema.safeParse(stored);
  return parsed.success ? parsed.data : stored;
};

export const readSetting = async (
  { database }: Pick<ApiDeps, 'database'>,
  { sellerId }: Caller,
  name: SettingName,
  schema: z.ZodType,
): Promise<Answer> => {
  const stored = await findSetting(database, sellerId, name);
  if (stored === null) return answer({ version: 0, value: schema.parse({}) });
  return answer({ version: stored.version, value: upToDate(schema, stored.value) });
};

export const writeSetting = async (
  { database }: Pick<ApiDeps, 'database'>,
  { sellerId }: Caller,
  name: SettingName,
  { request, value }: { readonly request: Request; readonly value: unknown },
): Promise<Answer> => {
  const expectedVersion = expectedVersionOf(request);
  const stored = await saveSetting(database, sellerId, name, { value, expectedVersion });
  if (stored === null) throw new Problem('version_mismatch');
  return answer(stored);
};
