import type { z } from 'zod';
import type { authorizeRequest } from '../../../queues/schemas/return.schema.ts';
import { checkUploadedLabel } from '../../labels/check-uploaded-label.ts';
import { invalidRequest, Problem } from '../http/problem.ts';
import { checkAddress } from '../orders/check-address.ts';

type Documents = Pick<z.output<typeof authorizeRequest>, 'returnAddress' | 'label'>;

/** @throws Problem for an address that cannot exist, or an upload that is not what it says. */
export const checkDocuments = async ({ returnAddress, label }: Documents): Promise<void> => {
  const errors = returnAddress === null ? [] : [...checkAddress(returnAddress, 'returnAddress')];
  if (errors.length > 0) throw invalidRequest(errors);
  if (label?.kind !== 'uploaded') return;
  const checked = await checkUploadedLabel(Buffer.from(label.base64, 'base64'), label.contentType);
  if (!checked.ok) {
    const { code, detail } = checked.refusal;
    throw new Problem('label_unusable', { code, detail });
  }
};
