import { isUtf8 } from 'node:buffer';
import type { Request } from 'express';
import { drain, readBytes } from '../../../api/http/read-bytes.ts';
import { mediaTypeOf } from '../../../api/http/read-json.ts';
import { readMultipart } from './read-multipart.ts';
import { mostFields, type SentFile, type SentFormResult, textFormBytes } from './sent-form.ts';

/** The form that a browser posts. A field that comes twice makes it malformed; unknown ones nobody asks for. */
export const readForm = async (
  request: Request,
  { limitBytes, files }: { limitBytes: number; files: boolean },
): Promise<SentFormResult> => {
  const type = mediaTypeOf(request);
  const plain = type === 'application/x-www-form-urlencoded';
  const encoding = request.headers['content-encoding'];
  if ((!plain && type !== 'multipart/form-data') || (encoding !== undefined && encoding !== 'identity')) {
    drain(request);
    return { ok: false, fault: 'wrongType' };
  }
  const body = await readBytes(request, plain ? textFormBytes : limitBytes);
  if (body === null) return { ok: false, fault: 'tooLarge' };
  if (plain) return isUtf8(body) ? formOf(new URLSearchParams(body.toString('utf8'))) : malformed;
  const parts = await readMultipart(body, request.headers['content-type'] ?? '', { files });
  return parts === null ? malformed : formOf(parts.fields, parts.files);
};

const malformed: SentFormResult = { ok: false, fault: 'malformed' };

const formOf = (
  sent: Iterable<readonly [string, string]>,
  files: ReadonlyMap<string, SentFile> = new Map(),
): SentFormResult => {
  const fields = new Map<string, string>();
  for (const [name, value] of sent) {
    if (fields.has(name) || fields.size >= mostFields) return malformed;
    fields.set(name, value.replace(/\r\n?/g, '\n').trim());
  }
  return {
    ok: true,
    form: { get: (name) => fields.get(name) ?? '', file: (name) => files.get(name) ?? null },
  };
};
