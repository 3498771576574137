import { useRef, useState } from "react";
import { useDraft } from "../use-draft.ts";
import { useMarkets } from "../use-markets.ts";
import {
  filledDown,
  filledFrom,
  listingKey,
  nearestAbove,
  pastedNumbers,
  type PriceEdits,
  priceWishes,
} from "./price-edits.ts";
import type { Row } from "./row.ts";

/** Steps that can be taken back. */
const pastMax = 100;

/** What a cell of the price column can do; keys are those of the rows as they are shown. */
export type PriceActs = {
  /** Grows when all cells are to show what is kept again. */
  round: number;
  /** @param minor minor units of the market; null where what stands in the cell is no price */
  type: (key: string, minor: number | null) => void;
  /** A column of a spreadsheet, from the first key downwards. */
  paste: (keys: readonly string[], text: string) => void;
  /** The price of the nearest row above in the same currency. */
  fillFromAbove: (above: readonly string[], key: string) => void;
  /** This price into all rows below in the same currency. */
  fillBelow: (key: string, below: readonly string[]) => void;
  undo: () => void;
};

/** Prices that are typed in the grid: a draft, with its steps to be taken back. */
export function usePriceEdits(rows: readonly Row[]) {
  const listings = rows
    .map(({ offer, listing }) => ({ ...listing, sku: offer.sku }))
    .filter(({ state }) => state === "live");
  const { draft, save, drop } = useDraft<PriceEdits>("prices", (typed) =>
    priceWishes(listings, typed),
  );
  const { currencyOf, scaleOf } = useMarkets();
  const [faults, setFaults] = useState<ReadonlySet<string>>(new Set());
  const [round, setRound] = useState(0);
  const past = useRef<PriceEdits[]>([]);
  const typedLast = useRef("");
  const edits = draft ?? {};
  const marketOf = (key: string) => key.slice(key.lastIndexOf("/") + 1);

  /** Typing on in one cell is one step; anything else is a step of its own. */
  const put = (next: PriceEdits, key = "") => {
    if (key === "" || key !== typedLast.current) {
      past.current = [...past.current.slice(1 - pastMax), edits];
    }
    typedLast.current = key;
    show(next);
  };
  /** A cell that got another price shows it, whatever was typed there. */
  const show = (next: PriceEdits) => {
    const stay = [...faults].filter((one) => next[one] === edits[one]);
    if (stay.length !== faults.size) setFaults(new Set(stay));
    save(next);
  };
  const mark = (key: string, isFault: boolean) => {
    if (faults.has(key) === isFault) return;
    const next = new Set(faults);
    if (isFault) next.add(key);
    else next.delete(key);
    setFaults(next);
  };
  const acts: PriceActs = {
    round,
    type: (key, minor) => {
      if (minor !== null) put({ ...edits, [key]: minor }, key);
      mark(key, minor === null);
    },
    paste: (keys, text) => {
      const byKey = new Map(listings.map((one) => [listingKey(one), one]));
      const shown = keys.flatMap((key) => byKey.get(key) ?? []);
      put(filledDown(edits, shown, 0, pastedNumbers(text), scaleOf));
    },
    fillFromAbove: (above, key) => {
      const from = nearestAbove(above, marketOf(key), currencyOf);
      if (from !== undefined) put(filledFrom(edits, listings, from, [key], currencyOf));
    },
    fillBelow: (key, below) => put(filledFrom(edits, listings, key, below, currencyOf)),
    undo: () => {
      const last = past.current.pop();
      typedLast.current = "";
      if (last !== undefined) show(last);
    },
  };
  const forget = () => {
    past.current = [];
    setFaults(new Set());
    setRound(round + 1);
    return drop();
  };
  return { edits, listings, faults, acts, forget };
}
