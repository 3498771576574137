import type { Answer } from "../../../api/client.ts";

export type DebriefData = Answer<"GET /practice/seasons/:season/debrief">;
