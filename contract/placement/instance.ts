/** A round of placement as a file: what `match` reads and prints, and what a round publishes. */
import { z } from "zod";
import {
  choicesMax,
  instancePlacesMax,
  instanceRegionsMax,
  instanceStudentsMax,
} from "./limits.ts";

const Name = z.string().min(1).max(200);
const Count = z.int().min(0).max(instanceStudentsMax);
const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);

const InstanceStudent = z.object({
  id: Name,
  // The bound is told with the student's name where the round is read.
  prefs: z
    .array(Name)
    .describe("Places, most preferred first; none twice.")
    .meta({ maxItems: choicesMax, uniqueItems: true }),
});

const InstancePlace = z.object({
  id: Name,
  capacity: Count.describe("Seats."),
  prefs: z
    .array(Name)
    .max(instanceStudentsMax)
    .optional()
    .describe("Students that it takes, most preferred first; nobody else. Not beside `scores`."),
  scores: z
    .record(Name, z.number())
    .optional()
    .describe("Priority of each student that it takes, higher first; below 0 is not taken."),
  target: Count.optional().describe("Seats that are filled before any place gets more; 0 usually."),
});

const InstanceRegion = z.object({
  id: Name,
  cap: Count.describe("At most so many students in its places together."),
  places: z.array(Name).max(instancePlacesMax),
});

export const PlacementInstance = z
  .object({
    students: z.array(InstanceStudent).max(instanceStudentsMax),
    places: z
      .array(InstancePlace)
      .max(instancePlacesMax)
      .describe("A place with neither `prefs` nor `scores` takes all alike: the lottery decides."),
    regions: z
      .array(InstanceRegion)
      .max(instanceRegionsMax)
      .optional()
      .describe("Caps over sets of places; any two are nested or disjoint."),
    capRule: z
      .enum(["round-robin", "by-priority"])
      .optional()
      .describe("How seats under a cap are given: places in turns (usual), or the best first."),
    order: z
      .array(Name)
      .max(instancePlacesMax)
      .optional()
      .describe("All places in the order of their turns; as listed where it is not said."),
    lowerQuotas: z
      .record(Name, Count)
      .optional()
      .describe("Least students with which a place opens."),
    lowerMode: z
      .enum(["report", "close", "reserve"])
      .optional()
      .describe(
        "Places below their least: report them (usual), close them one by one and match again, " +
          "or fill least numbers before any place gets more.",
      ),
    lottery: z
      .string()
      .max(200)
      .optional()
      .describe("Seed of the lottery that decides between equals; the empty text usually."),
  })
  .meta({ title: "A round of placement, most preferred first" });
export type PlacementInstance = z.output<typeof PlacementInstance>;

const Pair = z.object({ student: Name, place: Name });

export const PlacementOutcome = z
  .object({
    matching: z.record(Name, Name.nullable()).describe("Place of each student, or null."),
    stable: z
      .boolean()
      .describe("Found by a verifier of its own, for the round as its mode changed it."),
    blocking: z
      .array(Pair)
      .describe("Pairs that would rather have each other: empty where stable. The first 100."),
    stopped: z
      .array(
        Pair.extend({
          by: z.enum(["region", "reserve", "closed"]),
          region: Name.optional().describe("The smallest full one."),
        }),
      )
      .describe("Students whom a bound over several places kept from a place. The first 100."),
    closed: z.array(Name).describe("Places that were closed, in their order."),
    short: z.array(Name).describe("Open places below their least number."),
    lotteryHash: Sha256.describe("SHA-256 of the seed's UTF-8 text."),
    instanceHash: Sha256.describe("SHA-256 of the round's canonical text."),
  })
  .meta({ title: "What a round of placement came to" });
export type PlacementOutcome = z.output<typeof PlacementOutcome>;

export const publishedFormat = "echelon-placement-round/1";

export const PublishedRound = z
  .object({
    format: z.literal(publishedFormat),
    instance: PlacementInstance,
    instanceHash: Sha256,
    lotteryHash: Sha256.describe("What was published before choices closed."),
    matching: PlacementOutcome.shape.matching,
  })
  .meta({ title: "A round of placement that anyone can verify" });
export type PublishedRound = z.output<typeof PublishedRound>;

export const PlacementVerdict = z
  .object({
    valid: z.boolean(),
    reasons: z
      .array(
        z.enum([
          "unreadable",
          "unsound",
          "instance-changed",
          "lottery-not-committed",
          "matching-differs",
          "not-stable",
        ]),
      )
      .describe("Why it is not; empty where it is."),
    stable: z.boolean(),
    blocking: z.array(Pair),
    instanceHash: Sha256.nullable().describe("Of the round as it was read."),
    lotteryHash: Sha256.nullable().describe("Of the seed as it was read."),
  })
  .meta({ title: "What verifying a published round found" });
export type PlacementVerdict = z.output<typeof PlacementVerdict>;
