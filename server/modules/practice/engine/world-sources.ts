/** The only place of this module that reads the atlas: scenarios and the worlds made of them. */
export { reviewDue } from "@echelon/atlas/review-due.ts";
export {
  buildWorldSource,
  presetCards,
  presetChecklist,
  scenarioCards,
  type SourceChanges,
} from "@echelon/atlas/world-source.ts";
