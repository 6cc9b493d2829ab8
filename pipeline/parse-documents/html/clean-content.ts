/**
 * Sanitises content before it becomes a tree: elements and attributes that the tree has a use for stay, everything else
 * goes, whatever the page holds.
 */
import type { Root } from 'hast'
import { type Schema, sanitize } from 'hast-util-sanitize'

const schema: Schema = {
  strip: ['script', 'style', 'template', 'title', 'iframe', 'object', 'noscript'],
  ancestors: {},
  clobber: [],
  protocols: { href: ['http', 'https', 'mailto'], src: ['http', 'https'] },
  attributes: {
    a: ['href'],
    img: ['src', 'alt'],
    ol: ['start'],
    td: ['align', 'colSpan', 'rowSpan'],
    th: ['align', 'colSpan', 'rowSpan'],
    code: [['className', /^language-./u]],
    'fn-ref': ['dataIdentifier', 'dataLabel'],
    'fn-def': ['dataIdentifier', 'dataLabel'],
  },
  tagNames: (
    'a b blockquote br code dd del div dl dt em fn-def fn-ref h1 h2 h3 h4 h5 h6 hr i img li ol p pre s section strike ' +
    'strong table tbody td tfoot th thead tr ul'
  ).split(' '),
}

/** The content with nothing in it that could do harm. */
export function cleanContent(root: Root): Root {
  const clean = sanitize(root, schema)
  return clean.type === 'root' ? clean : { type: 'root', children: [clean as Root['children'][number]] }
}
