/**
 * English words that tell happenings, agreements and quotations: verbs, instruments, name parts, verbs of saying.
 */
import { phraseTable, wordSet } from '../phrases.ts'
import type { EventWords, QuotationWords } from './statement-table.ts'

const demonyms = [
  'belarusian chinese russian kazakh kazakhstani turkish indian american european german french british ukrainian polish uzbek',
  'belarusian-chinese belarusian-kazakh italian spanish dutch swiss austrian czech hungarian romanian bulgarian greek serbian',
  'japanese korean vietnamese mongolian pakistani iranian arab egyptian african asian latin brazilian canadian mexican australian',
  'swedish norwegian danish finnish estonian latvian lithuanian georgian armenian azerbaijani kyrgyz tajik turkmen moldovan cuban',
]

export const events: EventWords = {
  verbs: wordSet(
    'signed sign signing concluded conclude adopted adopt approved approve ratified endorsed held hold hosted opened open opening',
    'registered register created create established founded launched launch inaugurated took take started start begin began begins',
    'announced announce joined join accredited visited presented present discussed decided agreed attended introduced',
    'completed commissioned assembled built became become appeared received won awarded acquired purchased bought sold',
    'delivered shipped exhibited resumed closed closes ended suspended organized organised participated celebrated published released',
    'issued appointed elected met unveiled demonstrated offered expressed considered initiated merged granted allocated entered',
    'introduced implemented put set broke won moved transferred transported arrived departed tested graduated enrolled happened',
    'occurred convened gathered proposed suggested invited stated declared said reported exported imported obtained submitted',
    'connected reconstructed modernized upgraded exceeded reached begun reopened voiced sounded renewed',
  ),
  foundings: wordSet('founded established created formed incorporated instituted opened launched'),
  signing: wordSet(
    'signed sign signing concluded conclude concluding adopted adopt adopting inked sealed ratified initialled entered',
    'approved approve approving endorsed',
  ),
  adopting: wordSet('adopted adopt adopting approved approve approving endorsed'),
  infinitives: wordSet(''),
  passives: wordSet(''),
  actions: wordSet('signing concluding adopting approving'),
  plans: wordSet(
    'plan plans planned planning intend intends agreed expected scheduled will would expects propose proposes proposed going hopes',
  ),
  instruments: phraseTable({
    agreement:
      'agreement|agreements|memorandum|memorandums|memoranda|treaty|treaties|declaration|contract|contracts|letter of intent|letters of intent|program of cooperation|programme of cooperation|action plan|plan of action|protocol|protocols|convention|conventions|accord|accords|pact|road map|roadmap|partnership documents|cooperation program|cooperation programme|cooperation plan|charter|mou|documents|signing ceremony|joint statement|joint statements|communique|communiqué',
  }),
  paperKinds: phraseTable({
    kind: 'of understanding|of cooperation|of co-operation|of intent|of intentions|of friendship|of partnership|of association',
  }),
  subjectOpeners: phraseTable({
    opener:
      'on|for|about|concerning|regarding|in the field of|in the fields of|in the area of|in the areas of|in the sphere of|in the spheres of|in the domain of',
  }),
  contents: phraseTable({
    content: 'provides for|provide for|is aimed at|are aimed at|aims at|envisages|stipulates|covers|cover|regulates',
  }),
  dateLinks: phraseTable({
    link: 'at the same time|at this time|during the|the|in the same|then|there|here|it|they|on the sidelines|following the|after the',
  }),
  topics: phraseTable({ topic: 'as for|as to|speaking of|speaking about|with regard to|regarding' }),
  sideWords: wordSet('parties sides'),
  both: wordSet('both two'),
  pronouns: wordSet('it them'),
  subjectPronouns: wordSet('it they'),
  partyLinks: wordSet('with between by'),
  agents: wordSet('by'),
  between: wordSet('between'),
  together: wordSet('together jointly along'),
  passing: wordSet(
    'off via throughout outside inside upon behind below above up down under including like unlike despite regarding',
  ),
  placePrepositions: wordSet('in at near from through into around across'),
  genitiveLinks: wordSet('of'),
  articles: wordSet('a an the'),
  copulas: wordSet('was were is are be been being'),
  adverbs: wordSet(
    'also already have has had jointly officially formally recently currently now just finally then new respectively later back',
  ),
  adverbEnding: /ly$/u,
  additions: wordSet('as while'),
  negations: wordSet('no not never neither failed refused'),
  gatherings: wordSet('meeting session sitting summit congress conference visit delegation plenum assembly'),
  orgHeads: wordSet(
    'ministry alliance chamber institute university association academy council committee commission center centre corporation',
    'union foundation society company department agency federation bureau office board administration bank fund group college',
    'organization organisation plant academy school branch embassy government republic state concern enterprise exchange park',
  ),
  nameAdjective: /(?:al|ic|ive|ary)$/u,
  bodies: wordSet(
    'navy army parliament council administration branch government ministry department office embassy secretariat',
  ),
  kinds: wordSet(
    'city cities town towns village villages region regions province provinces district districts county counties state',
    'republic port ports university universities municipality island islands company companies firm firms enterprise enterprises',
  ),
  companyForms: wordSet(
    'llc ltd inc jsc ojsc cjsc pjsc plc gmbh ag llp corporation company co limited holding group oao ooo zao',
  ),
  placeNouns: wordSet(
    'region regions province district oblast county city university zone plant republic government ministry company exchange plc county',
  ),
  purposes: wordSet('for on'),
  connectors: wordSet('of the for on and de la du del di der des von van y al'),
  demonyms: wordSet(...demonyms),
  openers: wordSet(
    'figures increasing construction work production bilateral evidence cooperation experts analysts officials doctors',
    'scientists farmers fishermen critics observers journalists residents authorities organizers representatives students',
  ),
  notNames: wordSet(
    ...demonyms,
    'the a an in on at of for and but or also so thus however another this that these those it its they their there here',
    'january february march april may june july august september october november december monday tuesday wednesday thursday',
    'friday saturday sunday recall note as by to from with when where while after before since until today now earlier later',
    'first second third fourth fifth secondly thirdly following according speaking turning considering returning starting',
    'memorandum agreement treaty declaration program programme protocol contract directive convention joint i we he she you',
    'one two three four five six seven eight nine ten eleven twelve more less about over almost suffice let all no every each such some any many most directive',
    'among under last next upon within beyond unlike despite although though besides moreover during not if both',
  ),
}

