import type { RefusedEntry } from "@echelon/kernel/market/day.ts";
import type { LogEntry } from "@echelon/kernel/market/decisions/decision.ts";
import type { WorldSource } from "@echelon/kernel/market/world/scenario.ts";
import type { Seed } from "@echelon/kernel/market/state/season.ts";
import type { Explanation, ListingChange } from "@echelon/kernel/market/why/explain-change.ts";
import type { LostSale } from "@echelon/kernel/market/why/lost-sales.ts";
import type { NamesWorth } from "@echelon/kernel/market/why/name-worth.ts";
import type { PagePlace, ShownSlot } from "@echelon/kernel/market/why/shown-page.ts";
import type { DayTables } from "@echelon/kernel/market/state/tables.ts";

/** What every request says: which season it is about. */
type About = {
  readonly id: number;
  readonly worldHash: string;
  /** Null asks whether the thread has the world. */
  readonly source: WorldSource | null;
  readonly seed: Seed;
};

/** What the engine's thread is asked. A world is named by its hash and sent when it is missing. */
export type EngineRequest =
  | (About & { readonly kind: "open" })
  | (About & {
      readonly kind: "close";
      /** Digest of the state before the day: the thread may still have that state. */
      readonly digest: string;
      /** The state's snapshot; null asks whether the thread has it. */
      readonly snapshot: Uint8Array | null;
      readonly entries: readonly LogEntry[];
    })
  | (About & { readonly kind: "replay" } & ReplayRequest)
  | (About & { readonly kind: "play" } & ReplayRequest)
  | (About & {
      readonly kind: "explain";
      readonly question: WhyQuestion;
      /** The days to watch; null asks whether the thread has watched them. */
      readonly days: ReplayRequest | null;
    })
  | (About & {
      readonly kind: "lost";
      readonly store: number;
      readonly day: NamedDay;
      readonly days: ReplayRequest | null;
    })
  | (About & {
      readonly kind: "worth";
      readonly store: number;
      readonly day: NamedDay;
      readonly days: ReplayRequest | null;
    })
  | (About & {
      readonly kind: "page";
      readonly place: PagePlace;
      readonly day: NamedDay;
      readonly days: ReplayRequest | null;
    });

/** A day that was played for a question. */
export type PlayedDay = {
  readonly day: number;
  readonly digest: string;
  /** Stores of people. */
  readonly stores: readonly PlayedStore[];
  readonly refused: readonly RefusedEntry[];
};

/** A store's figures of one day; money in minor units of the books' currency. */
export type PlayedStore = {
  readonly store: number;
  readonly orders: number;
  readonly units: number;
  readonly lostUnits: number;
  readonly revenueMinor: number;
  readonly profitMinor: number;
  readonly cashMinor: number;
  readonly scoreMilli: number;
  readonly listingsLive: number;
  readonly listingsSoldOut: number;
};

/** A closed day: the digest that it ended in names it. */
export type NamedDay = {
  readonly day: number;
  readonly digest: string;
  /** The store whose own decisions of the day are left out; null for the day as it was. */
  readonly without: number | null;
};

/** Why a store's later day is other than the earlier one. */
export type WhyQuestion = {
  readonly store: number;
  readonly before: NamedDay;
  readonly after: NamedDay;
};

/** Lost sales by the number of the offer. */
export type Lost = Omit<LostSale, "row"> & { readonly offer: number };

/** The answer, its listings by the number of the offer. */
export type Explained = Omit<Explanation, "listings"> & {
  readonly listings: readonly (Omit<ListingChange, "row"> & { readonly offer: number })[];
};

/** Days to play again, and what to begin with. */
export type ReplayRequest = {
  /** The state before the first of the days; null opens the season, for days from the first on. */
  readonly snapshot: Uint8Array | null;
  readonly from: number;
  /** The last day; the state before `from` is given back when it is earlier. */
  readonly to: number;
  readonly entries: readonly LogEntry[];
};

/** A market made ready: its memory before the first day. */
export type Opening = { readonly digest: string; readonly snapshot: Uint8Array };

/** A closed day as it is written. */
export type ClosedDay = Opening & {
  readonly tables: DayTables;
  readonly ledgerSums: Readonly<Record<string, number>>;
  /** Rates of the closed day by currency, 1e-8 of the books' currency. */
  readonly ratesE8: readonly number[];
};

export type EngineAnswer =
  | { readonly id: number; readonly kind: "progress"; readonly percent: number }
  | { readonly id: number; readonly kind: "opened"; readonly opening: Opening }
  | { readonly id: number; readonly kind: "closed"; readonly closed: ClosedDay }
  | { readonly id: number; readonly kind: "replayed"; readonly replayed: Opening }
  | { readonly id: number; readonly kind: "played"; readonly days: readonly PlayedDay[] }
  | { readonly id: number; readonly kind: "lost"; readonly lost: readonly Lost[] }
  | { readonly id: number; readonly kind: "worth"; readonly worth: NamesWorth }
  | { readonly id: number; readonly kind: "explained"; readonly explained: Explained }
  | { readonly id: number; readonly kind: "page"; readonly slots: readonly ShownSlot[] }
  /** The thread does not hold the world; ask again with its source. */
  | { readonly id: number; readonly kind: "world-missing" }
  /** The thread does not hold the state, or its snapshot was unsound. */
  | { readonly id: number; readonly kind: "state-missing" }
  | { readonly id: number; readonly kind: "failed"; readonly message: string };
