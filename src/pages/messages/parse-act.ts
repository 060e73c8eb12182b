import { messageBody } from '../../../queues/schemas/message.schema.ts';
import { mostMessageCharacters } from '../../domain/response-time/message.ts';
import { type Checked, checkText, faulty } from '../returns/form/check-fields.ts';
import type { SentForm } from '../returns/form/sent-form.ts';
import type { MessageLinkAction } from './message-view.ts';
import type { MessageAct } from './ports.ts';

/** What a posted form asks for; or all that is wrong with it at once. */
export const parseAct = (action: MessageLinkAction, form: SentForm): Checked<MessageAct> => {
  switch (action) {
    case 'reply_to_message':
      return parseReply(form);
    case 'write_to_seller':
      return parseWords(form);
    default:
      return action satisfies never;
  }
};

/** Nothing acts without one of the choices, of which no page preselects any. */
const parseReply = (form: SentForm): Checked<MessageAct> => {
  switch (form.get('act')) {
    case 'reply': {
      const body = checkBody(form);
      if (!body.ok) return body;
      const noResponseNeeded = form.get('noResponseNeeded') === 'yes';
      return { ok: true, value: { name: 'reply', reply: { body: body.value, noResponseNeeded } } };
    }
    case 'none':
      return { ok: true, value: { name: 'no-response-needed' } };
    default:
      return faulty('act', 'choose_one');
  }
};

const parseWords = (form: SentForm): Checked<MessageAct> => {
  const body = checkBody(form);
  const chosen: Checked<null> =
    form.get('choice') === 'yes' ? { ok: true, value: null } : faulty('choice', 'choice_missing');
  if (body.ok && chosen.ok) return { ok: true, value: { name: 'record', body: body.value } };
  return { ok: false, errors: [body, chosen].flatMap((checked) => (checked.ok ? [] : checked.errors)) };
};

const checkBody = (form: SentForm): Checked<string> => {
  const typed = form.get('body');
  return [...typed].length > mostMessageCharacters
    ? faulty('body', 'too_long')
    : checkText('body', typed, messageBody);
};
