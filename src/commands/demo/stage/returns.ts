import type { z } from 'zod';
import { daysBefore, hoursBefore } from './days.ts';
import { command, mug, place, scan } from './orders.ts';
import type { Person } from './people.ts';
import type { Stage } from './scene.ts';
import { until } from './until.ts';
import { mailList, type ReturnView, returnResult, returnView } from './views.ts';

type Mail = z.output<typeof mailList>['items'][number];

export interface Arrived {
  readonly channel: string;
  readonly number: string;
  readonly person: Person;
  readonly more?: Readonly<Record<string, unknown>>;
}

/** An order of two mugs that has arrived: what may come back. Gives its id. */
export const placeArrived = async (stage: Stage, { channel, number, person, more }: Arrived) => {
  const { now } = stage;
  const historical = { historical: true };
  const placedAt = daysBefore(now, 6);
  const { orderId } = await place(stage, {
    channel,
    number,
    placedAt,
    person,
    more: { ...historical, lines: [mug], ...more },
  });
  const trackingNumber = `RT-${number}`;
  await command(stage, orderId, 'shipments', {
    carrier: 'colissimo',
    trackingNumber,
    // Within the hour and the day: neither left nor arrived late, on whichever weekday the demo plays.
    shippedAt: hoursBefore(now, 6 * 24 - 1),
    ...historical,
  });
  await scan(stage, 'colissimo', [
    { trackingNumber, code: 'delivered', occurredAt: hoursBefore(now, 6 * 24 - 20) },
  ]);
  return orderId;
};

/** Asks for a return and expects it to be taken. */
export const requestReturn = async (
  stage: Stage,
  orderId: string,
  request: Readonly<Record<string, unknown>>,
) => {
  const job = await stage.api.work('/v1/returns', {
    orderId,
    requestedBy: 'buyer',
    lines: [{ lineId: mug.lineId, quantity: 1, reason: 'defective' }],
    ...request,
  });
  stage.expect.equal('the request is taken', job.status, 'done');
  return returnResult.parse(job.result);
};

/** The parcel is back: these units in this condition. */
export const receiveReturn = async (
  { api, expect, now }: Stage,
  returnId: string,
  units: { readonly sku: string; readonly condition: string },
): Promise<void> => {
  const job = await api.work(`/v1/returns/${returnId}/receipts`, {
    receivedAt: now.toISOString(),
    lines: [{ quantity: 1, ...units }],
  });
  expect.equal('the parcel is back', job.status, 'done');
};

export const readReturn = async ({ api }: Stage, returnId: string): Promise<ReturnView> =>
  returnView.parse((await api.get(`/v1/returns/${returnId}`)).body);

/** Waits for a mail to somebody about an order whose text has this, or of which that is true. */
export const mailTo = (
  { api }: Stage,
  to: string,
  number: string,
  holding: string | ((mail: Mail) => boolean) = '',
) =>
  until(`A mail to ${to} about ${number}`, async () => {
    const { items } = mailList.parse((await api.get('/mailbox/api/messages')).body);
    return (
      items.find(
        (mail) =>
          mail.to === to &&
          mail.text.includes(number) &&
          (typeof holding === 'string' ? mail.text.includes(holding) : holding(mail)),
      ) ?? null
    );
  });

/** Where the links of a mail lead, in their order. */
export const linksIn = (text: string): string[] =>
  [...text.matchAll(/https?:\/\/\S+\/r\/[\w-]+/g)].map(([link]) => link);

/** Follows a link as whatever it is that reads mail. */
export const follow = ({ api }: Stage, link: string, init: RequestInit = {}): Promise<Response> =>
  api.call(new URL(link).pathname, init);

/** Presses the button of a link's page, as a browser posts it. */
export const press = async (stage: Stage, link: string, fields: Readonly<Record<string, string>>) => {
  const response = await follow(stage, link, { method: 'POST', body: new URLSearchParams(fields) });
  return { status: response.status, page: await response.text() };
};
