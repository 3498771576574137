import type { Answer } from "../../api/client.ts";

export type BankView = Answer<"GET /assessment/banks/:bank">;
export type QuestionHead = BankView["list"][number];
export type Reading = Answer<"POST /assessment/banks/:bank/file">;
