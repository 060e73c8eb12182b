import type { Stage } from './scene.ts';
import { until } from './until.ts';
import { alertPage, mailList } from './views.ts';

export const readAlerts = async ({ api }: Stage) =>
  alertPage.parse((await api.get('/v1/alerts?limit=200')).body).items;

export const readMails = async ({ api }: Stage) =>
  mailList.parse((await api.get('/mailbox/api/messages')).body).items;

/** Waits for the alerts about an order and expects one of this kind. */
export const alertAbout = async (stage: Stage, number: string, kind: string): Promise<void> => {
  const kinds = await until(`An alert about ${number}`, async () => {
    const about = (await readAlerts(stage)).filter(({ channelOrderId }) => channelOrderId === number);
    return about.length === 0 ? null : about.map((alert) => alert.kind);
  });
  stage.expect.equal(`alerts about ${number}`, kinds, [kind]);
};

/** Waits for the mail about an order. */
export const mailAbout = (stage: Stage, number: string) =>
  until(`A mail about ${number}`, async () => {
    const mails = await readMails(stage);
    return mails.find(({ subject }) => subject.includes(number)) ?? null;
  });
