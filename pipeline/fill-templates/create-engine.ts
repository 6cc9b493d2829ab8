/**
 * The one file that knows Handlebars: an environment of its own, strict, in which every text is escaped. A template that
 * cannot be compiled or filled is a ConfigError with its file and line. Texts of a seed are only ever values, so that
 * braces in them are never compiled.
 */
import Handlebars from 'handlebars'
import type { Picture } from '../contract/chart.ts'
import { ConfigError } from '../diagnostics/config-error.ts'
import { cssString } from '../tree/css-string.ts'
import { placeAnchor } from '../tree/place-anchor.ts'
import type { TemplateFile, Templates } from './load-templates.ts'
import type { Translate } from './translate.ts'

/** What templates are filled with besides their context. */
interface FillContext {
  readonly translate: Translate
  /** The language of a seed, where it is not the page's. */
  readonly foreignLanguage: (seedId: string) => string | null
  /** The seed that all words of the page come from, if they do. */
  readonly seed: string | null
}

/** Fills a template; HTML already made is passed in with `asHtml`. */
export type Fill = (file: TemplateFile, context: object, data: FillContext) => string

/** HTML that a template shows as it is. Never for words of a seed. */
export const asHtml = (html: string): Handlebars.SafeString => new Handlebars.SafeString(html)

const helperNames = ['t', 'eq', 'join', 'webAddress', 'cssString', 'foreign', 'drawing', 'anchor', 'mark', 'json']

/** Makes the environment with the partials of templates/partials. */
export function createEngine(templates: Templates): Fill {
  const environment = Handlebars.create()
  for (const name of Object.keys(environment.helpers)) {
    if (name === 'log' || name === 'lookup') environment.unregisterHelper(name)
  }
  registerHelpers(environment)
  for (const [name, file] of templates.partials) {
    environment.registerPartial(name, compile(environment, file))
  }
  const compiled = new Map<string, Handlebars.TemplateDelegate>()
  return (file, context, data) => {
    const template = compiled.get(file.file) ?? compile(environment, file)
    compiled.set(file.file, template)
    return template(context, { data: { fill: data } })
  }
}

/** Compiles at the first use; errors of either step name this file. */
function compile(environment: typeof Handlebars, { file, text }: TemplateFile): Handlebars.TemplateDelegate {
  let template: Handlebars.TemplateDelegate | undefined
  return (context, options) => {
    try {
      template ??= environment.compile(parseEscaped(environment, text), {
        strict: true,
        preventIndent: true,
        knownHelpersOnly: true,
        knownHelpers: Object.fromEntries(helperNames.map(name => [name, true])),
      })
      return template(context, options)
    } catch (error) {
      throw error instanceof ConfigError ? error : describeError(error, file)
    }
  }
}

/** Parses a template and refuses what would put a text on the page unescaped, and partials that are not there. */
function parseEscaped(environment: typeof Handlebars, text: string): hbs.AST.Program {
  const program = environment.parse(text)
  const visitor = new Handlebars.Visitor()
  const visit = visitor.MustacheStatement
  visitor.MustacheStatement = function (statement) {
    if (!(statement as { escaped?: boolean }).escaped) {
      throw new Handlebars.Exception('Unescaped output; write {{…}} with two braces', statement)
    }
    visit.call(this, statement)
  }
  const visitPartial = visitor.PartialStatement
  visitor.PartialStatement = function (statement) {
    const { original } = statement.name as hbs.AST.PathExpression
    if (environment.partials[original] === undefined) {
      throw new Handlebars.Exception(`There is no file ${original}.hbs in templates/partials`, statement)
    }
    visitPartial.call(this, statement)
  }
  visitor.accept(program)
  return program
}

function registerHelpers(environment: typeof Handlebars): void {
  environment.registerHelper({
    // {{t 'figure.measure' measure}}: parts of the key are joined by a dot; named values go into the text.
    t(...args: unknown[]) {
      const options = args.pop() as Handlebars.HelperOptions
      const key = args.join('.')
      const text = fillData(options).translate(key, options.hash)
      if (text === undefined) throw new Handlebars.Exception(`No wording for "${key}" in the locale`, at(options))
      return text
    },
    eq: (left: unknown, right: unknown) => left === right,
    join: (items: readonly string[], separator: string) => items.join(separator),
    // Whether an address may be a link: a seed can print anything, `javascript:` too.
    webAddress: (url: string | null) => url !== null && /^https?:\/\//i.test(url),
    // A string for CSS, quotes included.
    cssString: (text: string) => asHtml(cssString(text)),
    // {{anchor '#ref-3'}}: the name of a place on this page, from a link to it.
    anchor: (href: string) => href.replace(/^#/, ''),
    // {{mark id}}: the id of a sentence or of evidence, without the seed's where the page has it.
    mark(id: string, options: Handlebars.HelperOptions) {
      const { seed } = fillData(options)
      return seed !== null && id.startsWith(`${seed}-`) ? `.${placeAnchor(seed, id)}` : id
    },
    // {{drawing picture}}: the shapes of a chart, which the pipeline has drawn; no text of a seed is a Picture.
    drawing: ({ body }: Picture) => asHtml(body),
    // {{json items}}: data for a script, in an element of type application/json.
    json: (value: unknown) => asHtml(JSON.stringify(value).replaceAll('<', '\\u003c')),
    // {{foreign seedId}}: the seed's language where it is not the page's, else null.
    foreign: (seedId: string, options: Handlebars.HelperOptions) => fillData(options).foreignLanguage(seedId),
  })
}

function fillData(options: Handlebars.HelperOptions): FillContext {
  return (options.data as { fill: FillContext }).fill
}

/** The place of a helper's call, which Handlebars passes but does not declare. */
function at(options: Handlebars.HelperOptions): hbs.AST.Node {
  return { type: 'MustacheStatement', loc: (options as { loc?: hbs.AST.SourceLocation }).loc } as hbs.AST.Node
}

function describeError(error: unknown, file: string): ConfigError {
  const { message, lineNumber } = error as { message: string; lineNumber?: number }
  // The parser gives its line in the message only.
  const line = lineNumber ?? /line (\d+)/.exec(message)?.[1]
  const reason = message
    .replace(/ - \d+:\d+$/, '')
    .replace(/^(.+) not defined in \[object .*\]$/s, 'There is no field $1 here')
    .split('\n')[0]
  return new ConfigError('template-broken', `The template ${file} cannot be filled: ${reason}`, {
    place: line === undefined ? file : `${file}:${line}`,
    remedy: 'Correct the template; docs/templates.md lists the fields and helpers there are.',
    cause: error,
  })
}
