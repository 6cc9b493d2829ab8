/**
 * Words that name nothing: the small words of some languages, and the months and days of all. A language without a line
 * has only its shortest words left out.
 */

const small: Readonly<Record<string, string>> = {
  en: `a about above according account active actively add added additional after again all almost along already also although
    among an and another any are aforementioned area areas around as at be became because become been before began being
    below between both but by can certain carried carry case common connection considerable could course current currently
    different do does done due during each early effective effectively end especially etc even every example experience
    expected fact far few field finally first for form framework from further future general good great greater had has
    have he held her here high highly his how however if important in including increase increased increasing instead
    interest interested interesting into is it its itself just key kind known large largest last late later latter least
    less let like likely long made main mainly major make many may mean means measures million billion thousand more
    moreover most much must namely near nearly necessary need new next no nor not note noted now number of off often on
    once one only open opportunities opportunity or order other others our out over own part particular particularly per
    percent place plan planned plans point points possible present presented process project projects promising purpose
    recent recently regard reference related relevant respectively result results said same second see set several shall
    she should side signed significant significantly similar since single small so some special sphere spheres stage
    start started still such sure take taken taking than thanks that the their them then there therefore these they thing
    third this those three through throughout thus time times to today together too took total towards two under until
    up upon us use used using various very volume was way we well were what when where which while who whole whom whose
    why will with within without work worth would year years yet you your llc ltd inc plc jsc ojsc cjsc corp corporation company companies`,
  ru: `а без более был была были было быть в вам вас весь во вот все всего всех вы где да даже для до его ее если есть еще
    же за здесь и из или им их к как ко когда кто ли либо между меня мне может можно мы на над надо наш не него нее ней нет
    ни них но ну о об однако он она они оно от очень по под поэтому при про с со свой себя сейчас так также такой там те
    тем то того тоже той только том тот ты у уже хотя чего чей чем через что чтобы чье эта эти этих это этого этой этом
    этот я год года году годов который которая которое которые которых лет тыс млн млрд ооо оао зао пао уп`,
  de: `aber alle als also am an auch auf aus bei bis bin bist da damit dann das dass dazu dem den denn der des dessen die
    dies diese diesem diesen dieser dieses doch dort du durch ein eine einem einen einer eines er es etwa fur für gegen
    hat hatte ihr ihre im in ist ja jahr jahre jahren jede jeder kann kein keine mehr mit nach nicht noch nur ob oder
    ohne sehr sein seine sich sie sind so sowie über um und uns unter vom von vor war waren was wenn werden wie wir wird
    wo wurde wurden zu zum zur zwischen gmbh`,
  fr: `a ainsi alors au aucun aussi autre autres aux avant avec avoir car ce cela ces cet cette ceux chaque comme comment
    dans de depuis des donc dont du elle elles en encore entre est et etait ete etre eu fait il ils je la le les leur
    leurs lors lui mais meme moins ne ni nos notre nous on ont ou où par pas peu plus pour pres qu que qui sa sans se ses
    si son sont sous sur tous tout toute toutes tres un une vers vous y an ans annee annees sarl`,
}

const words = new Set(Object.values(small).flatMap(line => line.split(/\s+/u)))
const calendars = new Map<string, ReadonlySet<string>>()

/** Whether a word, in lower case, can name nothing in texts of a language (BCP 47 tag). */
export function isSmallWord(word: string, language: string): boolean {
  return word.length < 3 || words.has(word) || calendarOf(language).has(word)
}

/** The names of months and days, by themselves and in a date. */
function calendarOf(language: string): ReadonlySet<string> {
  const known = calendars.get(language)
  if (known) return known
  const dates = Array.from({ length: 12 }, (_, month) => new Date(Date.UTC(2024, month, month + 1)))
  const styles: readonly Intl.DateTimeFormatOptions[] = [
    { month: 'long' },
    { day: 'numeric', month: 'long' },
    { weekday: 'long' },
  ]
  const names = styles.flatMap(style => {
    const format = new Intl.DateTimeFormat(language, { ...style, timeZone: 'UTC' })
    return dates.flatMap(
      date =>
        format
          .format(date)
          .toLowerCase()
          .match(/\p{L}+/gu) ?? [],
    )
  })
  const calendar = new Set(names)
  calendars.set(language, calendar)
  return calendar
}
