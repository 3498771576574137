import { assessment } from "@echelon/contract/assessment/endpoints.ts";
import { type Route, route } from "../../platform/http/route.ts";
import type { Means } from "../../platform/module.ts";
import { may } from "./may.ts";
import { dropMeasurement, makeMeasurement, openAfter } from "./use-cases/open-measurement.ts";
import { viewOwnMeasurement } from "./use-cases/own-measurement.ts";
import {
  viewMeasurement,
  viewMeasurements,
  viewSchoolMeasurements,
} from "./use-cases/view-measurements.ts";

/** How much classes learn: measured by their teachers, compared by the heads of their schools. */
export const measurementRoutes = (means: Means): readonly Route[] => [
  route({
    ...assessment.measurements,
    allows: may.seeLearning,
    run: ({ caller, where }) => viewMeasurements(means, caller, where.class),
  }),
  route({
    ...assessment.makeMeasurement,
    allows: may.assign,
    run: ({ caller, where, body }) => makeMeasurement(means, caller, where.class, body),
  }),
  route({
    ...assessment.schoolMeasurements,
    allows: may.compareClasses,
    run: ({ caller }) => viewSchoolMeasurements(means, caller),
  }),
  route({
    ...assessment.measurement,
    allows: may.seeLearning,
    run: ({ caller, where }) => viewMeasurement(means, caller, where.measurement),
  }),
  route({
    ...assessment.openAfter,
    allows: may.assign,
    run: ({ caller, where, body }) => openAfter(means, caller, where.measurement, body),
  }),
  route({
    ...assessment.dropMeasurement,
    allows: may.assign,
    run: ({ caller, where }) => dropMeasurement(means, caller, where.measurement),
  }),
  route({
    ...assessment.ownMeasurement,
    allows: may.submit,
    run: ({ caller, where }) => viewOwnMeasurement(means, caller, where.measurement),
  }),
];
