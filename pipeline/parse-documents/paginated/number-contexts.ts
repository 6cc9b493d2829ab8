/**
 * Words beside which a number is a quantity and not a note marker: data for the marker pass.
 */

/** At the end of the text before the number. */
export const currencies = /(?:[$€£¥₽]\s?|\b(?:USD|EUR|BYN|RUB|CNY|KZT|Br|Rs|руб)\.?\s?)$/u

/** Words that take a number after them, at the end of the text before it. */
export const numberWords =
  /(?:\b(?:No|Nos|nr|vol|volume|page|pages|p|pp|chapter|section|article|table|figure|fig|street|room|line|of|in|by|than|about|to|from|and|on|since|until|over|almost|nearly|with|for|January|February|March|April|May|June|July|August|September|October|November|December)\.?|(?<!\p{L})(?:№|стр|том|гл|рис|табл|статья|от|до|на|в|из|с|более|около|почти|января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря))\s$/iu

/** Units and nouns of quantity, at the head of the text after the number. */
export const unitWords =
  /^[\s\u00a0](?:percent|per\s?cent|million|billion|trillion|thousand|mln|bln|times|years?|months?|days?|weeks?|hours?|dollars|euros?|rubles|roubles|yuan|tons?|tonnes|km|kg|ha|MW|GW|kW|m³|m²|cubic|square|people|companies|countries|млн|млрд|тыс|трлн|процент|лет|год|человек|тонн|км|кг|га|Mio|Mrd|Prozent|Jahre|millions|milliards|pour\s?cent|ans)(?![\p{L}\d])/iu
