import { answersOf } from "./after-sales-choices.ts";
import { dealingsOf } from "./sourcing-choices.ts";
import type { Chooser, Wish } from "./chooser.ts";
import { temptedOf } from "./inbox-choices.ts";
import { promotionsOf } from "./off-site-choices.ts";

export type { Chooser, Wish } from "./chooser.ts";

const offersEach = 2;

/**
 * What a student of the script decides on a day, by the place in the class: the first week of a
 * real store, with every lever that a season has. The same place decides the same on every run.
 */
export async function wishesOf(chooser: Chooser, day: number): Promise<Wish[]> {
  if (day === 1) return chooseProducts(chooser);
  const { client, where } = chooser;
  const { offers } = await client.call("GET /practice/seasons/:season/stores/:store/products", {
    where,
  });
  if (day === 2) return [...(await listEverywhere(chooser, offers)), ...(await moveSome(chooser))];
  if (day === 3) return advertise(chooser, offers);
  if (day === 4) return [...(await buy(chooser)), ...(await dealingsOf(chooser, day))];
  const step = ((day + chooser.place) % 5) - 2;
  const prices = offers.flatMap(({ sku, listings }) =>
    listings
      .filter(({ state }) => state === "live")
      .map(({ market, priceMinor }): Wish => {
        return { kind: "set-price", sku, market, priceMinor: Math.max(1, priceMinor + step * 10) };
      }),
  );
  return [
    ...prices,
    ...(await answersOf(chooser, day)),
    ...(await promotionsOf(chooser, day)),
    ...(await temptedOf(chooser)),
    ...(await dealingsOf(chooser, day)),
  ];
}

type Offers = readonly { readonly sku: string }[];

async function chooseProducts({ client, where, place }: Chooser): Promise<Wish[]> {
  const { items } = await client.call("GET /practice/seasons/:season/stores/:store/catalog", {
    where,
    asks: { limit: "200" },
  });
  return Array.from({ length: offersEach }, (_, nth): Wish => {
    const { sku } = items[(place * offersEach + nth) % items.length]!;
    return { kind: "select-product", sku };
  });
}

async function listEverywhere(chooser: Chooser, offers: Offers): Promise<Wish[]> {
  const { client, where, place } = chooser;
  const { markets } = await client.call("GET /practice/seasons/:season", { where });
  const chosen = markets.slice(0, 1 + (place % 2));
  const pairs = offers.flatMap(({ sku }) => chosen.map(({ code }) => ({ sku, market: code })));
  return (await Promise.all(pairs.map((pair) => firstListing(chooser, pair)))).flat();
}

async function firstListing(
  { client, where }: Chooser,
  { sku, market }: { sku: string; market: string },
): Promise<Wish[]> {
  const editor = await client.call(
    "GET /practice/seasons/:season/stores/:store/products/:sku/:market",
    { where: { ...where, sku, market } },
  );
  const service = editor.services.find(
    ({ from, costMinor }) => from === "home" && costMinor !== null,
  );
  if (service === undefined) return [];
  const { name, text, attributes } = editor.product;
  const listing = {
    title: `${name.en} ${editor.keywords[0]?.phrase ?? ""}`.trim().slice(0, 120),
    keywords: editor.keywords.map(({ phrase }) => phrase),
    text: text.en.slice(0, 1_000),
    attributes,
    photoLevel: 1 as const,
  };
  const promiseDays = Math.max(1, service.p90Days);
  return [
    { kind: "publish-listing", sku, market, listing, priceMinor: editor.soundPriceMinor },
    { kind: "set-shipping", sku, market, service: service.id, feeMinor: 0, promiseDays },
  ];
}

async function advertise({ client, where, place }: Chooser, offers: Offers): Promise<Wish[]> {
  const { markets } = await client.call("GET /practice/seasons/:season", { where });
  const bidTicks = 2_000 + place * 100;
  return [
    {
      kind: "open-campaign",
      name: "First campaign",
      dailyBudgetTicks: 200_000,
      markets: [markets[0]!.code],
    },
    ...offers.map(({ sku }): Wish => {
      return { kind: "set-bid", campaign: 0, sku, keyword: "", match: "auto", bidTicks };
    }),
  ];
}

/** Every other student sends some of a product that may fly ahead to a warehouse over there. */
async function moveSome({ client, where, place }: Chooser): Promise<Wish[]> {
  const { modules, markets } = await client.call("GET /practice/seasons/:season", { where });
  const { rows, supply } = await client.call("GET /practice/seasons/:season/stores/:store/stock", {
    where,
  });
  const market = markets[0]!.code;
  const flying = supply.filter(({ freight }) =>
    freight.some((option) => option.market === market && option.mode === "air"),
  );
  const home = rows.find(
    ({ pool, onHand, sku }) =>
      pool === null && onHand >= 10 && flying.some((product) => product.sku === sku),
  );
  if (!modules.warehouses || place % 2 === 0 || home === undefined) return [];
  return [{ kind: "move-stock", sku: home.sku, market, mode: "air", units: 10 }];
}

/** The smallest purchase of what is cheapest to buy, and a rule for the rest. */
async function buy({ client, where }: Chooser): Promise<Wish[]> {
  const { supply } = await client.call("GET /practice/seasons/:season/stores/:store/stock", {
    where,
  });
  const [cheapest, ...others] = supply.toSorted(
    (a, b) => a.moq * a.unitCostMinor - b.moq * b.unitCostMinor,
  );
  if (cheapest === undefined) return [];
  return [
    { kind: "place-purchase", sku: cheapest.sku, units: cheapest.moq },
    ...others.map(({ sku, moq }): Wish => {
      return { kind: "set-reorder-rule", sku, pointUnits: 20, upToUnits: 20 + moq };
    }),
  ];
}
