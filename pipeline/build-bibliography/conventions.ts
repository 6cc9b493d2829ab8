/**
 * The words of the citation conventions, as data: GOST 7.1, GOST R 7.0.5 and R 7.0.100, Chicago notes, APA, MLA, and
 * their German, French and Polish relatives. A convention is extended here, not in the parsers. Entries are sources of
 * regular expressions, matched without regard to case; a space stands for any white space.
 */

/** Markers that a description is of an electronic or printed copy (GOST 7.1, 7.82), between square brackets. */
export const mediums = [
  'electronic resource',
  'electronic source',
  'electronic document',
  'internet resource',
  'online resource',
  'online',
  'electronic',
  'text',
  'web page',
  'website',
  'video',
  'электронный ресурс',
  'электрон\\. ?ресурс',
  'электронный документ',
  'электронны рэсурс',
  'электронді ресурс',
  'електронний ресурс',
  'текст',
  'сайт',
  'видео',
  'elektronische ressource',
  'elektronische quelle',
  'online-ressource',
  'ressource électronique',
  'ressource en ligne',
  'en ligne',
  'zasób elektroniczny',
  'dokument elektroniczny',
  'recurso electrónico',
  'en línea',
  'risorsa elettronica',
] as const

/** What stands before an address. */
export const addressLabels = [
  'URLs?',
  'доступно( по (адресу|ссылке))?',
  'режим доступа( к ресурсу)?',
  'рэжым доступу',
  'режим доступу',
  'адрес доступа',
  'электронный адрес',
  'адрес',
  'ссылка',
  'mode of access',
  'access mode',
  'access(ed)? (at|via|from)',
  'available (online )?(at|from|on|via|in)',
  'available',
  'retrieved from',
  'online at',
  'link',
  'verfügbar unter',
  'abrufbar unter',
  'online( verfügbar)? unter',
  'disponible (sur|à l.adresse)',
  'en ligne sur',
  'adresse',
  'tryb dostępu',
  'dostępn[yea] (w|na|pod)( adresem)?',
] as const

/** What stands before the day on which an address was visited. */
export const accessLabels = [
  'дата обращения',
  'дата доступа',
  'дата звароту',
  'дата звернення',
  'дата просмотра',
  'просмотрено',
  'обращение',
  '(last |date )?(of )?access(ed)?( date)?( on)?( the)?',
  'date of (access|appeal|application|reference|treatment|request|retrieval|viewing)',
  'accessed date',
  'retrieval date',
  '(last )?(retrieved|visited|viewed|checked|consulted)( on)?',
  'cited',
  'zuletzt (abgerufen|besucht|aufgerufen|geprüft)( am)?',
  '(abgerufen|aufgerufen|eingesehen)( am)?',
  '(letzter )?(zugriff|abruf)( am)?',
  '(page )?consultée? le',
  'consultation le',
  'date de consultation',
  'dernier accès( le)?',
  'data dostępu',
  'dostęp',
  'consultado( el)?',
] as const

/** A place inside a work: the CSL label and the words that announce it. The letter alone may be Latin or Cyrillic. */
export const locatorLabels: readonly { readonly label: string; readonly words: string; readonly bare?: true }[] = [
  { label: 'page', words: 'pages?|pp?\\.|стр\\.|страницы?|[cс]{1,2}\\.|str\\.|s{1,2}\\.|seiten?|стар\\.|б\\.|pag\\.' },
  { label: 'chapter', words: 'chapters?|chap\\.|ch\\.|гл\\.|глава|kap\\.|kapitel|chapitre|rozdz\\.' },
  { label: 'article-locator', words: 'art(?:icle)?s?\\.?|ст\\.|статья|artikel' },
  { label: 'paragraph', words: 'paras?\\.|paragraphs?|п\\.|пункт|abs\\.|rn\\.' },
  { label: 'section', words: '§§?|sections?|sec\\.|раздел' },
  { label: 'table', words: 'tables?|tab\\.|табл\\.' },
  { label: 'figure', words: 'fig(?:ure)?s?\\.?|рис\\.|abb\\.' },
  { label: 'column', words: 'col\\.|стб\\.|sp\\.' },
]

