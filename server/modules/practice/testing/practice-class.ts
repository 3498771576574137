import type { BodyOf } from "@echelon/contract/platform/endpoint.ts";
import type { EndpointByDoes } from "@echelon/contract/endpoints.ts";
import type { Caller } from "../../../platform/http/caller.ts";
import { uuidv7 } from "../../../platform/ids.ts";
import {
  type FreshApp,
  type FreshAppOptions,
  freshApp,
} from "../../../platform/testing/fresh-app.ts";
import type { Module } from "../../../platform/module.ts";
import { exchangeModule } from "../../exchange/index.ts";
import { demo, identityModule } from "../../identity/index.ts";
import { demoClass, teachingModule } from "../../teaching/index.ts";
import { practiceEnterprises } from "../../exchange/index.ts";
import { practiceModule } from "../index.ts";
import { plantSecret } from "./plant-secret.ts";

export type Wish = BodyOf<
  EndpointByDoes["POST /practice/seasons/:season/stores/:store/decisions"]
>["wishes"][number];

const as = (person: string, role: string): Caller => ({
  person,
  locale: "zh",
  roles: [{ organisation: demo.school.id, role }],
});

/** People of the demonstration, for tests of this module. */
export const people = {
  teacher: as(demo.teacher.id, "teacher"),
  assistant: as(demo.assistant.id, "assistant"),
  student: (place: number): Caller => as(demo.student(place), "student"),
  stranger: as("01900000-0000-7000-8000-0000000000aa", "teacher"),
} as const;

export type PracticeHouse = FreshApp & { readonly classId: string; readonly enterprises: string[] };

/**
 * A house with the demonstration's people, class and catalogues, and no season yet.
 *
 * @param more  modules that stand on practice, for their tests
 */
export async function practiceHouse(
  options: Omit<FreshAppOptions, "modules"> = {},
  more: readonly Module[] = [],
): Promise<PracticeHouse> {
  const house = await freshApp({
    ...options,
    modules: [identityModule, teachingModule, exchangeModule, practiceModule, ...more],
  });
  const { means } = house.app;
  // As an installation does it: the class has mentors of enterprises that are there.
  for (const module of [identityModule, exchangeModule, teachingModule])
    await module.seedDemo?.(means);
  return {
    ...house,
    classId: demoClass.id,
    enterprises: await practiceEnterprises(means.database),
  };
}

/**
 * A running season of the class: few bots and days, so that it opens in a second.
 *
 * @param luck  makes its secret, for tests of what only some seasons bring; any without
 */
export async function runningSeason(
  house: PracticeHouse,
  days = 4,
  change: Partial<BodyOf<EndpointByDoes["POST /practice/seasons"]>> = {},
  luck?: number,
): Promise<string> {
  const made = await house.call(people.teacher, "POST /practice/seasons", {
    body: {
      class: house.classId,
      // A first week has seven days.
      scenario: days > 7 ? "class-40" : "first-week",
      name: `Season ${uuidv7().slice(-4)}`,
      pace: { kind: "by-hand" },
      bots: 6,
      days,
      enterprises: house.enterprises,
      teamSize: 2,
      ...change,
    },
  });
  const season = made.body.id;
  if (luck !== undefined) {
    const secret = Buffer.alloc(32, luck);
    await house.app.means.database.transaction((tx) => plantSecret(tx, season, secret));
  }
  await house.runJobs();
  await house.call(people.teacher, "POST /practice/seasons/:season/start", { where: { season } });
  return season;
}

/** Opens a student's store and gives its number as the path has it. */
export async function openStore(
  house: PracticeHouse,
  season: string,
  place: number,
): Promise<string> {
  const opened = await house.call(people.student(place), "POST /practice/seasons/:season/stores", {
    where: { season },
    body: { name: `Store ${place}` },
  });
  return String(opened.body.store);
}

export const hand = (
  house: PracticeHouse,
  season: string,
  store: string,
  place: number,
  day: number,
  wishes: Wish[],
  key = uuidv7(),
) =>
  house.call(people.student(place), "POST /practice/seasons/:season/stores/:store/decisions", {
    where: { season, store },
    body: { key, day, wishes },
  });

export async function closeDay(house: PracticeHouse, season: string, day: number): Promise<void> {
  await house.call(people.teacher, "POST /practice/seasons/:season/close", {
    where: { season },
    body: { day },
  });
  await house.runJobs();
}

/** The first SKUs that a store may choose. */
export async function choosableSkus(
  house: PracticeHouse,
  season: string,
  store: string,
  place: number,
): Promise<string[]> {
  const page = await house.call(
    people.student(place),
    "GET /practice/seasons/:season/stores/:store/catalog",
    {
      where: { season, store },
    },
  );
  return page.body.items.map(({ sku }) => sku);
}
