import { compile } from 'html-to-text';
import { escapeNoTags, isHtml } from './html-tags.ts';

/** Deeper than mails are, and far from where recursion ends: what lies deeper is left out. */
const mostDepth = 40;

const skipped = ['img', 'head', 'title', 'noscript', 'template', 'svg', '[hidden]'];
/** So mails hide what only their preview shows. */
const invisible = ['[style*="display:none"i]', '[style*="display: none"i]'];

// A quotation is a block as well: a mark before each line of each level would make much text out of little.
const blocks = [
  'blockquote',
  ...['address', 'caption', 'center', 'dd', 'details', 'dl', 'dt', 'fieldset', 'figcaption', 'figure'],
  ...['li', 'section', 'summary', 'tr'],
];
const headings = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'];

/** A link that a person can follow from a text; scripts and paths of nowhere say nothing. */
const readableAddress = (href: string): string => (/^(?:https?:\/\/|tel:|[^\s:/]+@)/i.test(href) ? href : '');

const convert = compile({
  wordwrap: false,
  limits: { maxDepth: mostDepth },
  selectors: [
    ...[...skipped, ...invisible].map((selector) => ({ selector, format: 'skip' })),
    ...blocks.map((selector) => ({
      selector,
      format: 'block',
      options: { leadingLineBreaks: 1, trailingLineBreaks: 1 },
    })),
    ...['td', 'th'].map((selector) => ({ selector, format: 'inlineSurround', options: { suffix: ' ' } })),
    ...headings.map((selector) => ({ selector, options: { uppercase: false } })),
    {
      selector: 'a',
      options: {
        hideLinkHrefIfSameAsText: true,
        linkBrackets: ['(', ')'],
        pathRewrite: readableAddress,
      },
    },
    { selector: 'hr', options: { length: 3 } },
  ],
});

/**
 * A message as people read it: HTML becomes text, with the addresses of its links, its line breaks and lists, and
 * without images, scripts and styles. Text that is none, and HTML without a word in it, stay as they are.
 */
export const readableText = (body: string): string => {
  if (!isHtml(body)) return body;
  const lines = convert(escapeNoTags(body)).split('\n');
  const text = lines
    .map((line) => line.trimEnd())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
  return text === '' ? body : text;
};
