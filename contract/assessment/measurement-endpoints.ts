import { z } from "zod";
import { endpoints, nothing } from "../platform/endpoint.ts";
import { Id } from "../platform/shapes.ts";
import { measurementLimits as limits } from "./measurement-limits.ts";
import {
  MakeMeasurementRequest,
  MeasurementHead,
  MeasurementView,
  OpenAfterRequest,
  OwnMeasurement,
  SchoolMeasurement,
} from "./measurements.ts";

const ofClass = z.strictObject({ class: Id });
const ofMeasurement = z.strictObject({ measurement: Id });
const aboutClass = ["teaching/no-such-class", "platform/not-allowed"] as const;
const about = ["assessment/no-such-measurement", "platform/not-allowed"] as const;

export const measurementEndpoints = endpoints({
  /** Of a class, for who leads it and for the head of its school; the newest first. */
  measurements: {
    does: "GET /assessment/classes/:class/measurements",
    where: ofClass,
    gives: z.array(MeasurementHead).max(limits.ofClassMax),
    refuses: aboutClass,
  },
  /** Opens the test before. Its questions are frozen, for the test after too. */
  makeMeasurement: {
    does: "POST /assessment/classes/:class/measurements",
    where: ofClass,
    takes: MakeMeasurementRequest,
    gives: z.strictObject({ id: Id }),
    refuses: [
      ...aboutClass,
      "teaching/no-such-course",
      "assessment/window-closed",
      "assessment/measurement-running",
      "assessment/too-many-measurements",
    ],
  },
  /** All classes of the schools that the caller heads, side by side. */
  schoolMeasurements: {
    does: "GET /assessment/measurements",
    gives: z.array(SchoolMeasurement).max(limits.ofSchoolShown),
    refuses: [],
  },
  measurement: {
    does: "GET /assessment/measurements/:measurement",
    where: ofMeasurement,
    gives: MeasurementView,
    refuses: about,
  },
  /** Opens the test after, and ends the one before if it still goes on. */
  openAfter: {
    does: "POST /assessment/measurements/:measurement/after",
    where: ofMeasurement,
    takes: OpenAfterRequest,
    gives: nothing,
    refuses: [...about, "assessment/window-closed", "assessment/test-opened"],
  },
  /** Takes back a measurement that nobody has begun. */
  dropMeasurement: {
    does: "DELETE /assessment/measurements/:measurement",
    where: ofMeasurement,
    gives: nothing,
    refuses: [...about, "assessment/test-begun"],
  },
  ownMeasurement: {
    does: "GET /assessment/measurements/:measurement/own",
    where: ofMeasurement,
    gives: OwnMeasurement,
    refuses: [...about, "assessment/measurement-not-over"],
  },
});
