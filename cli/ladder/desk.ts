import type { DecisionWish } from "@echelon/contract/practice/decision.ts";
import { uuidv7 } from "@echelon/server/main.ts";
import type { AnswerTo, Client } from "./client.ts";

export type Season = AnswerTo<"GET /practice/seasons/:season">;
type At = "/practice/seasons/:season/stores/:store";
export type Product = AnswerTo<`GET ${At}/catalog`>["items"][number];
export type Editor = AnswerTo<`GET ${At}/products/:sku/:market`>;
export type Offer = AnswerTo<`GET ${At}/products`>["offers"][number];

/** What a scripted player has in front of it on an open day: its store, and nothing else. */
export interface Desk {
  readonly season: Season;
  readonly day: number;
  /** Products that may be chosen, with what a unit would leave in one market. */
  catalog(market: string): Promise<Product[]>;
  offers(): Promise<Offer[]>;
  editor(sku: string, market: string): Promise<Editor>;
  stock(): Promise<AnswerTo<`GET ${At}/stock`>>;
  advertising(): Promise<AnswerTo<`GET ${At}/advertising`>>;
  afterSales(): Promise<AnswerTo<`GET ${At}/after-sales`>>;
  /** What the server would say of wishes, one after the other, without doing them. */
  check(wishes: readonly DecisionWish[]): Promise<AnswerTo<`POST ${At}/check`>["items"]>;
  /** Hands in what the server would accept of these wishes, and says how many that were. */
  hand(wishes: readonly DecisionWish[], note?: string): Promise<number>;
}

/** Wishes that one check takes. */
const wishesAtATime = 50;
const catalogMax = 100;

/** The store of a token on the open day. */
export async function openDesk(client: Client): Promise<Desk> {
  const own = await client("GET /practice/agent", {});
  const season = await client("GET /practice/seasons/:season", { where: { season: own.season } });
  const where = { season: own.season, store: String(own.store) };
  const { day } = season;
  const at = "/practice/seasons/:season/stores/:store";
  const check = async (wishes: readonly DecisionWish[]) =>
    (await client(`POST ${at}/check`, { where, body: { wishes: [...wishes] } })).items;
  const handSome = async (wishes: readonly DecisionWish[], note: string) => {
    const items = await check(wishes);
    const accepted = wishes.filter((_, place) => items[place]?.kind === "accepted");
    if (accepted.length === 0) return 0;
    const body = { key: uuidv7(), day, wishes: accepted, note };
    await client(`POST ${at}/decisions`, { where, body });
    return accepted.length;
  };
  return {
    season,
    day,
    async catalog(market) {
      const asks = { market, limit: String(catalogMax) };
      return (await client(`GET ${at}/catalog`, { where, asks })).items;
    },
    offers: async () => (await client(`GET ${at}/products`, { where })).offers,
    editor: (sku, market) =>
      client(`GET ${at}/products/:sku/:market`, { where: { ...where, sku, market } }),
    stock: () => client(`GET ${at}/stock`, { where }),
    advertising: () => client(`GET ${at}/advertising`, { where }),
    afterSales: () => client(`GET ${at}/after-sales`, { where }),
    check,
    async hand(wishes, note = "") {
      let handed = 0;
      for (let from = 0; from < wishes.length; from += wishesAtATime)
        handed += await handSome(wishes.slice(from, from + wishesAtATime), note);
      return handed;
    },
  };
}
