import type { Answer } from "../../api/client.ts";

export type Foreign = Answer<"GET /assessment/foreign-frameworks/:framework">;
