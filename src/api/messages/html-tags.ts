/** What HTML calls a tag, the old ones of mails included: `<enter>` and `<zoe@example.com>` are none. */
const names =
  'a abbr acronym address area article aside audio b base basefont bdi bdo big blink blockquote body br button canvas ' +
  'caption center cite code col colgroup data datalist dd del details dfn dialog dir div dl dt em embed fieldset ' +
  'figcaption figure font footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe img input ' +
  'ins kbd label legend li link main map mark marquee menu meta meter nav nobr noframes noscript object ol optgroup ' +
  'option output p param picture pre progress q rp rt ruby s samp script section select small source span strike ' +
  'strong style sub summary sup svg table tbody td template textarea tfoot th thead time title tr track tt u ul var ' +
  'video wbr';

const tags: ReadonlySet<string> = new Set(names.split(' '));

/** Tags that say by themselves that this is HTML: they have no end, or stand around everything. */
const telling: ReadonlySet<string> = new Set(['br', 'hr', 'img', 'html', 'body', 'head']);

const namesOf = (text: string, pattern: RegExp): Set<string> =>
  new Set([...text.matchAll(pattern)].map(([, name = '']) => name.toLowerCase()));

/**
 * Whether a text is HTML: it has a tag that ends as it began, or one that needs no end. One `<b>` alone is what
 * somebody wrote about a key or a size. Takes time in proportion to the text, whatever that is.
 */
export const isHtml = (text: string): boolean => {
  if (/<!doctype html/i.test(text)) return true;
  const ended = namesOf(text, /<\/([a-z][a-z0-9]*)\s*>/gi);
  for (const name of namesOf(text, /<([a-z][a-z0-9]*)(?:\s[^<>]*)?\/?>/gi)) {
    if (telling.has(name) || (tags.has(name) && ended.has(name))) return true;
  }
  return false;
};

/** Of tags in name spaces (`<o:p>`, Office) and of custom elements (`<x-note>`). */
const composedName = /^[a-z][a-z0-9]*[:-][a-z]/;

/** What opens no tag stays text, though a parser of HTML would take it for an unknown one. */
export const escapeNoTags = (html: string): string =>
  html.replace(
    /<(?![!?])(?:\/?([a-z][a-z0-9]*(?:[:-][a-z][a-z0-9]*)*)(?=[\s/>]))?/gi,
    (found, name?: string) =>
      name !== undefined && (tags.has(name.toLowerCase()) || composedName.test(name.toLowerCase()))
        ? found
        : `&lt;${found.slice(1)}`,
  );
