import { simpleParser } from 'mailparser';
import type { SinkMessage, SmtpSink } from '../../support/smtp-sink.ts';

/** What a Message-ID of ours says (src/mail/addresses.ts): what kind of mail it is, about which thing. */
export interface MailName {
  readonly kind: string;
  readonly thingId: string;
}

export const nameOfMail = (messageId: string): MailName | null => {
  const [, kind, thingId] = /^<([\w-]+)\.([0-9a-f-]{36})@/.exec(messageId) ?? [];
  return kind === undefined || thingId === undefined ? null : { kind, thingId };
};

/** The mails that people have got, by what they are about. */
export interface Postbox {
  find(kind: string, thingId: string): SinkMessage | null;
}

/** `kind` is the beginning of the mail's kind. */
export const openPostbox = ({ messages }: SmtpSink): Postbox => {
  const byThing = new Map<string, { readonly kind: string; readonly mail: SinkMessage }[]>();
  let read = 0;
  const readOn = (): void => {
    for (; read < messages.length; read += 1) {
      const mail = messages[read];
      const name = nameOfMail(mail?.headers.get('message-id') ?? '');
      if (mail === undefined || name === null) continue;
      byThing.set(name.thingId, [...(byThing.get(name.thingId) ?? []), { kind: name.kind, mail }]);
    }
  };
  return {
    find: (kind, thingId) => {
      readOn();
      return byThing.get(thingId)?.find((one) => one.kind.startsWith(kind))?.mail ?? null;
    },
  };
};

/** Paths of the links to pages, in the order in which the mail has them. */
export const linksOf = async ({ raw }: SinkMessage): Promise<string[]> => {
  const { text = '' } = await simpleParser(raw);
  return [...text.matchAll(/https?:\/\/[^/\s]+(\/r\/[\w-]+)/g)].map(([, path]) => path ?? '');
};
