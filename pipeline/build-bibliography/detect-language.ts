/**
 * The language of a title, from its script, its small words, its letters and endings; where these leave it open, from
 * the words of the note around it. Undefined unless something speaks for one. BCP 47 tags.
 */

/** Tells the language of the title `text`, which stands in `note`. */
export function detectLanguage(text: string, note = ''): string | undefined {
  const letters = text.match(/\p{L}/gu)?.length ?? 0
  if (letters < 3) return undefined
  for (const { pattern, language } of scripts) {
    if ((text.match(pattern)?.length ?? 0) * 2 > letters) return language
  }
  if ((text.match(/\p{Script=Cyrillic}/gu)?.length ?? 0) * 2 > letters) return cyrillicLanguage(text)
  return latinLanguage(text, note)
}

const scripts = [
  { pattern: /[\p{Script=Hiragana}\p{Script=Katakana}]/gu, language: 'ja' },
  { pattern: /\p{Script=Han}/gu, language: 'zh' },
  { pattern: /\p{Script=Hangul}/gu, language: 'ko' },
  { pattern: /\p{Script=Greek}/gu, language: 'el' },
  { pattern: /\p{Script=Hebrew}/gu, language: 'he' },
  { pattern: /\p{Script=Arabic}/gu, language: 'ar' },
  { pattern: /\p{Script=Armenian}/gu, language: 'hy' },
  { pattern: /\p{Script=Georgian}/gu, language: 'ka' },
]

function cyrillicLanguage(text: string): string {
  if (/[қғңөұүһәҚҒҢӨҰҮҺӘ]/u.test(text)) return 'kk'
  if (/[ўЎ]/u.test(text)) return 'be'
  if (/[їєґЇЄҐ]/u.test(text)) return 'uk'
  if (/[іІ]/u.test(text)) return /[ыэЫЭ]/u.test(text) ? 'be' : 'uk'
  return 'ru'
}

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '))

/** What speaks for a language written in Latin letters; letters and endings weigh less than small words. */
const signs: readonly {
  readonly language: string
  readonly stops: ReadonlySet<string>
  readonly letters: RegExp
  readonly endings: RegExp
}[] = [
  {
    language: 'en',
    stops: words(
      'since price prices market markets accessed edited press university retrieved viewed a an handbook report reports annual history trade port ports river rivers law policy economy economics statistics guide introduction statistical yearbook review the of and for in to with on at by from is are will how its between an as was has new who what why when after under into their our we not without or towards toward this that these',
    ),
    letters: /$^/u,
    endings:
      /(?:ing|ness|ship|ght|wth|ies|ports?|towns?|lands?|trade|history|law|river|policy|ity|ory|ary|logy|phy|ncy|omy|ed|ers?|ical)$/u,
  },
  {
    language: 'de',
    stops: words(
      'letzter zugriff abgerufen hg hrsg herausgegeben übers aufl auflage hier ebd statistisches landesamt bericht jahresbericht geschichte handbuch einführung recht häfen hafen in der die das und für mit von im zur zum des den eine ein auf aus zwischen ist über dem am an als bei nach vom wie wer wem was u bis unter einer eines einem nicht ohne durch um',
    ),
    letters: /[äöüß]/u,
    endings:
      /(?:ung|ungen|keit|heit|schaft|schaften|lich|isch|ische[rns]?|index|preis|stoff|recht|rechte|haf[et]n?|stadt|städte|straßen?|gesetz|zeit|buch|wesen|bericht|amt|ei|geschichte|fluss|wasser)$/u,
  },
  {
    language: 'fr',
    stops: words(
      'consulté éd dir coll trad ici affaire c arrêt chiffres prix marché marchés villes ville rapport annuel histoire économie étude essai droit ports le la les des du et en pour dans sur une un au aux avec entre est par l d de à qu que qui quand où son ses leur ce cette sans sous vers chez ou ne pas',
    ),
    letters: /[àâçèêëîïôœùûÿ]|é/u,
    endings: /(?:eaux?|euse|ique|iques|ité|ités|ement|aire|aires|ois|elle|ette|ée|ées|ière|oire|age|ance|aux)$/u,
  },
  {
    language: 'pl',
    stops: words('i w na z oraz dla do się jest od między po nie przez'),
    letters: /[ąćęłńśźż]/u,
    endings: /(?:ego|ych|nych|owa|owie|anie|ości|ów|czne|jne|alne|wne|ami|kich|cja|cji|cje)$/u,
  },
  {
    language: 'es',
    stops: words('el los las del y con una por entre es al en de la'),
    letters: /[ñ¿¡]/u,
    endings: /(?:ción|ciones|dad|miento)$/u,
  },
  {
    language: 'it',
    stops: words('il lo gli della delle dei del e nel nella con una per tra di la'),
    letters: /$^/u,
    endings: /(?:zione|zioni|ità|mento|aggio)$/u,
  },
]

function latinLanguage(title: string, note: string): string | undefined {
  const own = rank(title)
  const [best, next] = own
  if (best && best.score > 0 && best.score >= (next?.score ?? 0) * 1.5) return best.language
  // The words around the title: `hg. v.`, `edited by`, `Paris`.
  const [around, second] = rank(note.replace(title, ' ').replace(/https?:\S+|(?<!\p{L})\p{L}(?!\p{L})/gu, ' '))
  const likely = own.filter(({ score }) => score > 0 && score * 1.5 > (best?.score ?? 0))
  if (likely.length > 1) {
    const stop = around && likely.find(({ language }) => language === around.language)
    return (stop ?? likely[0])?.language
  }
  if (best && best.score > 0) return best.language
  // Nothing speaks at all: plain letters in several words are English as a rule.
  if (!around || around.score === 0) return /^[\x20-\x7E’“”–]+$/u.test(title) && title.includes(' ') ? 'en' : undefined
  return around.score >= 0.6 && around.score > (second?.score ?? 0) ? around.language : undefined
}

function rank(text: string): readonly { readonly language: string; readonly score: number }[] {
  const all = text.toLowerCase().match(/\p{L}+/gu) ?? []
  return signs
    .map(({ language, stops, letters, endings }) => {
      const score = all.reduce(
        (sum, word) =>
          sum +
          (stops.has(word) ? 2 : 0) +
          (letters.test(word) ? 1 : 0) +
          (word.length > 4 && endings.test(word) ? 0.6 : 0),
        0,
      )
      return { language, score }
    })
    .sort((a, b) => b.score - a.score)
}
