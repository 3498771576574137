/**
 * Currencies of costs and prices: those that the atlas has a rate of exchange for, so that every
 * product that can be published can be sold in every season.
 */
export const currencies: ReadonlySet<string> = new Set(
  (
    "CNY USD EUR GBP JPY KRW AUD CAD PLN MXN BRL ZAR TRY SEK CHF NZD SGD THB MYR IDR PHP INR " +
    "HKD NOK DKK CZK HUF RON"
  ).split(" "),
);
