/**
 * Words that say of what kind a work, its container or a name is, as data. Order matters: the first entry that fits
 * gives the type.
 */

/** Genres that make a type, tried on the text outside the title. The match is printed as the genre. */
export const genres: readonly { readonly pattern: RegExp; readonly type: string }[] = [
  {
    pattern:
      /(?<!\p{L})(?:unpublished\s)?(?:(?:ph\.?\s?d\.?|doctoral|master(?:['’]s)?|m\.?\s?a\.?|m\.?\s?sc\.?|mphil|dphil)\s(?:diss(?:ertation|\.)?|thesis)|dissertation|(?:(?:phil|jur|rer|inaug(?:ural)?)\.?[\s-])?diss\.(?:\s(?:phil|jur|rer\.\s?(?:nat|pol)|iur|theol)\.)?|habilitation(?:sschrift)?|(?:unveröff(?:\.|entlichte)\s)?master(?:arbeit|thesis)|bachelorarbeit|(?:unveröff(?:\.|entlichte)\s)?magisterarbeit|thèse(?:\sde\s(?:doctorat|3e\scycle))?(?:\s(?:d’[éE]tat|d'[éE]tat))?(?:\s(?:en|de)\s(?!l['’]univ)[\p{Ll}\s]{3,30}(?=[,.)(]|$))?|mémoire\sde\s(?:master|maîtrise|dea)(?:\s\d)?(?:\sen\s[\p{Ll}\s]{3,30}(?=[,.)(]|$))?|praca\sdoktorska)/iu,
    type: 'thesis',
  },
  {
    pattern:
      /(?<!\p{L})(?:автореф(?:\.|ерат)\s)?(?:дис(?:с?\.|сертаци[яию])\s*(?:…|\.{3}|на\sсоискание\s(?:уч(?:\.|[её]ной)\s)?степени)?\s?(?:канд(?:\.|идата)|д-ра|доктора|магистра)\s(?:[\p{Ll}-]+\.?\s){0,2}(?:наук(?!\p{L})|филос\.|истории)?|дис(?:с?\.|сертация)(?=[\s,:]|$)|магистерская\sдиссертация|dis(?:s|sertation)?\.?\s?(?:…|\.{3}|of\sthe)\s?(?:cand(?:\.|idate)|dr?\.|doctor)\s(?:of\s)?(?:[\p{L}]+\.?\s){0,2}sci(?:ences?|\.))/iu,
    type: 'thesis',
  },
  {
    pattern:
      /(?<!\p{L})(?:(?:working|discussion|policy|research|technical|occasional|briefing|conference|white)\s(?:paper|report|note|brief)(?:\sseries)?s?|policy\sbrief|annual\sreport|country\sreport|report(?=\s(?:no\.?|n°|№|nr\.?)\s?\p{L}{0,6}-?\d)|report(?=[\])])|arbeitspapier|diskussionspapier|forschungsbericht|document(?:s)?\sde\s(?:travail|recherche)|rapport(?:\s(?:de\srecherche|annuel|technique|final|d['’][\p{L}]+))?(?=[\s,]+n[°ºo]|\sannuel|[\]),])|рабоч(?:ий|ие)\s(?:доклад|материал)(?:ы)?|аналитическ(?:ий|ая)\s(?:доклад|записка)|препринт)/iu,
    type: 'report',
  },
]

/** Titles that name a report in themselves. */
export const reportTitles =
  /^(?:annual\s(?:\p{L}+\s)?(?:report|review)|(?:\p{L}+\s)?report\s(?:on|of)|\p{L}*bericht(?!\p{L})|rapport\s(?:annuel|d['’]activité|sur)|отч[её]т\s|годовой\sотч[её]т|доклад\s|.*:\s(?:\p{L}+\s){0,2}(?:доклад|отч[её]т|report|annual\sreview|bericht|rapport)(?!\p{L}))/iu

/** Words of a container that say what kind it is. */
export const conferenceWords =
  /\b(?:proceedings|proc\.|conference|conf\.|symposium|congress|workshop|konferenz|tagung(?:sband)?|kongress|actes|colloque|congrès|konferencji)(?!\p{L})|(?<!\p{L})(?:конференц|конф\.|симпозиум|материалы|матер\.|труды|форум|съезд|чтени[яй])/iu
export const newspaperWords =
  /\b(?:times|post|herald|tribune|guardian|gazette|daily|zeitung|tageblatt|nachrichten|anzeiger|kurier|monde|matin|courrier|figaro|quotidien|dépêche|gazeta|today|telegraph|independent|courier|chronicle|echo|observer|bote|tagesspiegel|izvestia|kommersant|morgenpost|journal (?:de|du)(?! (?:droit|recherche)))(?!\p{L})|(?<!\p{L})(?:газета|известия|коммерсант|ведомости|правда|звязда|новости|сегодня|труд(?!\p{L})|вечерн)/iu
export const siteWords = /(?<!\p{L})(?:агентств|портал|сайт|agency|portal|web ?site|blog|agentur|agence)/iu
export const journalWords =
  /\b(?:journal|review|quarterly|annals|studies|bulletin|revue|annales|cahiers|zeitschrift|archiv|vierteljahr\p{L}*|jahrbuch|transactions)(?!\p{L})|(?<!\p{L})(?:журнал|вестник|вестн\.|вопросы|обозрение|записки|известия|бюллетень)/iu
export const publisherWords =
  /(?<!\p{L})(?:press(?:es)?|publish\p{L}*|publications|books?|verlag\p{L}*|\p{L}+verlag|university|éd(?:itions|\.)|édit\p{L}*|imprimerie|editora?|изд(?:-во|\.|ательств\p{L}+)|university\s?press|univ\.|verl\.|puf|oup|cup|routledge|springer|nomos|suhrkamp|gallimard|наука|wydawnictwo|edizioni|und söhne|& sons|& co|inc\.?|ltd\.?)(?!\p{L})/iu

/** Words that only the names of bodies have. */
export const organisationWords =
  /(?<!\p{L})(?:bank|ministry|agency|committee|comité|organi[sz]ations?|association|commission|council|chamber|fund|foundation|forum|authority|institut[eo]?|university|université|universität|observatoire|office|ministère|conseil|chambre|agence|banque|fondation|société|fédération|autorité|direction|ministerium|ministerstwo|\p{L}*amt|\p{L}*kammer|stadt|gemeinde|commune|région|bundes\p{L}+|\p{L}*verband|\p{L}*verein|gesellschaft|stiftung|behörde|\p{L}*museum|\p{L}*archiv|министерств\p{L}+|комитет|агентств\p{L}+|институт|университет|администрация|служба|банк|союз|ассоциация|управление|национальн\p{L}+|department|bureau|board|centre|center|society|union|federation|administration|group|service|company|network|team)(?!\p{L})/iu

/** Words that no name of a person has. */
export const notNames =
  /(?<!\p{L})(?:of|for|the|on|in|at|to|how|why|what|who|new|free|ministry|university|institut[eo]?|bank|agency|committee|council|republic|organi[sz]ation|association|commission|centre|center|group|news|office|fund|company|department|zone|forum|government|belarus|china|kazakhstan|russia|international|world|asian|european|united|national|state|press|service|times|port|ports|trade|history|review|journal|studies|report|statistics|act|annual|observatoire|revue|cahiers|zeitung|archiv|zeitschrift|geschichte|handbuch|amt|bundesamt|museum|verlag|république|histoire|und|im|zur|zum|история|экономика|вопросы|журнал|республика|министерство|институт|комитет|право|закон|указ)(?!\p{L})/iu

/** Openings of acts and treaties, in the title. */
export const actOpenings =
  /^(?:(?:федеральный\s|конституционный\s)?закон(?!\p{L})|указ(?!\p{L})|декрет|постановление|распоряжение|приказ|кодекс|(?:\p{L}+\s){1,3}кодекс(?!\p{L})|конституция|директива|решение\s(?:совета|коллегии|комиссии|высшего)|договор\s(?:о|между)|соглашение\s(?:о|между)|конвенция|loi\s|décret\s|arrêté\s|ordonnance\s|code\s(?:de|des|du|civil|pénal)\b|directive\s|règlement\s|(?:(?:council|commission|european\sparliament\sand\scouncil)\s(?:implementing\s|delegated\s)?)?(?:regulation|directive|decision)\s(?:\(|no\s|\d)|treaty\s|convention\s(?:on|for|of)\s|agreement\s(?:on|between)\s|gesetz\s|verordnung\s|\p{L}{3,}(?:gesetz|verordnung|ordnung)\s(?:des|der|vom|über)|bundesgesetz|vertrag\s(?:über|zwischen))/iu
/** The kind of an act, in the rest of its title. */
export const actKinds =
  /^(?:федер\.\s?закон|закон|указ|декрет|постановление|распоряжение|приказ|кодекс|решение|директива|соглашение|договор|law|act|decree|resolution|order)(?!\p{L})/iu