/** Parts of a work: volume, and issue of a periodical. */
export const volumeWords =
  'volumes?|vols?\\.?|том|т\\.|tome|t\\.|tom|band|bd\\.?|jg\\.|jahrgang|ч\\.|часть|вып\\. ?сер\\.'
export const issueWords =
  '№№?|nos?\\.?|nr\\.?|n[°º]|num(?:ber|éro)?\\.?|issues?|iss\\.|вып(?:уск)?\\.?|heft|h\\.|zeszyt|z\\.'

/** `Ibid.`: the work of the note before. */
export const ibidWords = [
  'ibid(em)?',
  'idem',
  'там же',
  'там само',
  'тамсама',
  'ebd',
  'ebenda',
  'ebda',
  'ibíd(em)?',
  'tamże',
  'same place',
  'in the same place',
] as const

/** `Op. cit.`: a work of this author cited before. */
export const opCitWords = [
  'op\\. ?cit',
  'loc\\. ?cit',
  'указ\\. ?(соч|раб|статья|ст)',
  'цит\\. ?(соч|раб)',
  'a\\. ?a\\. ?o',
  'dz\\. ?cyt',
] as const

/** Words before a reference that are no part of it. */
export const leadIns = [
  '(see|compare|cf\\.?|consult)( also)?( for example| e\\.g\\.| i\\.a\\.)?',
  'also see',
  'e\\.g\\.',
  '(подробнее )?(см|ср)\\.?( также| подробнее| об этом| напр(имер|\\.))*',
  'цит(ируется|\\.)? по',
  'по данным',
  'див\\.?( також)?',
  '(siehe|vgl\\.|s\\.)( auch| dazu| hierzu| etwa| z\\.B\\.)*',
  'zit(iert|\\.)? nach',
  '(voir|cf\\.)( aussi| notamment| par exemple)*',
  'cité (dans|par|d.après)',
  '(zob(acz|\\.)|por\\.)( też| także)?',
  '(quoted|cited|cit\\.|qtd\\.) (from|in|by|after)',
  'quoted',
  'sources?',
  'источник',
  'quelle',
] as const

/** Openings of a note that comments and cites nothing. */
export const commentOpenings =
  "(?:here(?:inafter|after)?\\b|the authors?\\b|author['’]s (?:note|calculation|translation)|note[:.]|notes?\\s+that|in this (?:paper|article|study|book)|" +
  'здесь\\b|далее\\b|прим(?:еч)?\\.|примечание|автор\\b|курсив|перевод\\b|рассчитано|' +
  'anmerkung|hier und im folgenden|ici et|note de l)'

/** Genres that make a type, tried on the text outside the title. */
export const genres: readonly { readonly pattern: RegExp; readonly type: string }[] = [
  {
    pattern:
      /(?:\b(?:ph\.?\s?d\.?|doctoral|master['’]?s|m\.?a\.?)\s+(?:diss(?:ertation|\.)?|thesis)|\bdissertation\b|\bdiss\.|\bthèse\b|\bhabilitation|(?<!\p{L})(?:автореф|дис(?:с|\.|серт))|\bpraca doktorska)/iu,
    type: 'thesis',
  },
  {
    pattern:
      /(?:\b(?:working|discussion|policy|research|technical|occasional)\s+(?:paper|report)|\breport\s+no|\bannual report|(?<!\p{L})доклад\b|\bpolicy brief|\bcountry report|\barbeitspapier|\brapport (?:annuel|n))/iu,
    type: 'report',
  },
]

/** Words of a container that say what kind it is. */
export const conferenceWords =
  /\b(?:proceedings|conference|symposium|congress|konferenz|tagung|actes|colloque|konferencji)\b|(?<!\p{L})(?:конференц|конф\.|симпозиум|материалы|труды|форум)/iu
export const newspaperWords =
  /\b(?:times|post|herald|tribune|guardian|gazette|news|daily|zeitung|monde|figaro|gazeta|today|telegraph|independent|courier|chronicle|bote|tagesspiegel|izvestia|kommersant|journal de)\b|(?<!\p{L})(?:газета|известия|коммерсант|ведомости|правда|вестник дня|звязда|новости|сегодня)/iu
