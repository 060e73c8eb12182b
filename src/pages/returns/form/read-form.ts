import { isUtf8 } from 'node:buffer';
import type { Request } from 'express';
import { ClientGone, drain, mediaTypeOf } from '../../../api/http/read-json.ts';
import { readMultipart } from './read-multipart.ts';
import { mostFields, type SentFile, type SentFormResult, textFormBytes } from './sent-form.ts';

/** Slower than this and the client is stuck, or means to hold the connection. */
const readLimitMs = 30_000;

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
  const body = await readBody(request, plain ? textFormBytes : limitBytes);
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

/** Null: it is larger. What is left of it is taken and forgotten, so that the client reads the answer. */
const readBody = async (request: Request, limitBytes: number): Promise<Buffer | null> => {
  if (Number(request.headers['content-length'] ?? 0) > limitBytes) {
    drain(request);
    return null;
  }
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let length = 0;
    const timer = setTimeout(() => request.destroy(), readLimitMs);
    const settle = (act: () => void): void => {
      clearTimeout(timer);
      request.off('data', take).off('end', end).off('close', gone).off('error', gone);
      act();
    };
    const take = (chunk: Buffer): void => {
      length += chunk.length;
      chunks.push(chunk);
      if (length <= limitBytes) return;
      settle(() => {
        drain(request);
        resolve(null);
      });
    };
    const end = (): void => settle(() => resolve(Buffer.concat(chunks)));
    const gone = (): void => settle(() => reject(new ClientGone()));
    request.on('data', take).on('end', end).on('close', gone).on('error', gone);
  });
};
