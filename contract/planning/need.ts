import { z } from "zod";
import { BothNames } from "../identity/shapes.ts";
import { Id, PlainDate } from "../platform/shapes.ts";
import { Code } from "./region.ts";

const People = z.number().min(0);
const Count = z.int().min(0);

/** `2026Q4`. */
export const QuarterName = z.string().regex(/^(19[9]\d|20\d\d)Q[1-4]$/);

/** One city, family and echelon in a quarter. */
export const NeedCell = z.strictObject({
  city: Code,
  family: Code,
  echelon: Code,
  /**
   * Fewer than five postings: not told to who is no planner of the region. All figures are null
   * then.
   */
  isHidden: z.boolean(),
  postings: Count.nullable(),
  /** Openings as they were posted. */
  raw: Count.nullable(),
  /** Weighed by doubles, coverage and persistence, without people who were ordered. */
  adjusted: People.nullable(),
  /** People whom enterprises have ordered for the quarter. */
  ordered: Count.nullable(),
  /** People that the cell needs in all. */
  stock: People.nullable(),
  /** From the last survey, or from openings alone. */
  way: z.enum(["survey", "openings"]),
  /** Postings of it that are the caller's own organization's. */
  own: Count,
});
export type NeedCell = z.output<typeof NeedCell>;

export const NeedView = z.strictObject({
  quarter: QuarterName,
  quarters: z.array(QuarterName).max(200),
  cells: z.array(NeedCell).max(2_000),
  /** Relevant postings that are in no cell: elsewhere, or without a role. */
  outside: Count.nullable(),
  /** The caller plans the region, and nothing is hidden. */
  isPlanner: z.boolean(),
});
export type NeedView = z.output<typeof NeedView>;

export const OrderRequest = z.strictObject({
  city: Code,
  role: Code,
  echelon: Code,
  people: z.int().min(1).max(10_000),
  dueOn: PlainDate,
  note: z.string().trim().max(300),
});
export type OrderRequest = z.output<typeof OrderRequest>;

export const OrderView = OrderRequest.extend({
  id: Id,
  enterprise: BothNames,
  isWithdrawn: z.boolean(),
});
export type OrderView = z.output<typeof OrderView>;

export const CoverageRequest = z.strictObject({
  source: Id,
  city: Code,
  quarter: QuarterName,
  /** Openings that the asked enterprises have. */
  surveyed: z.int().min(0).max(1_000_000),
  /** Openings of the same enterprises that the source shows. */
  posted: z.int().min(1).max(1_000_000),
});
export type CoverageRequest = z.output<typeof CoverageRequest>;

export const StockRequest = z.strictObject({
  city: Code,
  family: Code,
  echelon: Code,
  quarter: QuarterName,
  people: z.int().min(0).max(10_000_000),
});
export type StockRequest = z.output<typeof StockRequest>;
