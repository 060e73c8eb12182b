import { describe, expect, it } from 'vitest';
import { parseAct } from '../../../../src/pages/messages/parse-act.ts';
import type { SentForm } from '../../../../src/pages/returns/form/sent-form.ts';

const form = (fields: Readonly<Record<string, string>>): SentForm => ({
  get: (name) => fields[name] ?? '',
  file: () => null,
});

describe('the form of a seller’s link', () => {
  const parse = (fields: Readonly<Record<string, string>>) => parseAct('reply_to_message', form(fields));

  it('sends an answer, and leaves the message out of the figures only where that is asked for', () => {
    expect(parse({ act: 'reply', body: 'Oui.' })).toEqual({
      ok: true,
      value: { name: 'reply', reply: { body: 'Oui.', noResponseNeeded: false } },
    });
    expect(parse({ act: 'reply', body: 'Oui.', noResponseNeeded: 'yes' })).toMatchObject({
      value: { reply: { noResponseNeeded: true } },
    });
  });

  it('sends nothing where no answer is needed, whatever was typed before', () => {
    expect(parse({ act: 'none', body: 'Oui.', noResponseNeeded: 'yes' })).toEqual({
      ok: true,
      value: { name: 'no-response-needed' },
    });
  });

  it.each([[{}], [{ body: 'Oui.' }], [{ act: 'all', body: 'Oui.' }]])(
    'does nothing without a choice (%o)',
    (fields) => expect(parse(fields)).toEqual({ ok: false, errors: [{ field: 'act', fault: 'choose_one' }] }),
  );

  it('counts characters as people do, and names what is wrong with a text', () => {
    const faultOf = (body: string) => {
      const parsed = parse({ act: 'reply', body });
      return parsed.ok ? null : parsed.errors[0]?.fault;
    };
    expect(faultOf('🧸'.repeat(4_000))).toBeNull();
    expect(faultOf('🧸'.repeat(4_001))).toBe('too_long');
    expect(faultOf('a'.repeat(9_000))).toBe('too_long');
    expect(faultOf('')).toBe('required');
    expect(faultOf('a\0b')).toBe('unstorable');
  });
});

describe('the form of a buyer’s link', () => {
  it('takes words and a choice, and names all that is missing at once', () => {
    expect(parseAct('write_to_seller', form({ body: 'Merci', choice: 'yes' }))).toEqual({
      ok: true,
      value: { name: 'record', body: 'Merci' },
    });
    expect(parseAct('write_to_seller', form({ act: 'none' }))).toEqual({
      ok: false,
      errors: [
        { field: 'body', fault: 'required' },
        { field: 'choice', fault: 'choice_missing' },
      ],
    });
  });
});
