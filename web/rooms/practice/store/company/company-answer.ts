import type { Answer } from "../../../../api/client.ts";

export type CompanyAnswer = Answer<"GET /practice/seasons/:season/stores/:store/company">;
export type City = CompanyAnswer["cities"][number];
export type Crew = CompanyAnswer["crews"][number];
export type ShiftsAnswer = NonNullable<CompanyAnswer["shifts"]>;
export type OwnHours = NonNullable<ShiftsAnswer["own"]>;
export type StrategyAnswer = CompanyAnswer["strategy"];
