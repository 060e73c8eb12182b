import type { Sql } from '../../db/client.ts';
import { saveMailboxMessage } from '../../db/repositories/mailbox/save-mailbox-message.ts';
import { newId } from '../platform/ids.ts';
import { isBareAddress, type MailFrom, oneLine } from './addresses.ts';
import type { MailTransport } from './outgoing-mail.ts';

/** Enough for a demo and a day of development; older ones are dropped. */
const keptMessages = 1_000;

/** Catches every mail in a table that /mailbox shows, where no mail server is set. */
export const createMailboxTransport = ({
  mailbox,
  from,
}: {
  mailbox: Sql;
  from: MailFrom;
}): MailTransport => ({
  send: async (mail) => {
    if (!isBareAddress(mail.recipient)) {
      return { kind: 'refused', response: 'The recipient is not one mail address' };
    }
    const name = oneLine(mail.senderName ?? from.name ?? '');
    const message = {
      id: newId(),
      messageId: mail.messageId,
      from: name === '' ? from.address : `"${name.replaceAll('"', "'")}" <${from.address}>`,
      to: mail.recipient,
      subject: oneLine(mail.subject),
      text: mail.text,
      html: mail.html,
      headers: {
        Date: new Date(mail.writtenAt).toUTCString(),
        'Auto-Submitted': 'auto-generated',
        ...mail.headers,
      },
      attachments: mail.attachments.map(({ filename, contentType, content }) => ({
        filename: oneLine(filename),
        contentType,
        size: content.byteLength,
        base64: Buffer.from(content).toString('base64'),
      })),
    };
    await saveMailboxMessage(mailbox, message, { keep: keptMessages });
    return { kind: 'accepted', response: 'In the development mailbox' };
  },
  close: () => {},
});
