import type { Stage } from './scene.ts';
import { type FiguresView, figuresView, messageResult, messageView } from './views.ts';

/** Tells Navette of a message; it is expected to be kept. */
export const sendMessage = async (stage: Stage, message: Readonly<Record<string, unknown>>) => {
  const job = await stage.api.work('/v1/messages', message);
  stage.expect.equal('the message is kept', job.status, 'done');
  return messageResult.parse(job.result);
};

export const readMessage = async ({ api }: Stage, messageId: string) =>
  messageView.parse((await api.get(`/v1/messages/${messageId}`)).body);

export const readFigures = async ({ api }: Stage, channel: string): Promise<FiguresView> =>
  figuresView.parse((await api.get(`/v1/metrics/response-time?channel=${encodeURIComponent(channel)}`)).body);
