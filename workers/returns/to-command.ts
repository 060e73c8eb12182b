import type { ReturnCommand } from '../../src/domain/returns/commands.ts';
import type { ReturnLabel } from '../../src/domain/returns/return.ts';
import { newId } from '../../src/platform/ids.ts';
import type { ParsedJob } from '../handler.ts';

/** Every job of the queue but the one that is about many returns. */
export type ReturnJob = Exclude<ParsedJob<'returns'>, { readonly name: 'authorize-many' }>;

type LabelInput = Extract<ReturnJob, { readonly name: 'authorize' }>['payload']['authorize']['label'];

/** The label without its bytes, which are kept as a document. */
const toLabel = (label: LabelInput): ReturnLabel | null => {
  if (label === null) return null;
  return label.kind === 'generated' ? label : { kind: 'uploaded', contentType: label.contentType };
};

/** What a job asks of the domain. */
export const toCommand = (job: ReturnJob): ReturnCommand => {
  switch (job.name) {
    case 'request':
      return { type: 'request', returnId: job.payload.returnId, ...job.payload.request };
    case 'authorize': {
      const { authorize } = job.payload;
      return { type: 'authorize', ...authorize, label: toLabel(authorize.label) };
    }
    case 'replace-documents': {
      const { documents } = job.payload;
      return { type: 'replace_documents', ...documents, label: toLabel(documents.label) };
    }
    case 'close':
      return { type: 'close', ...job.payload.close };
    case 'reply':
      // The reply's place in the conversation, and its mail, are called as the job.
      return { type: 'reply', ...job.payload.reply, messageId: job.id };
    case 'cancel':
      return { type: 'cancel', at: job.payload.note.at };
    case 'confirm-withdrawal':
      return { type: 'confirm_withdrawal', ...job.payload.confirm };
    case 'dispatch':
      return { type: 'dispatch', ...job.payload.note };
    case 'escalate':
      return { type: 'escalate', at: job.payload.note.at };
    case 'receive': {
      const { receivedAt, lines } = job.payload.receipt;
      return { type: 'receive', receivedAt, lines: lines.map((line) => ({ ...line, mismatchId: newId() })) };
    }
    case 'decide-mismatch':
      return { type: 'decide_mismatch', mismatchId: job.payload.mismatchId, ...job.payload.decision };
    case 'complete':
      return { type: 'complete' };
    default:
      return job satisfies never;
  }
};

export interface Upload {
  readonly contentType: string;
  readonly content: Uint8Array;
}

/** The seller's own label that comes with a job; null: none. */
export const uploadOf = (job: ReturnJob): Upload | null => {
  const label =
    job.name === 'authorize'
      ? job.payload.authorize.label
      : job.name === 'replace-documents'
        ? job.payload.documents.label
        : null;
  if (label === null || label.kind !== 'uploaded') return null;
  return { contentType: label.contentType, content: Buffer.from(label.base64, 'base64') };
};
