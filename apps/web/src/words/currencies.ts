/**
 * What people pay with, by its three letters: ISO 4217 without funds, metals, units of account and what was replaced, as of November
 * 2026. Browsers know more or less of the past, so they are not asked.
 */
const inUse = `
AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLP CNY
COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR
ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK
MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF
SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS
VES VND VUV WST XAF XCD XCG XOF XPF YER ZAR ZMW ZWG
`

/** The name of a currency with its three letters, `Swiss Franc (CHF)`; letters without a name stay as they are. */
export function sayCurrency(code: string, locale: string): string {
  return /^[A-Z]{3}$/.test(code) ? withLetters(code, namesIn(locale)) : code
}

/** Every currency in use, by its letters and its name, in the order of the names. */
export function currenciesIn(locale: string): { id: string; name: string }[] {
  const names = namesIn(locale)
  const order = new Intl.Collator(locale)
  return inUse
    .trim()
    .split(/\s+/)
    .map((id) => ({ id, name: withLetters(id, names) }))
    .toSorted((one, other) => order.compare(one.name, other.name))
}

const namesIn = (locale: string) => new Intl.DisplayNames(locale, { type: 'currency', fallback: 'none' })

function withLetters(code: string, names: Intl.DisplayNames): string {
  const name = names.of(code)
  return name ? `${name} (${code})` : code
}
