/**
 * Cities where books are published, as title pages and GOST print them. The list decides between a place and a
 * publisher where the punctuation does not; a city missing from it is taken for a publisher, nothing worse.
 */
const names =
  'М.|М|Л.|СПб.|СПб|Мн.|К.|Пг.|Moscow|Москва|St. Petersburg|Saint Petersburg|Санкт-Петербург|Ленинград|Minsk|Минск|Мінск|Gomel|Гомель|Брест|Brest|Vitebsk|Витебск|Grodno|Гродно|Могилев|Mogilev|' +
  'Almaty|Алматы|Алма-Ата|Astana|Астана|Nur-Sultan|Нур-Султан|Караганда|Karaganda|Шымкент|Tashkent|Ташкент|Bishkek|Бишкек|Dushanbe|Душанбе|Ashgabat|Baku|Баку|Tbilisi|Тбилиси|Yerevan|Ереван|' +
  'Kyiv|Kiev|Киев|Київ|Kharkiv|Харьков|Lviv|Львов|Odessa|Одесса|Chisinau|Кишинев|Riga|Рига|Vilnius|Вильнюс|Tallinn|Таллин|Казань|Kazan|Екатеринбург|Новосибирск|Novosibirsk|Томск|Ростов-на-Дону|Воронеж|Владивосток|Самара|Саратов|Уфа|Пермь|Омск|Иркутск|Красноярск|' +
  'Berlin|München|Munich|Frankfurt|Frankfurt am Main|Frankfurt a. M.|Hamburg|Köln|Cologne|Stuttgart|Leipzig|Dresden|Bonn|Göttingen|Tübingen|Wiesbaden|Baden-Baden|Opladen|Bielefeld|Heidelberg|Mainz|Weinheim|Saarbrücken|Saarbrucken|Wien|Vienna|Graz|Zürich|Zurich|Basel|Bern|Genf|Geneva|Genève|' +
  'Paris|Lyon|Marseille|Grenoble|Strasbourg|Toulouse|Bordeaux|Rennes|Bruxelles|Brussels|Leuven|Louvain|Amsterdam|Leiden|The Hague|Den Haag|Rotterdam|Dordrecht|Luxembourg|' +
  'London|Oxford|Cambridge|Manchester|Edinburgh|Cheltenham|Abingdon|Basingstoke|Bristol|Dublin|New York|Boston|Chicago|Washington|Washington, DC|Washington, D.C.|Philadelphia|Princeton|New Haven|Ithaca|Stanford|Berkeley|Los Angeles|San Francisco|Baltimore|Ann Arbor|Toronto|Montreal|Montréal|Ottawa|Vancouver|Cambridge, MA|Cambridge, Mass.|Santa Monica|Durham|Bloomington|Minneapolis|Boulder|Lanham|' +
  'Warsaw|Warszawa|Варшава|Kraków|Krakow|Cracow|Wrocław|Poznań|Łódź|Gdańsk|Lublin|Toruń|Przemysl|Przemyśl|Katowice|Prague|Praha|Прага|Brno|Bratislava|Budapest|Bucharest|Bucureşti|Sofia|София|Belgrade|Белград|Zagreb|Ljubljana|Athens|Istanbul|Ankara|' +
  'Rome|Roma|Milan|Milano|Torino|Bologna|Firenze|Madrid|Barcelona|Lisbon|Lisboa|Stockholm|Oslo|Copenhagen|København|Helsinki|Uppsala|Lund|' +
  'Beijing|Пекин|Shanghai|Шанхай|Hong Kong|Guangzhou|Taipei|Tokyo|Токио|Kyoto|Seoul|Singapore|New Delhi|Delhi|Mumbai|Islamabad|Karachi|Tehran|Dubai|Abu Dhabi|Cairo|Jerusalem|Tel Aviv|Sydney|Melbourne|Canberra|Ulaanbaatar|Bangkok|Jakarta|Manila|Hanoi'

const known = new Set(names.split('|').map(name => name.toLowerCase()))

/** Whether `text` names one or several such cities, such as `М.; СПб.` or `Berlin/Heidelberg`. */
export function isPlace(text: string): boolean {
  const trimmed = text.trim()
  if (known.has(trimmed.toLowerCase())) return true
  const parts = trimmed.split(/\s*(?:[;/&–,]| and | und | et )\s*/u)
  return parts.length > 1 && parts.length < 5 && parts.every(part => known.has(part.toLowerCase()))
}
