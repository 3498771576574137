import { z } from "zod";
import { Id, Instant } from "../platform/shapes.ts";
import { foreignLimits, foreignRelations } from "./foreign-limits.ts";
import { oddCodes } from "./odd-codes.ts";

const Words = z.string().max(300);
const ItemId = z.string().min(1).max(300);
const Code = z.string().min(1).max(60);
const Count = z.int().min(0);
const Both = z.strictObject({ zh: z.string(), en: z.string() });

/** Something that the standard would not have written so, and where it was first. */
export const OddThing = z.strictObject({
  code: z.enum(oddCodes),
  where: z.string().max(200),
  first: z.string().max(200),
  count: Count,
});
export type OddThing = z.output<typeof OddThing>;

const what = {
  title: Words,
  creator: Words,
  version: Words.nullable(),
  language: Words.nullable(),
  license: z.string().max(1_000).nullable(),
  items: Count,
};

export const ForeignHead = z.strictObject({
  id: Id,
  ...what,
  /** The school that keeps it; null where it is for everybody here. */
  school: Both.nullable(),
  mapped: Count,
  takenAt: Instant,
  mayChange: z.boolean(),
});
export type ForeignHead = z.output<typeof ForeignHead>;

export const ForeignFrameworks = z.strictObject({
  frameworks: z.array(ForeignHead).max(1_000),
  /** Organizations for which the caller may take one in. */
  mayTakeFor: z.array(z.strictObject({ id: Id, name: Both })).max(500),
});
export type ForeignFrameworks = z.output<typeof ForeignFrameworks>;

export const ForeignForm = z.strictObject({
  organisation: Id,
  /** `look` changes nothing; `take` keeps it. */
  does: z.enum(["look", "take"]),
});

/** What a file is, and what is odd about it. */
export const ForeignReading = z.strictObject({
  ...what,
  associations: Count,
  rubrics: Count,
  odd: z.array(OddThing).max(500),
  /** Once it is kept. */
  id: Id.nullable(),
  /** The same file was taken in before. */
  isKnown: z.boolean(),
});
export type ForeignReading = z.output<typeof ForeignReading>;

export const ForeignMapping = z.strictObject({
  item: ItemId,
  competency: Code,
  /** Broad is an item that takes in more than ours. */
  relation: z.enum(foreignRelations),
  note: z.string().max(foreignLimits.noteMax),
});
export type ForeignMapping = z.output<typeof ForeignMapping>;

/** An item of others that was mapped to one competency of ours. */
export const MappedItem = z.strictObject({
  framework: Id,
  title: Words,
  item: ItemId,
  code: z.string().max(200).nullable(),
  statement: z.string().max(2_000),
  relation: z.enum(foreignRelations),
  note: z.string().max(foreignLimits.noteMax),
});
export type MappedItem = z.output<typeof MappedItem>;

export const ForeignView = ForeignHead.extend({
  /** In the order of the tree, each with how deep it lies. */
  tree: z
    .array(
      z.strictObject({
        id: ItemId,
        depth: Count,
        code: z.string().max(200).nullable(),
        statement: z.string().max(2_000),
        type: z.string().max(200).nullable(),
      }),
    )
    .max(foreignLimits.itemsMax),
  mappings: z.array(ForeignMapping).max(foreignLimits.mappingsMax),
  odd: z.array(OddThing).max(500),
  /** Whether its license lets others be told how it lies to ours. */
  isOpen: z.boolean(),
});
export type ForeignView = z.output<typeof ForeignView>;

/** Says how an item lies to a competency; without a relation it is taken back. */
export const MapItemRequest = z.strictObject({
  item: ItemId,
  competency: Code,
  relation: z.enum(foreignRelations).nullable(),
  note: z.string().trim().max(foreignLimits.noteMax),
});
export type MapItemRequest = z.output<typeof MapItemRequest>;
