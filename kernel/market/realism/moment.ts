/**
 * A moment: one figure that a market of this kind is known by, the band it should lie in, and how
 * it is measured on a season (market.md section 13).
 */
import type { Subject } from "./subject.ts";

export type Measured = {
  readonly value: number;
  /** Of the mean over treated sets; null where every listing of the market was counted. */
  readonly standardError: number | null;
};

export type MomentRow = {
  readonly name: string;
  /** "" for a pure number. */
  readonly unit: string;
  readonly lo: number;
  readonly hi: number;
  /** A hard moment must lie in its band; of all moments at least nine tenths. */
  readonly isHard: boolean;
  readonly source: string;
  /** Whether the source was read; only then is the band shown as published. */
  readonly verified: boolean;
};

export type Moment = MomentRow & { readonly measure: (subject: Subject) => Measured };

/** A figure without sampling of treated sets. */
export const counted = (value: number): Measured => ({ value, standardError: null });

/** Whether a figure lies in the moment's band; what could not be measured does not. */
export const isInBand = ({ lo, hi }: Pick<MomentRow, "lo" | "hi">, value: number): boolean =>
  value >= lo && value <= hi;
