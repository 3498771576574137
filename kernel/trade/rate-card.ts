/**
 * Rate cards: what a carrier asks for a parcel, and how long it takes.
 *
 * Fees may be finer than a minor unit (CNY 0.065 a gram), so a card holds integer millionths of the
 * currency's major unit ("micro"); the price is rounded once, at the end (`shipping-cost.ts`).
 */
import type { Day } from "../calendar/day.ts";
import type { CurrencyCode } from "../money/currency.ts";
import { isInForce, type Text } from "./dated.ts";
import { ok, refuse, type Outcome } from "./refusal.ts";

export const dutyTermKinds = ["DAP", "DDP", "at-sale"] as const;
export type DutyTerms = (typeof dutyTermKinds)[number];
export const channels = ["postal", "express", "line", "freight", "domestic"] as const;
export type ServiceChannel = (typeof channels)[number];
export const volumeTriggers = ["never", "max", "gt-actual-x2"] as const;
export const batteryLimits = ["none", "PI966/967", "all"] as const;
export type BatteryLimit = (typeof batteryLimits)[number];
export const trackingKinds = ["none", "partial", "milestones", "full"] as const;
export type Tracking = (typeof trackingKinds)[number];

/** One weight band of a card. Both ends of the band belong to it. */
export type CardRow = {
  readonly card: string;
  readonly product: string;
  readonly origin: string;
  /** Country code in capitals. */
  readonly dest: string;
  /** Empty where one price holds for the whole country. */
  readonly zone: string;
  readonly currency: CurrencyCode;
  readonly from: Day;
  readonly to: Day | null;
  readonly weightFromG: number;
  readonly weightToG: number;
  readonly baseFeeMicro: number;
  /** What the base fee already covers; steps are counted from here, never from the band's start. */
  readonly stepFromG: number;
  readonly stepG: number;
  readonly stepFeeMicro: number;
  readonly registrationFeeMicro: number;
  readonly weightMinG: number;
  /** cm³ a kilogram; 0 where volume is never weighed. */
  readonly divisor: number;
  readonly volumeTrigger: (typeof volumeTriggers)[number];
  readonly sideMaxMm: number;
  readonly sizeRule: "sum" | "girth" | null;
  readonly sizeMaxMm: number;
  /** Heaviest box. */
  readonly weightMaxG: number;
  readonly battery: BatteryLimit;
  readonly transitDays: readonly [p10: number, p50: number, p90: number];
  readonly lossPpm: number;
  readonly tracked: Tracking;
  readonly dutyTerms: readonly DutyTerms[];
};

export type SurchargeCondition =
  | { readonly kind: "always" | "remote" | "battery" }
  | { readonly kind: "duty-terms"; readonly terms: DutyTerms }
  | { readonly kind: "side-over"; readonly sideMm: number }
  | { readonly kind: "event"; readonly event: string };

export type Surcharge = {
  readonly card: string;
  readonly code: string;
  readonly basis: "fixed" | "per-kg" | "percent-of-freight";
  /** Micro; for `percent-of-freight` the share of the freight in parts per million. */
  readonly amountMicro: number;
  readonly minimumMicro: number;
  readonly condition: SurchargeCondition;
  readonly from: Day;
  readonly to: Day | null;
};

export type ZoneRow = {
  readonly card: string;
  readonly dest: string;
  /** Longest prefix wins; the empty one is the rest of the country. */
  readonly postcodePrefix: string;
  readonly zone: string;
};
export type RemoteRow = Omit<ZoneRow, "zone">;

/** One folder of `atlas/carriers`. */
export type Carrier = {
  readonly id: string;
  readonly names: Text;
  /** Says that the rates are an example and nobody's offer. */
  readonly label: Text;
  readonly services: readonly Omit<ServiceOffer, "carrier" | "currency" | "markets">[];
  readonly rows: readonly CardRow[];
  readonly surcharges: readonly Surcharge[];
  readonly zones: readonly ZoneRow[];
  readonly remote: readonly RemoteRow[];
  /** Events that its tracking reports, by the card's kind of tracking. */
  readonly events: Readonly<Partial<Record<Tracking, readonly TrackingEvent[]>>>;
};

/** Tracking events, in the order in which a parcel may meet them; the last five end its journey. */
export const trackingEvents = [
  "ORDER_CREATED",
  "LABEL_CREATED",
  "PICKED_UP",
  "HUB_IN",
  "SECURITY_CHECK",
  "EXPORT_DECLARED",
  "EXPORT_RELEASED",
  "EXPORT_HELD",
  "LINEHAUL_DEPART",
  "LINEHAUL_ARRIVE",
  "IMPORT_PRESENTED",
  "IMPORT_RELEASED",
  "IMPORT_HELD",
  "TAX_DUE",
  "LASTMILE_IN",
  "OUT_FOR_DELIVERY",
  "ATTEMPT_FAILED",
  "ADDRESS_CORRECTED",
  "RETURN_STARTED",
  "DELIVERED",
  "RETURNED",
  "LOST",
  "DESTROYED",
  "SEIZED",
] as const;
export type TrackingEvent = (typeof trackingEvents)[number];

/** What a store chooses: a card's product under one of its duty terms. */
export type ServiceOffer = {
  readonly id: string;
  readonly carrier: string;
  readonly card: string;
  readonly product: string;
  readonly names: Text;
  /** From the home stock to a buyer, to an overseas warehouse, or from there to a buyer. */
  readonly leg: "parcel" | "first-leg" | "last-mile";
  readonly mode: "post" | "air" | "sea" | "road";
  readonly channel: ServiceChannel;
  readonly dutyTerms: DutyTerms;
  readonly currency: CurrencyCode;
  /** Market folders, lower case. */
  readonly markets: readonly string[];
};

/** The rows of one service to one country that are valid on a day. */
export type CardOfDay = {
  readonly service: ServiceOffer;
  readonly dest: string;
  readonly rows: readonly CardRow[];
  readonly surcharges: readonly Surcharge[];
  readonly zones: readonly ZoneRow[];
  readonly remote: readonly RemoteRow[];
};

/** The card of a service on a day, or `trade/card-not-valid`. */
export function cardOn(
  carrier: Carrier,
  service: ServiceOffer,
  dest: string,
  day: Day,
): Outcome<CardOfDay> {
  const rows = carrier.rows.filter(
    (row) =>
      row.card === service.card &&
      row.product === service.product &&
      row.dest === dest &&
      row.dutyTerms.includes(service.dutyTerms) &&
      isInForce(row, day),
  );
  if (rows.length === 0) {
    return refuse("trade/card-not-valid", { service: service.id, destination: dest, day });
  }
  const ofCard = (row: { card: string; dest: string }) =>
    row.card === service.card && row.dest === dest;
  return ok({
    service,
    dest,
    rows,
    surcharges: carrier.surcharges.filter(
      (surcharge) => surcharge.card === service.card && isInForce(surcharge, day),
    ),
    zones: carrier.zones.filter(ofCard),
    remote: carrier.remote.filter(ofCard),
  });
}
