import type { DecisionWish, ListingText } from "@echelon/contract/practice/decision.ts";
import type { Desk, Editor, Product, Season } from "./desk.ts";

/** A product with what the catalogue says of its prices and margins, by market. */
export interface Choice {
  readonly product: Product;
  readonly rough: ReadonlyMap<string, NonNullable<Product["rough"]>>;
}

export type Service = Editor["services"][number];

/** How a player opens: each line is one of the things that a higher level does better. */
export interface Opening {
  /** How many products it takes. */
  readonly products: number;
  /** The larger, the sooner a product is taken; without it the catalogue's order counts. */
  worth?(choice: Choice, season: Season): number;
  /** The markets it lists in, of all that there are. */
  markets(season: Season): readonly string[];
  /** Buys what the supplier sells at least, and so many times that. */
  readonly lots: number;
  words(editor: Editor): ListingText;
  /** The price, minor units of the market's currency; null not to list there. */
  price(facts: PriceFacts): Promise<number | null> | number | null;
  service(editor: Editor): Service | undefined;
  promise(service: Service): number;
}

export interface PriceFacts {
  readonly editor: Editor;
  readonly choice: Choice;
  /** What a unit costs in the market's currency, as the check of a trial listing tells it. */
  costOf(): Promise<number | null>;
}

/** On its first day a player chooses, buys and lists; true when that is what it did. */
export async function openShop(desk: Desk, opening: Opening): Promise<boolean> {
  if ((await desk.offers()).length > 0) return false;
  const choices = await choose(desk, opening);
  const wishes = choices.flatMap(({ product: { sku, moq } }): DecisionWish[] => [
    { kind: "select-product", sku },
    ...(opening.lots === 0
      ? []
      : [{ kind: "place-purchase" as const, sku, units: moq * opening.lots }]),
  ]);
  await desk.hand(wishes.splice(0));
  for (const choice of choices) {
    for (const market of opening.markets(desk.season))
      wishes.push(...(await listingOf(desk, opening, choice, market)));
  }
  await desk.hand(wishes);
  return true;
}

async function choose(desk: Desk, opening: Opening): Promise<readonly Choice[]> {
  const choices = new Map<string, { product: Product; rough: Map<string, Rough> }>();
  for (const market of opening.markets(desk.season)) {
    for (const product of await desk.catalog(market)) {
      const known = choices.get(product.sku) ?? { product, rough: new Map<string, Rough>() };
      if (product.rough !== null) known.rough.set(market, product.rough);
      choices.set(product.sku, known);
    }
  }
  const { worth } = opening;
  const all = [...choices.values()];
  const ranked =
    worth === undefined
      ? all
      : all
          .map((choice) => ({ choice, value: worth(choice, desk.season) }))
          .toSorted((a, b) => b.value - a.value)
          .map(({ choice }) => choice);
  return ranked.slice(0, opening.products);
}

type Rough = NonNullable<Product["rough"]>;

async function listingOf(
  desk: Desk,
  opening: Opening,
  choice: Choice,
  market: string,
): Promise<DecisionWish[]> {
  const { sku } = choice.product;
  const editor = await desk.editor(sku, market);
  const service = opening.service(editor);
  if (service === undefined) return [];
  const shipping: DecisionWish = {
    kind: "set-shipping",
    sku,
    market,
    service: service.id,
    feeMinor: 0,
    promiseDays: Math.max(1, opening.promise(service)),
  };
  const listing = opening.words(editor);
  const publish = (priceMinor: number): DecisionWish => {
    return { kind: "publish-listing", sku, market, priceMinor, listing };
  };
  const costOf = async () => {
    const [, trial] = await desk.check([shipping, publish(1_000)]);
    return trial?.kind === "accepted" ? (trial.economics?.goodsMinor ?? null) : null;
  };
  const priceMinor = await opening.price({ editor, choice, costOf });
  return priceMinor === null || priceMinor <= 0 ? [] : [shipping, publish(priceMinor)];
}

/** The cheapest service that takes the product there from home. */
export function cheapestService({ services }: Editor): Service | undefined {
  return services
    .filter(({ from, costMinor }) => from === "home" && costMinor !== null)
    .toSorted((a, b) => a.costMinor! - b.costMinor!)[0];
}

/** The service that costs least when a day on the way costs one per cent of the price. */
export function soundService(editor: Editor): Service | undefined {
  const { services } = editor;
  const home = services.filter(({ from, costMinor }) => from === "home" && costMinor !== null);
  const least = Math.min(...home.map(({ costMinor }) => costMinor!));
  const goods = editor.product.unitCostMinor + least;
  const cost = (one: Service) => one.costMinor! + 0.01 * goods * one.p50Days;
  return home.toSorted((a, b) => cost(a) - cost(b))[0];
}

export const everywhere = ({ markets }: Season): readonly string[] =>
  markets.map(({ code }) => code);

/** The middle of the prices asked there for such products. */
export function medianPrice({ editor, choice }: PriceFacts): number | null {
  return choice.rough.get(editor.market)?.medianMinor ?? null;
}

/**
 * What a unit leaves at the usual price, weighed by how many buyers each market has; what the
 * supplier brings late sells late.
 */
export function marginAcross({ rough, product }: Choice, { markets }: Season): number {
  const sum = markets.reduce((sum, { code, visitShareBp }) => {
    const there = rough.get(code);
    return sum + (there === undefined ? 0 : Math.max(0, there.marginMinor) * visitShareBp);
  }, 0);
  return sum / (5 + product.leadDays);
}

/**
 * The price that would earn most if there were always enough to sell, or the middle of what others
 * ask where that is more: goods take weeks to come, so what there is should not go too cheap.
 */
export function soundPriceOf(facts: PriceFacts): number {
  return Math.max(facts.editor.soundPriceMinor, medianPrice(facts) ?? 0);
}
