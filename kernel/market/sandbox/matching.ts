/** Which rule brings buyers and sellers together in a season. */
import type { World } from "../world/world.ts";

/** Whether the compatible sandbox deals demand out, instead of shoppers choosing from pages. */
export const isSandbox = ({ source }: World) => source.scenario.matching === "sandbox";
