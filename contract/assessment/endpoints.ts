import { endpoints } from "../platform/endpoint.ts";
import { FrameworkView } from "./framework.ts";

export const assessment = endpoints({
  /** The competency framework: public, so that whoever aligns to it can read it. */
  framework: {
    does: "GET /framework",
    gives: FrameworkView,
    refuses: [],
    anonymous: true,
  },
});
