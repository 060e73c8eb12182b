import { z } from 'zod';
import type { Stage } from './scene.ts';

const answer = z.object({
  line: z.int(),
  jobId: z.uuid().optional(),
  error: z.object({ code: z.string(), detail: z.string() }).optional(),
});
export type LineAnswer = z.output<typeof answer>;

/** Streams lines into POST /v1/orders/batch and reads the answers while they come. */
export const sendBatch = async (
  { api }: Stage,
  lines: readonly string[],
  onAnswers: (count: number) => void,
): Promise<readonly LineAnswer[]> => {
  const response = await api.call('/v1/orders/batch', {
    method: 'POST',
    headers: { 'content-type': 'application/x-ndjson' },
    body: new Blob(lines.map((line) => `${line}\n`)).stream(),
    duplex: 'half',
  });
  if (response.status !== 200 || response.body === null) {
    throw new Error(`The batch answered ${response.status}: ${await response.text()}`);
  }
  const answers: LineAnswer[] = [];
  let rest = '';
  for await (const text of response.body.pipeThrough(new TextDecoderStream())) {
    const parts = (rest + text).split('\n');
    rest = parts.pop() ?? '';
    answers.push(...parts.map((part) => answer.parse(JSON.parse(part))));
    onAnswers(answers.length);
  }
  return answers;
};
