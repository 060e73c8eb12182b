import type { NewMail } from '../../db/repositories/mail/save-mails.ts';
import type { MailAttachmentRef } from '../../db/schema/mail.ts';
import { uploadedFormat } from '../../src/labels/document-formats.ts';
import type { Mailing } from '../mailing.ts';
import { type MailedReturn, returnLink, toSenderMails } from './letters.ts';
import { withdrawalLetter } from './return-mails.ts';

/** The mail that brings the slip, with our label on it or the seller's own beside it. */
export const toDocumentMails = (about: MailedReturn, mailing: Mailing): NewMail[] => {
  const { after } = about;
  const { authorization } = after;
  if (authorization === null) return [];
  const { rma, documentVersion: version, label } = authorization;
  const attachments: MailAttachmentRef[] = [
    { returnId: after.id, version, format: 'return.pdf', filename: `return-${rma}.pdf` },
  ];
  if (label.kind === 'uploaded') {
    const filename = `label-${rma}.${label.contentType === 'image/png' ? 'png' : 'pdf'}`;
    attachments.push({ returnId: after.id, version, format: uploadedFormat, filename });
  }
  const attached = label.kind === 'uploaded' ? 'seller_own_attached' : 'attached';
  const acknowledgement = version === 1 ? withdrawalLetter(about, attached, { attachments, mailing }) : null;
  if (acknowledgement !== null) return toSenderMails(about, acknowledgement, mailing);
  const mail = {
    kind: 'buyer_authorized',
    rma,
    labelUrl: returnLink(about, { action: 'print_return_label', from: null }, mailing),
    label: attached,
    returnAddress: true,
  } as const;
  return toSenderMails(about, { mark: `v${version}`, attachments, mail }, mailing);
};
