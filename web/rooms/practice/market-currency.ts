type Places = {
  readonly markets: readonly { readonly code: string; readonly currency: string }[];
  readonly booksCurrency: string;
};

/** Prices are in the currency of their market; what has no market is in that of the books. */
export function currencyOf({ markets, booksCurrency }: Places, market: unknown): string {
  return markets.find(({ code }) => code === market)?.currency ?? booksCurrency;
}
