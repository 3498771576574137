import { z } from "zod";
import { Count, Minor, SeasonDay, Sku, Text } from "./shapes.ts";
import { Ask, SupplierNumber, suppliersMax } from "./sourcing-wishes.ts";

const Share = z.int().min(0).max(10_000);

/** What moves a supplier that is asked for one more step; parts of the chance, basis points. */
export const Talk = z.strictObject({
  ask: Ask,
  chanceBp: Share,
  baseBp: z.int(),
  byRelationBp: z.int(),
  byVolumeBp: z.int(),
  byRoundsBp: z.int(),
  byGrantedBp: z.int(),
  /** What a yes brings, and whether there is a step left. */
  stepBp: Share,
  isLeft: z.boolean(),
});
export type Talk = z.output<typeof Talk>;

/** What a supplier asks of this store, and what there was between them. */
export const SupplierTerms = z.strictObject({
  number: SupplierNumber,
  moq: Count,
  /** Units that the store may order from it in a day. */
  outputUnits: Count,
  /** Days until it delivers, on average. */
  leadDays: Count,
  /** The least share that is paid when it is placed, and what paying all of it takes off. */
  depositBp: Share,
  prepayBp: Share,
  /** Granted in talks: off the price and off the days. */
  priceBp: Share,
  leadBp: Share,
  /** How well it thinks of the store, 0 to 1,000, from what follows. */
  relationMilli: z.int().min(0).max(1_000),
  units: Count,
  paid: Count,
  late: Count,
  /** Whether it waits for its money; null where nobody does. */
  waits: z.boolean().nullable(),
  /** Units of it that were looked at one by one, and those of them that were defective. */
  looked: Count,
  found: Count,
  talks: z.array(Talk).max(Ask.options.length),
  /** Rounds of talks this week, and whether one of them is of today. */
  rounds: Count,
  isTalking: z.boolean(),
  /** What a sample costs, and whether one is being tried. */
  sampleMinor: Minor,
  isSampled: z.boolean(),
  /** Price breaks, books currency: from so many units on a unit costs so much. */
  breaks: z.array(z.strictObject({ units: Count, unitMinor: Minor })).max(8),
});
export type SupplierTerms = z.output<typeof SupplierTerms>;

export const SourcingEventKind = z.enum(["received", "sampled", "granted", "declined"]);

export const SourcingView = z.strictObject({
  products: z
    .array(
      z.strictObject({
        sku: Sku,
        name: Text,
        picture: z.string().max(300).nullable(),
        suppliers: z.array(SupplierTerms).max(suppliersMax),
      }),
    )
    .max(200),
  roundsMost: Count,
  /** Units of a sample, testers of the panel, and the stars they give to a typical product. */
  sampleUnits: Count,
  testers: Count,
  typicalMilli: Count,
  /** From what relation on a workshop waits for its money. */
  waitsFromMilli: z.int(),
  /** What happened with suppliers, newest first. */
  events: z
    .array(
      z.strictObject({
        day: SeasonDay,
        sku: Sku,
        name: Text,
        supplier: SupplierNumber,
        event: SourcingEventKind,
        orderedOn: z.int(),
        promisedOn: z.int(),
        units: Count,
        looked: Count,
        found: Count,
        amountMinor: Minor,
        /** Of a sample: mean stars and their standard error. Of talks: the chance there was. */
        valueMilli: z.int(),
        errorMilli: z.int(),
        ask: Ask.nullable(),
        grantedBp: z.int(),
      }),
    )
    .max(400),
});
export type SourcingView = z.output<typeof SourcingView>;