export const quotations: QuotationWords = {
  speech: wordSet(
    'said says say stated states noted notes added adds told explained explains emphasized emphasised stressed stresses believes',
    'commented remarked announced declared claims claimed argued argues reported reports concluded observed pointed underlined',
    'wrote writes recalled recalls asserted asserts confirmed confirms warned warns admitted admits asked asks replied replies',
    'insisted insists predicted predicts quoted answered answers complained complains promised promises joked jokes',
    'called calls disagreed smiled smiles laughed laughs sighed acknowledged acknowledges continued continues cautioned urged urges hopes comments remarks',
  ),
  accordingTo: phraseTable({
    according: 'according to|in the words of|as noted by|as stated by|as quoted by|in the opinion of',
  }),
  titles: wordSet(''),
  classifiers: wordSet(
    'fez fezs zone zones park parks subpark plant plants company companies firm llc ltd ojsc jsc cjsc pjsc ooo oao zao corporation',
    'holding group concern enterprise factory bank fund exhibition exhibitions forum forums conference congress summit festival station',
    'program programme project projects specialty specialties speciality pavilion table roundtable newspaper magazine journal',
    'film book directive decree law treaty strategy initiative competition contest brand ship vessel hotel center centre',
    'association union foundation institute university college school club team title titled entitled named called award prize',
    'deposit campaign agency portal website platform product products model system systems complex farm mine stadium theatre',
    'theater museum gallery party movement order medal series course module airport seminar article report canal society',
  ),
}
