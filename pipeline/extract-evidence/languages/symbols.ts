/**
 * Signs for money and measures that mean the same in every language: ISO 4217 codes, currency signs, SI symbols.
 */

/** Signs that stand beside a number, with their ISO 4217 code. */
export const currencySigns: ReadonlyMap<string, string> = new Map([
  ['$', 'USD'],
  ['€', 'EUR'],
  ['£', 'GBP'],
  ['¥', 'CNY'],
  ['₽', 'RUB'],
  ['₸', 'KZT'],
  ['₹', 'INR'],
  ['₴', 'UAH'],
  ['₺', 'TRY'],
  ['₩', 'KRW'],
  ['₪', 'ILS'],
  ['₫', 'VND'],
  ['₾', 'GEL'],
  ['₼', 'AZN'],
  ['Br', 'BYN'],
  ['KSh', 'KES'],
  ['Ksh', 'KES'],
  ['Rs', 'INR'],
  ['zł', 'PLN'],
])

/** Short forms of currencies that are written with a stop: `Fr. 300`. */
export const shortCurrencies: ReadonlyMap<string, string> = new Map([
  ['Fr', 'CHF'],
  ['Rs', 'INR'],
])

/** Letters before a dollar sign: `US$`, `A$`. */
export const dollarPrefixes: ReadonlyMap<string, string> = new Map([
  ['US', 'USD'],
  ['A', 'AUD'],
  ['AU', 'AUD'],
  ['C', 'CAD'],
  ['CA', 'CAD'],
  ['HK', 'HKD'],
  ['S', 'SGD'],
  ['NZ', 'NZD'],
])

/** ISO 4217 codes that may be printed beside a number. */
export const currencyCodes: ReadonlySet<string> = new Set(
  (
    'USD EUR GBP BYN BYR RUB CNY RMB JPY KZT UAH UZS KGS TJS TMT INR PKR TRY PLN CHF SEK NOK DKK CZK HUF RON BGN KRW ' +
    'CAD AUD NZD HKD SGD BRL ZAR AED SAR QAR KWD MXN ILS THB VND GEL AZN AMD MDL MNT IDR MYR PHP EGP IRR ' +
    'AFN ARS BDT BHD BOB BWP CLP COP CRC CUP DOP DZD ETB FJD GHS GTQ HNL HRK IQD ISK JMD JOD KES KHR LBP LKR LTL LVL ' +
    'LYD MAD MGA MKD MMK MUR MZN NAD NGN NIO NPR OMR PAB PGK PYG RSD RWF SDG SYP TND TTD TWD TZS UGX UYU VES XAF XOF YER ZMW ' +
    'EEK SKK SIT ATS DEM FRF ITL ESP BYB BEF NLG'
  ).split(' '),
)

/** Symbols for measures, by their exact spelling; several tokens are joined by spaces. */
export const measureSymbols: ReadonlyMap<string, string> = new Map([
  ...['km', 'm', 'cm', 'mm', 'ha', 'kg', 'g', 'mg', 't', 'l', 'L', 'ml'].map(
    symbol => [symbol, symbol === 'L' ? 'l' : symbol] as const,
  ),
  ...['W', 'kW', 'MW', 'GW', 'TW', 'kWh', 'MWh', 'GWh', 'TWh', 'kV', 'MPa', 'Hz', 'kHz', 'MHz', 'GHz'].map(
    symbol => [symbol, symbol] as const,
  ),
  ...[
    'Mt',
    'kt',
    'Gt',
    'GB',
    'TB',
    'MB',
    'Mbps',
    'Gbps',
    'TEU',
    'dwt',
    'GRT',
    'dB',
    'hPa',
    'kPa',
    'kJ',
    'MJ',
    'GJ',
    'PJ',
    'Gcal',
    'kcal',
    'm²',
    'm³',
    'km²',
  ].map(symbol => [symbol, symbol] as const),
  ['m 2', 'm²'],
  ['m 3', 'm³'],
  ['km 2', 'km²'],
  ['km / h', 'km/h'],
  ['kW · h', 'kWh'],
  ['° C', '°C'],
  // with a Cyrillic letter
  ['° С', '°C'],
])
