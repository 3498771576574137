/**
 * The door to countries, carriers and platforms: reads their folders once, checks them, freezes
 * them, and cuts the slice that a season runs under.
 */
import { createHash } from "node:crypto";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { Carrier, ServiceOffer } from "@echelon/kernel/trade/rate-card.ts";
import type { RuleSet, TradeSlice } from "@echelon/kernel/trade/rule-set.ts";
import { readCarrierFolder } from "./carriers/carrier-folder.ts";
import { readCountryFolder, type CountryData } from "./countries/country-folder.ts";
import { readPlatformFolder } from "./platforms/platform-folder.ts";
import type { PlatformProfile } from "./platforms/platform-shape.ts";

export type { CountryData } from "./countries/country-folder.ts";
export type { PlatformProfile } from "./platforms/platform-shape.ts";
export { commissionBp } from "./platforms/platform-folder.ts";

export type TradeAtlas = {
  /** By folder name: ISO 3166-1 alpha-2 in lower case, and `eu`. */
  readonly countries: ReadonlyMap<string, CountryData>;
  readonly carriers: ReadonlyMap<string, Carrier>;
  readonly platforms: ReadonlyMap<string, PlatformProfile>;
  /** SHA-256 of the canonical JSON of all rules, rates and countries, hexadecimal. */
  readonly ruleSetHash: string;
};

/** What a season needs of the atlas. */
export type SliceRequest = {
  /** Country folders; their unions come with them. */
  readonly markets: readonly string[];
  /** Carrier folders, in the order in which their services are numbered. */
  readonly carriers: readonly string[];
  /** Days since 1970-01-01; `to` is exclusive. */
  readonly from: number;
  readonly to: number;
};

/**
 * Reads the three shelves beside this file.
 *
 * @throws Error naming folder, file, row and fault
 */
export function loadTradeAtlas(root: string = import.meta.dirname): TradeAtlas {
  const countries = shelf(join(root, "countries"), readCountryFolder);
  const carriers = shelf(join(root, "carriers"), readCarrierFolder);
  const platforms = shelf(join(root, "platforms"), readPlatformFolder);
  const { hash } = ruleSetOf([...countries.values()]);
  return Object.freeze({ countries, carriers, platforms, ruleSetHash: hash });
}

/** Every rule and rate of these folders as one set, in the order handed in. */
export function ruleSetOf(folders: readonly CountryData[]): RuleSet {
  const set = {
    countries: folders.map((folder) => folder.country),
    rules: folders.flatMap((folder) => folder.rules),
    vat: folders.flatMap((folder) => folder.vat),
    dutyTables: folders.flatMap((folder) => folder.dutyTables),
    compliance: folders.flatMap((folder) => folder.compliance),
  };
  return { ...set, hash: sha256(set) };
}

/**
 * The slice of a season, as plain JSON: the rows that hold on some of its days, of its markets with
 * their unions, and of its carriers. `kernel/trade/answers.ts` answers from it alone.
 *
 * @throws Error for a folder that does not exist, or a market that no service reaches
 */
export function tradeSlice(atlas: TradeAtlas, request: SliceRequest): TradeSlice {
  const { from, to, markets } = request;
  const folders = foldersFor(atlas, markets).map((folder) => cutCountry(folder, from, to));
  const carriers = request.carriers.map((id) =>
    cutCarrier(found(atlas.carriers, id, "carrier"), from, to, markets),
  );
  const services = carriers.flatMap((carrier) => servicesOf(carrier));
  for (const market of markets) {
    const isReached = services.some(
      (service) => service.leg === "parcel" && service.markets.includes(market),
    );
    if (!isReached) throw new Error(`no carrier of the season brings a parcel to ${market}`);
  }
  const rules = ruleSetOf(folders);
  const slice = {
    format: "trade-slice/1" as const,
    ...rules,
    from,
    to,
    markets: [...markets],
    carriers,
    services,
  };
  return { ...slice, hash: sha256({ ...slice, hash: "" }) };
}

/** JSON with sorted keys and no spaces: equal content has equal text. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === "object" && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
      : inner,
  );
}

function sha256(value: unknown): string {
  return createHash("sha256").update(canonicalJson(value)).digest("hex");
}

function shelf<T>(folder: string, read: (shelf: string, id: string) => T): ReadonlyMap<string, T> {
  const ids = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
  return new Map(ids.map((id) => [id, frozen(read(folder, id))]));
}

function frozen<T>(value: T): T {
  if (typeof value === "object" && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const inner of Object.values(value)) frozen(inner);
  }
  return value;
}

function found<T>(map: ReadonlyMap<string, T>, id: string, kind: string): T {
  const value = map.get(id);
  if (value === undefined) throw new Error(`the atlas has no ${kind} ${id}`);
  return value;
}

/** Markets in the order asked for, then the unions they belong to. */
function foldersFor(atlas: TradeAtlas, markets: readonly string[]): readonly CountryData[] {
  const folders = markets.map((id) => found(atlas.countries, id, "country"));
  const unions = folders.flatMap(({ country }) => country.union ?? []);
  const unionFolders = [...new Set(unions)]
    .sort()
    .map((code) => found(atlas.countries, code.toLowerCase(), "union"));
  return [...folders, ...unionFolders];
}

type Dated = { readonly from: number; readonly to: number | null };

function within(from: number, to: number) {
  return (row: Dated) => row.from < to && (row.to === null || from < row.to);
}

function cutCountry(folder: CountryData, from: number, to: number): CountryData {
  const isWithin = within(from, to);
  return {
    country: folder.country,
    rules: folder.rules.filter(isWithin),
    vat: folder.vat.filter(isWithin),
    dutyTables: folder.dutyTables.filter(isWithin),
    compliance: folder.compliance.filter(isWithin),
  };
}

function cutCarrier(
  carrier: Carrier,
  from: number,
  to: number,
  markets: readonly string[],
): Carrier {
  const isWithin = within(from, to);
  const isThere = (row: { dest: string }) => markets.includes(row.dest.toLowerCase());
  const rows = carrier.rows.filter((row) => isWithin(row) && isThere(row));
  const cards = new Set(rows.map((row) => row.card));
  return {
    ...carrier,
    rows,
    surcharges: carrier.surcharges.filter((row) => isWithin(row) && cards.has(row.card)),
    zones: carrier.zones.filter(isThere),
    remote: carrier.remote.filter(isThere),
  };
}

/** A carrier's services with the markets its rows reach; one that reaches none is left out. */
function servicesOf(carrier: Carrier): readonly ServiceOffer[] {
  return carrier.services.flatMap((service) => {
    const rows = carrier.rows.filter(
      (row) =>
        row.card === service.card &&
        row.product === service.product &&
        row.dutyTerms.includes(service.dutyTerms),
    );
    const currency = rows[0]?.currency;
    if (currency === undefined) return [];
    const markets = [...new Set(rows.map((row) => row.dest.toLowerCase()))].sort();
    return [{ ...service, carrier: carrier.id, currency, markets }];
  });
}
