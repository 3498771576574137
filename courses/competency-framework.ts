/** The competency framework: the door that the server enters it by. */
import { join } from "node:path";
import { readFrameworkFolder, type FrameworkFolder } from "./framework/framework-folder.ts";

export { overlay, type Overlaid } from "./framework/check-overlays.ts";
export { type Step, stepBetween } from "./framework/check-versions.ts";
export {
  type Finding as FrameworkFinding,
  findingCodes,
  shapeFindings,
} from "./framework/finding.ts";
export { loadFramework, loadVersions } from "./framework/framework-folder.ts";
export { type FrameworkBundle, Overlay } from "./framework/framework-shape.ts";

/**
 * A folder of the framework with all that is wrong with it.
 *
 * @param folder the one that ships where it is left out: nothing is wrong with that, in a release
 */
export function readFramework(folder = join(import.meta.dirname, "framework")): FrameworkFolder {
  return readFrameworkFolder(folder);
}
