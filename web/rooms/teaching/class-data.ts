import type { Answer } from "../../api/client.ts";

export type ClassView = Answer<"GET /classes/:class">;
export type Member = Answer<"GET /classes/:class/members">[number];
export type Code = Answer<"GET /classes/:class/codes">[number];
export type Preview = Answer<"POST /classes/:class/roster">;
