import type { NewMail } from '../../db/repositories/mail/save-mails.ts';
import type { MailAttachmentRef } from '../../db/schema/mail.ts';
import { buyerPaysWayBack } from '../../src/domain/returns/policy.ts';
import { uploadedFormat } from '../../src/labels/document-formats.ts';
import type { Mailing } from '../mailing.ts';
import { type MailedReturn, returnLink, toSenderMails } from './letters.ts';

/** The mail that brings the slip, with our label on it or the seller's own beside it. */
export const toDocumentMails = (about: MailedReturn, mailing: Mailing): NewMail[] => {
  const { after } = about;
  const { authorization } = after;
  if (authorization === null) return [];
  const { rma, documentVersion: version, label } = authorization;
  const suffix = version > 1 ? `-${version}` : '';
  const attachments: MailAttachmentRef[] = [
    { returnId: after.id, version, format: 'return.pdf', filename: `return-${rma}${suffix}.pdf` },
  ];
  if (label.kind === 'uploaded') {
    const filename = `label-${rma}${suffix}.${label.contentType === 'image/png' ? 'png' : 'pdf'}`;
    attachments.push({ returnId: after.id, version, format: uploadedFormat, filename });
  }
  const attached = label.kind === 'uploaded' ? 'seller_own_attached' : 'attached';
  const mail = {
    kind: 'buyer_authorized',
    rma,
    labelUrl: returnLink(about, { action: 'print_return_label', from: null }, mailing),
    label: attached,
    returnAddress: true,
    postageRefunded: !buyerPaysWayBack(about.channel.policy, after.lines),
    replaces: version > 1,
  } as const;
  return toSenderMails(about, { mark: `v${version}`, attachments, mail }, mailing);
};
