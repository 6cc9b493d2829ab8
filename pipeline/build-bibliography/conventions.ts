/**
 * The words of the citation conventions, as data: GOST 7.1, GOST R 7.0.5 and R 7.0.100, Chicago notes, APA, MLA, and
 * their German, French and Polish relatives. A convention is extended here, not in the parsers. Entries are sources of
 * regular expressions, matched without regard to case; a space stands for any white space.
 */

/** A place inside a work: the CSL label and the words that announce it. The letter alone may be Latin or Cyrillic. */
export const locatorLabels: readonly { readonly label: string; readonly words: string }[] = [
  {
    label: 'page',
    words:
      'pages?|pp?\\.?(?= ?[A-Z]?\\d)|стр\\.|страницы?|[cс]{1,2}\\.|[cс](?= \\d)|str\\.|s{1,2}\\.|seiten?|стар\\.|б\\.|pag\\.',
  },
  { label: 'chapter', words: 'chapters?|chap\\.|chs?\\.?(?= ?\\d)|гл\\.|глава|kap\\.|kapitel|chapitre|rozdz\\.' },
  { label: 'article-locator', words: 'art(?:icle)?s?\\.?|ст\\.|статья|artikel' },
  { label: 'paragraph', words: 'paras?\\.?|pts?\\.?(?= ?\\d)|points?|paragraphs?|п\\.|пункт|abs\\.|rn\\.|rdnr\\.' },
  { label: 'section', words: '§§?|sections?|sec\\.|ss?(?= \\d)|раздел' },
  { label: 'table', words: 'tables?|tab\\.|табл\\.|таблица|tableau|tabelle' },
  { label: 'figure', words: 'fig(?:ure)?s?\\.?|рис\\.|abb\\.|abbildung' },
  { label: 'column', words: 'cols?\\.|стб\\.|sp\\.|spalten?' },
]

/** Parts of a work: volume, and issue of a periodical. */
export const volumeWords =
  'volumes?|vols?\\.?|том|т\\.|tome|t\\.|tom|band|bde?\\.?|jg\\.|jahrgang|ч\\.|часть|кн\\.|вып\\. ?сер\\.'
export const issueWords =
  '№№?|n(?= ?\\d)|nos?\\.?|nrn?\\.?|n[°ºo]|num(?:ber|éro)?\\.?|issues?|iss\\.|вып(?:уск)?\\.?|heft|h\\.|zeszyt|z\\.'

/** `Ibid.`: the work of the note before. */
export const ibidWords = [
  'ibid(em)?',
  'idem',
  'там же',
  'там само',
  'то же(?=[.,])',
  'тамсама',
  'id\\.(?=,|$| at | [§¶])',
  'ebd',
  'ebenda',
  'ebda',
  'ibíd(em)?',
  'tamże',
  'same place',
  'in the same place',
] as const

/** `Ders.`: another work of the author named last. */
export const sameAuthorWords = [
  'он же',
  'она же',
  'они же',
  'ders',
  'dies',
  'idem',
  'eadem',
  'id',
  'ead',
  'iidem',
] as const

/** `Op. cit.`: a work of this author cited before. */
export const opCitWords = [
  'op\\. ?cit',
  'loc\\. ?cit',
  'art\\. ?cit(é)?',
  'ouvr\\. ?cit(é)?',
  'указ\\. ?(соч|раб|статья|ст)',
  'цит\\. ?(соч|раб)',
  'a\\. ?a\\. ?o',
  'dz\\. ?cyt',
] as const

/** `Supra note 12`: the work of a note by its number, which follows. */
export const supraWords = ['supra,? (note|n)\\.? ?(?=\\d)'] as const

/** Words before a reference that are no part of it. */
export const leadIns = [
  '(but |and )?(see|compare|cf\\.?|consult|contra|accord)(,)?( also| further| generally| too)?(,)?( for example| e\\.g\\.,?| i\\.a\\.| inter alia)?( in)?',
  'also see',
  'e\\.g\\.,?',
  '(подробнее |подробно |также )?(см|ср)\\.?( также| подробнее| об этом| напр(имер|\\.)| в| далее|,)*( подробнее)?',
  'цит(ируется|\\.)? по',
  'по данным',
  'приводится по',
  'гл\\. обр\\.',
  'див\\.?( також)?',
  'гл\\.( таксама)?(?= ?:)',
  '(siehe|vgl\\.|s\\.|so|anders|ähnlich)( dagegen| aber| jedoch| auch| dazu| hierzu| etwa| nur| z\\. ?B\\.| ausführlich| ferner| hingegen| jetzt| bereits)*',
  'zit(iert|\\.)? nach',
  '(voir|v\\.|cf\\.|comp(arer|\\.))( avec| aussi| notamment| par exemple| également| sur ce point| à ce sujet|,)*',
  'contra',
  '(selon|d.après|nach|laut|according to|as noted by|as argued by|по мнению|согласно)',
  'cité (dans|par|d.après)',
  '(zob(acz|\\.)|por\\.)( też| także)?',
  '(quoted|cited|cit\\.|qtd\\.) (from|in|by|after)',
  'quoted',
  'sources?(?= ?:)',
  'источники?(?= ?:)',
  'quellen?(?= ?:)',
] as const

/** Such words where they stand behind a comment. */
export const innerSignals = [
  '(but )?(see|compare|cf\\.)( also| further| generally| e\\.g\\.,?| for example,?)?',
  '(подробнее )?(об этом )?см\\.?( также| подробнее| об этом| напр\\.)*',
  'ср\\.',
  '(siehe|vgl\\.)( auch| dazu| hierzu| etwa| ausführlich| aber| jedoch| dagegen| nur)*',
  '(voir|cf\\.)( aussi| notamment| par exemple)*',
  '(в|на) (работе|работах|книге|статье|монографии)(?= ?:)',
] as const

/** The last word of a sentence that leads to a name: `This view is rejected by …`. */
export const linkWords = [
  'by|in|remains|is|are|gives|offers|given by',
  'gibt|bietet|bei|von|ausführlich|ist|sind|nach',
  'par|chez|dans|est|reste|propose',
  'по ?:|у|работу ?:|книгу ?:|статью ?:|приводит|даёт|дает',
] as const

/** Words that open a clause about a reference behind it. */
export const clauseOpenings = [
  'who|which|whose|where|whereas|although|though|arguing|showing|however|but|with|on the|for a|for the|there|here|cited|contradicting',
  'qui|où|dont|lequel|laquelle|selon|mais|avec|pour une|sur',
  'der|die|das|dessen|deren|wo|welche[rs]?|der sich|mit|dort|allerdings|jedoch|wonach|dazu|zum',
  'который|которая|которые|где|автор|впрочем|однако|хотя|с критикой|здесь|там|но|в котор\\p{L}+|с иной|с другой|со ссылкой',
] as const

/** Openings of a note that comments and cites nothing. */
export const commentOpenings =
  "(?:here(?:inafter|after)?\\b|the authors?\\b|author['’]s (?:note|calculation|translation)|note[:.]|notes?\\s+that|in this (?:paper|article|study|book)|" +
  'здесь\\b|далее\\b|прим(?:еч)?\\.|примечание|автор\\b|курсив|перевод\\b|рассчитано|' +
  'anmerkung|hier und im folgenden|ici et|note de l)'
