/** The installation's own address, from which every mail leaves. */
export interface MailFrom {
  readonly address: string;
  /** Used where the seller has set no name; null: the address alone. */
  readonly name: string | null;
  /** Right of the @: Message-IDs are ours below it. */
  readonly domain: string;
}

// One address and nothing that a header or an SMTP command would read as more than that.
const bareAddress = /^[^\s"(),:;<>@[\\\]]+@([^\s"(),:;<>@[\\\]]+)$/u;
const named = /^\s*(?:"?([^"<>]*?)"?\s*)?<([^<>]+)>\s*$/u;

/** `Shop <mail@example.com>` or `mail@example.com`. Null when it is neither. */
export const parseMailFrom = (text: string): MailFrom | null => {
  const [, name, inner] = named.exec(text) ?? [];
  const address = (inner ?? text).trim();
  const [, domain] = bareAddress.exec(address) ?? [];
  if (domain === undefined) return null;
  return { address, name: name ? oneLine(name) : null, domain: domain.toLowerCase() };
};

/** Whether it is one bare address: a list or a name in its place would mail somebody else. */
export const isBareAddress = (text: string): boolean => text.length <= 320 && bareAddress.test(text);

/** Text for a header: line breaks and other control characters, which could begin a header of their own, as blanks. */
export const oneLine = (text: string): string => text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim();

/**
 * The Message-ID of the mail of this kind about this thing: always the same one, so that a mail that is
 * decided or sent twice can be told to be one mail. `kind` is letters, digits, `_`, `-`.
 */
export const messageIdFor = (kind: string, thingId: string, domain: string): string => {
  if (!/^[\w-]+$/.test(kind) || !/^[\w-]+$/.test(thingId)) {
    throw new Error('A Message-ID is made of a plain kind and an id');
  }
  return `<${kind}.${thingId}@${domain}>`;
};
