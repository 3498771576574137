/** Somebody's place before a store: what is seen there, and decided a minute after the other. */
import type { BodyOf } from "@echelon/contract/platform/endpoint.ts";
import type { EndpointByDoes } from "@echelon/contract/endpoints.ts";
import type { ListingEditorView } from "@echelon/contract/practice/products.ts";
import { type ManualClock, uuidv7 } from "@echelon/server/main.ts";
import { type ApiClient, ApiRefusal } from "../safety/api-client.ts";

export type Wish = BodyOf<
  EndpointByDoes["POST /practice/seasons/:season/stores/:store/decisions"]
>["wishes"][number];

export interface Seat {
  readonly client: ApiClient;
  readonly clock: ManualClock;
  readonly where: { readonly season: string; readonly store: string };
  readonly markets: readonly string[];
  /** Decisions that were taken, each in a minute of its own. */
  minutes: number;
}

const minuteSeconds = 60;

/** Opens a store of one's own, or joins that of a team-mate. */
export async function takeSeat(
  client: ApiClient,
  clock: ManualClock,
  season: string,
  of: { readonly name: string } | { readonly store: string },
): Promise<Seat> {
  const where = { season };
  const { markets } = await client.call("GET /practice/seasons/:season", { where });
  const { store } =
    "name" in of
      ? await client.call("POST /practice/seasons/:season/stores", { where, body: of })
      : await client.call("POST /practice/seasons/:season/stores/:store/members", {
          where: { season, store: of.store },
        });
  return {
    client,
    clock,
    where: { season, store: String(store) },
    markets: markets.map(({ code }) => code),
    minutes: 0,
  };
}

/**
 * Decides something, and a minute passes. What the market refuses is not decided, as where a person
 * reads why not and goes on.
 *
 * @returns whether it was accepted
 */
export async function decide(seat: Seat, day: number, ...wishes: readonly Wish[]) {
  seat.clock.advance(minuteSeconds);
  try {
    await seat.client.call("POST /practice/seasons/:season/stores/:store/decisions", {
      where: seat.where,
      body: { key: uuidv7(), day, wishes },
    });
  } catch (error) {
    if (!(error instanceof ApiRefusal) || error.status !== 422) throw error;
    return false;
  }
  seat.minutes += 1;
  return true;
}

/** What the listing editor shows of a product in a market. */
export const editorOf = (seat: Seat, sku: string, market: string): Promise<ListingEditorView> =>
  seat.client.call("GET /practice/seasons/:season/stores/:store/products/:sku/:market", {
    where: { ...seat.where, sku, market },
  });

/** All that the store may choose. */
export async function choosable(seat: Seat) {
  const { items } = await seat.client.call("GET /practice/seasons/:season/stores/:store/catalog", {
    where: seat.where,
    asks: { limit: "100" },
  });
  return items;
}

/** The slowest service that an able student takes: half of its parcels are there by then. */
const daysMost = 12;

/** The cheapest tracked service from home that is quick enough; else the cheapest. */
export function homeService({ services }: ListingEditorView) {
  const open = services.filter(({ from, costMinor }) => from === "home" && costMinor !== null);
  return open.find((one) => one.isTracked && one.p50Days <= daysMost) ?? open[0];
}
