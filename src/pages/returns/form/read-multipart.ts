import { Busboy, type BusboyInstance } from '@fastify/busboy';
import { mostFields, type SentFile, textFormBytes, uploadBytes } from './sent-form.ts';

export interface Parts {
  readonly fields: readonly (readonly [string, string])[];
  readonly files: ReadonlyMap<string, SentFile>;
}

/** The parts of a body of `multipart/form-data`; null: it is none, or holds what no form of ours sends. */
export const readMultipart = (
  body: Buffer,
  contentType: string,
  { files: wanted }: { files: boolean },
): Promise<Parts | null> =>
  new Promise((resolve) => {
    const fields: [string, string][] = [];
    const files = new Map<string, SentFile>();
    const fail = (): void => resolve(null);
    const parser = parserOf(contentType);
    if (parser === null) return fail();
    parser.on('field', (name, value, nameTruncated, valueTruncated) => {
      if (nameTruncated || valueTruncated) fail();
      else fields.push([name, value]);
    });
    parser.on('file', (name, stream, filename, _encoding, type) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('error', fail);
      stream.on('end', () => {
        const bytes = Buffer.concat(chunks);
        // Browsers send an empty file where none was chosen.
        if (bytes.length === 0 && !filename) return;
        if (!wanted || files.has(name)) fail();
        else files.set(name, { bytes, type, tooLarge: stream.truncated });
      });
    });
    for (const limit of ['partsLimit', 'filesLimit', 'fieldsLimit'] as const) parser.on(limit, fail);
    parser.on('error', fail);
    parser.on('finish', () => resolve({ fields, files }));
    parser.end(body);
  });

const parserOf = (contentType: string): BusboyInstance | null => {
  try {
    return new Busboy({
      headers: { 'content-type': contentType },
      limits: {
        fieldNameSize: 100,
        fieldSize: textFormBytes,
        fields: mostFields,
        files: 1,
        fileSize: uploadBytes,
        headerPairs: 20,
        headerSize: 4_096,
      },
    });
  } catch {
    // No boundary.
    return null;
  }
};
