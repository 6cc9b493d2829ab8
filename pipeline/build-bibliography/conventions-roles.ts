/**
 * Words that name what somebody did for a work, and words around an imprint, as data. Entries are sources of regular
 * expressions, matched without regard to case; a space stands for any white space.
 */

/** A part in a work; `other` is printed beside authors but has no field. */
export type Role = 'editor' | 'translator' | 'other'

/** Words before names: `ed. by J. Doe`. */
export const rolesBefore: readonly { readonly role: Role; readonly words: string }[] = [
  {
    role: 'editor',
    words:
      'под (?:(?:общ(?:\\.|ей)?|науч(?:\\.|ной)?|общей и научной) )?(?:ред(?:\\.|акцией)|редакторством)|(?:отв(?:\\.|етственный)|науч(?:\\.|ный)|гл(?:\\.|авный)) ред(?:\\.|актор):?|редкол(?:\\.|легия) ?:|редкол\\.|ред\\.(?:-сост\\.)?:?|рэдкал\\. ?:|пад рэд\\.|' +
      '(?:co-?)?edited by|under the (?:general )?(?:editorship|edition) of|ed\\. by|[eé]ds?\\.|' +
      'herausgegeben von|hrsg\\. ?(?:v(?:on|\\.))?|hg\\. ?(?:v(?:on|\\.))?|hrsg\\. u\\. bearb\\. v\\.|hg\\. u\\. eingel\\. v\\.|' +
      "(?:sous la )?dir(?:\\.|ection)(?: d[e’'])?|édité par|éd\\. par|(?:co)?dirigée? par|coordonnée? par|réunis par|établie? par|textes réunis par|publié par|pod red\\.|red\\.|a cura di",
  },
  {
    role: 'translator',
    words:
      'пер(?:\\.|евод) с [\\p{L}-]+\\.?(?: яз\\.)?:?|пер\\.|переводчики?:?|' +
      'transl(?:ated|\\.) (?:from the \\p{L}+ )?by|trans\\.(?: by)?|' +
      'übers(?:etzt|\\.)(?: aus d(?:em|\\.) \\p{L}+\\.?)? v(?:on|\\.)|aus dem \\p{L}+\\.?(?: übersetzt)? von|übers\\.|' +
      "trad(?:uit|\\.)(?: d[eu’'] ?l?[’']?\\p{L}+)?(?: par)?|traduction(?: de)?|tłum\\.",
  },
  {
    role: 'other',
    words:
      'сост\\.:?|составител[ьи]:?|предисл\\.|вступ\\. ст\\.|послесл\\.|коммент\\.|худож\\.|рец\\.:?|науч\\. рук\\.:?|' +
      'with (?:a|an) (?:foreword|introduction|preface|afterword) by|(?:foreword|preface|introduction|introd\\.|illustrated|ill\\.|compiled|comp\\.) by|' +
      'mit (?:e\\.|einem|einer) (?:vorw(?:\\.|ort)|einl(?:\\.|eitung)|nachw(?:\\.|ort)) v(?:on|\\.)|bearb\\. v(?:on|\\.)|' +
      "préf(?:\\.|ace) d[e’']|introd(?:\\.|uction) d[e’']|postface d[e’']|avant-propos d[e’']|ill\\. d[e’']",
  },
]

/** Words in or after brackets behind names: `J. Doe (ed.)`. */
export const rolesBehind: readonly { readonly role: Role; readonly words: string }[] = [
  {
    role: 'editor',
    words:
      '(?:hg|hrsg|hgg|ed|eds|éd|éds|dir|red|ред|отв\\. ред|coord|ред\\.-сост|hrsg\\. u\\. bearb)\\.?|hrsg\\.? in|editors?|herausgeber(?:in)?|редактор',
  },
  { role: 'translator', words: '(?:übers|trans|trad|пер)\\.?|translator' },
  { role: 'other', words: '(?:сост|comp|bearb)\\.?' },
]

/** What stands in an imprint where a date, a place or a publisher is not known. */
export const unknownDate =
  'б\\. ?г\\.|n\\. ?d\\.?|s\\. ?d\\.?|s\\. ?a\\.?|o\\. ?[JD]\\.?|undated|forthcoming|in press|im erscheinen|à paraître|в печати'
export const unknownPlace =
  'б\\. ?м\\.|s\\. ?l\\.|n\\. ?p\\.|o\\. ?O\\.|s\\. ?n\\.|б\\. ?и\\.|\\[s\\. ?l\\.\\]|\\[б\\. ?м\\.\\]'

/** Words before a series. */
export const seriesWords = 'coll(?:\\.|ection)|série|ser(?:\\.|ies)|reihe|schriftenreihe|bibliothek|серия|сер\\.'

/** Seasons and terms that stand before a year. */
export const seasons =
  'spring|summer|autumn|fall|winter|printemps|été|automne|hiver|frühjahr|frühling|sommer|herbst|весна|лето|осень|зима|michaelmas|hilary|trinity|(?:first|second|third|fourth) quarter|(?:1er|2e|3e|4e) (?:trimestre|semestre)'

/** `here p. 110`: the place cited behind the pages of the whole. */
export const hereWords = 'hier|bes\\.|besonders|ici|notamment|spéc\\.|ici|здесь|особ\\.|here|at|esp\\.|especially'
