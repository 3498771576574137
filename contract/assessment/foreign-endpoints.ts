import { z } from "zod";
import { endpoints, nothing } from "../platform/endpoint.ts";
import { Id } from "../platform/shapes.ts";
import {
  ForeignForm,
  ForeignFrameworks,
  ForeignReading,
  ForeignView,
  MapItemRequest,
  MappedItem,
} from "./foreign-frameworks.ts";
import { foreignLimits } from "./foreign-limits.ts";

const ofFramework = z.strictObject({ framework: Id });
/** A package is read in a thread when it is looked at first. */
const reading = [
  "exchange/file-took-too-long",
  "exchange/file-too-large",
  "exchange/file-queue",
] as const;
const aboutFramework = ["assessment/no-such-framework"] as const;
const lookedAt = [...aboutFramework, ...reading] as const;

export const foreignEndpoints = endpoints({
  /** Frameworks of others that the caller's schools keep, and those for everybody here. */
  foreignFrameworks: {
    does: "GET /assessment/foreign-frameworks",
    gives: ForeignFrameworks,
    refuses: [],
  },
  /** Reads a package of CASE 1.1, tells what is odd about it, or keeps it. */
  readForeign: {
    does: "POST /assessment/foreign-frameworks",
    takes: ForeignForm,
    uploads: { field: "file", bytesMax: foreignLimits.bytesMax },
    gives: ForeignReading,
    refuses: [
      "platform/not-allowed",
      "assessment/case-unreadable",
      "assessment/case-too-large",
      "assessment/case-circle",
      "assessment/too-many-kept",
      ...reading,
    ],
  },
  foreignFramework: {
    does: "GET /assessment/foreign-frameworks/:framework",
    where: ofFramework,
    gives: ForeignView,
    refuses: lookedAt,
  },
  /** Items of others that lie to a competency of ours, of frameworks that the caller sees. */
  mappedTo: {
    does: "GET /assessment/competencies/:competency/foreign-mappings",
    where: z.strictObject({ competency: z.string().min(1).max(60) }),
    gives: z.array(MappedItem).max(500),
    refuses: reading,
  },
  mapForeign: {
    does: "PUT /assessment/foreign-frameworks/:framework/mappings",
    where: ofFramework,
    takes: MapItemRequest,
    gives: nothing,
    refuses: [...lookedAt, "assessment/unknown-competency", "assessment/too-many-kept"],
  },
  /** How it lies to ours, as a package of CASE 1.1: addresses, and none of its texts. */
  foreignLinks: {
    does: "GET /assessment/foreign-frameworks/:framework/mappings",
    where: ofFramework,
    gives: z.strictObject({ text: z.string() }),
    refuses: [...lookedAt, "assessment/license-closed"],
  },
  dropForeign: {
    does: "DELETE /assessment/foreign-frameworks/:framework",
    where: ofFramework,
    gives: nothing,
    refuses: aboutFramework,
  },
});
