/** Classes: who learns with whom, and how they come in. */
import { Id } from "@echelon/contract/platform/shapes.ts";
import type { Module } from "../../platform/module.ts";
import { teachingMeans } from "./means.ts";
import { teachingRoutes } from "./routes.ts";
import { forgetRosters } from "./store/roster-store.ts";
import { findClass } from "./use-cases/find-class.ts";
import { seedDemo } from "./use-cases/seed-demo.ts";

export { courseFindingCodes } from "@echelon/courses/course-catalog.ts";
export { checkCourses } from "./check-courses.ts";
export {
  readClassNames as classNames,
  readPlaces as placesOf,
  readSchool as schoolOf,
} from "./store/class-store.ts";
export { classAccess, classesOf } from "./use-cases/find-class.ts";
export { classMembers } from "./use-cases/list-members.ts";
export { studentsHere, studentsOf } from "./use-cases/list-students.ts";
export { demoClass } from "./use-cases/seed-demo.ts";

const rosterDays = 30;
const dayMillis = 86_400_000;

export const teachingModule: Module = {
  name: "teaching",
  needs: ["identity"],
  migrations: new URL("./store/migrations/", import.meta.url),
  routes: (means) => teachingRoutes(teachingMeans(means)),
  topics: ({ database }) => ({
    class: async (caller, id) =>
      Id.safeParse(id).success && (await findClass(database, caller, id)).ok,
  }),
  crons: ({ clock }) => [
    {
      name: "teaching.forget-rosters",
      pattern: "27 3 * * *",
      run: ({ tx }) => forgetRosters(tx, new Date(clock.now().getTime() - rosterDays * dayMillis)),
    },
  ],
  seedDemo,
};
