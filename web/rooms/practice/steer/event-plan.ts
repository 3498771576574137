import type { BodyOf } from "@echelon/contract/platform/endpoint.ts";
import type { EndpointByDoes } from "@echelon/contract/endpoints.ts";
import { eventSizeBpRange } from "@echelon/contract/practice/typed-limits.ts";
import { sizesOf } from "@echelon/kernel/market/world/shock.ts";

export type EventRequest = BodyOf<EndpointByDoes["POST /practice/seasons/:season/events"]>;
export type EventKind = EventRequest["kind"];

/**
 * How a size is asked for: percentage points that are added, a factor (2.5 times), a change in
 * percent, or not at all.
 */
export type SizeUnit = "points" | "factor" | "percent" | "none";

/**
 * How long a kind acts: on one day, on as many as one says, or on those and, at 0, for good.
 */
export type Span = "once" | "days" | "may-stay";

type Preset = {
  readonly unit: SizeUnit;
  /** In its unit. */
  readonly size: number;
  readonly span: Span;
  /** 0: it stays until the end. */
  readonly days: number;
  readonly byMarket: boolean;
  readonly byCategory: boolean;
};

/** What each kind of event asks for, with a size that a class notices. */
export const presets: Readonly<Record<EventKind, Preset>> = {
  "tariff-step": {
    unit: "points",
    size: 10,
    span: "may-stay",
    days: 0,
    byMarket: true,
    byCategory: true,
  },
  "port-closure": {
    unit: "factor",
    size: 2,
    span: "days",
    days: 7,
    byMarket: true,
    byCategory: false,
  },
  "carrier-strike": {
    unit: "none",
    size: 0,
    span: "days",
    days: 4,
    byMarket: false,
    byCategory: false,
  },
  "policy-change": {
    unit: "points",
    size: 3,
    span: "may-stay",
    days: 0,
    byMarket: true,
    byCategory: true,
  },
  "exchange-jump": {
    unit: "percent",
    size: -8,
    span: "once",
    days: 0,
    byMarket: true,
    byCategory: false,
  },
  "viral-demand": {
    unit: "factor",
    size: 3,
    span: "days",
    days: 5,
    byMarket: true,
    byCategory: true,
  },
  "supplier-failure": {
    unit: "factor",
    size: 3,
    span: "days",
    days: 10,
    byMarket: false,
    byCategory: true,
  },
  news: { unit: "none", size: 0, span: "once", days: 1, byMarket: false, byCategory: false },
};

export const eventKinds = Object.keys(presets) as EventKind[];

const bpPer: Readonly<Record<SizeUnit, number>> = {
  points: 100,
  factor: 10_000,
  percent: 100,
  none: 1,
};

/** The sizes that the server takes for a kind, in its unit: a form names them and cuts nothing. */
export function sizeBounds(kind: EventKind): { min: number; max: number } {
  const { least, most } = sizesOf(kind);
  const per = bpPer[presets[kind].unit];
  return {
    min: Math.max(least, eventSizeBpRange.least) / per,
    max: Math.min(most, eventSizeBpRange.most) / per,
  };
}

/** Basis points of a size in its unit; 2.5 times are 25,000. */
export function sizeBpOf(unit: SizeUnit, size: number): number {
  return unit === "none" || !Number.isFinite(size) ? 0 : Math.round(size * bpPer[unit]);
}

/**
 * A size of our choosing that is strong already: beyond it, or for a factor below its inverse, a
 * teacher is asked once whether it is meant.
 */
const usualMost: Readonly<Record<SizeUnit, number>> = {
  points: 60,
  factor: 5,
  percent: 30,
  none: 0,
};

/** Whether a size is unusually strong, and thereby most likely a slip of the hand. */
export function isFarOut(kind: EventKind, size: number): boolean {
  const { unit } = presets[kind];
  const most = usualMost[unit];
  if (unit === "factor") return size > most || size < 1 / most;
  return unit !== "none" && Math.abs(size) > most;
}

/** The size of an event of the list in the unit that its kind is asked for in; null without one. */
export function eventSize(
  kind: string,
  sizeBp: number,
): { unit: Exclude<SizeUnit, "none">; value: number; digits: number } | null {
  const known = eventKinds.find((one) => one === kind);
  const asked = known === undefined ? "none" : presets[known].unit;
  if (asked === "none" || sizeBp === 0) return null;
  const value = sizeBp / bpPer[asked];
  return {
    unit: asked,
    value,
    digits: [0, 1].find((count) => Number.isInteger(value * 10 ** count)) ?? 2,
  };
}

export type EventChoice = {
  readonly kind: EventKind;
  readonly from: number;
  readonly days: number;
  readonly size: number;
  readonly noticeDays: number;
  /** Why, for those who lead the class. */
  readonly note: string;
  readonly markets: readonly string[];
  readonly categories: readonly string[];
};

/** A kind as it stands ready: from tomorrow, announced today. */
export function usualEvent(kind: EventKind, openDay: number, lastDay: number): EventChoice {
  const { size, days } = presets[kind];
  const from = Math.min(openDay + 1, lastDay);
  return {
    kind,
    from,
    days,
    size,
    noticeDays: from - openDay,
    note: "",
    markets: [],
    categories: [],
  };
}

export function planEvent(choice: EventChoice, headline: { zh: string; en: string }): EventRequest {
  const { unit, byMarket, byCategory } = presets[choice.kind];
  return {
    kind: choice.kind,
    from: choice.from,
    days: choice.days,
    noticeDays: choice.noticeDays,
    note: choice.note.trim(),
    sizeBp: sizeBpOf(unit, choice.size),
    markets: byMarket ? [...choice.markets] : [],
    categories: byCategory ? [...choice.categories] : [],
    headline,
  };
}
