import type { PlaceDraft, RoundStep } from "@echelon/contract/placement/rounds.ts";
import type { Caller } from "../../../platform/http/caller.ts";
import { assessmentModule } from "../../assessment/index.ts";
import { demo } from "../../identity/index.ts";
import {
  people,
  practiceHouse,
  type PracticeHouse,
} from "../../practice/testing/practice-class.ts";
import { placementModule } from "../index.ts";

export type PlacementHouse = PracticeHouse & Awaited<ReturnType<typeof roundTools>>;

const as = (person: string, organisation: string, role: string): Caller => ({
  person,
  locale: "en",
  roles: [{ organisation, role }],
});

/** The demonstration's school with an enterprise that offers places. */
export async function placementHouse(): Promise<PlacementHouse> {
  const house = await practiceHouse({}, [assessmentModule, placementModule]);
  return { ...house, ...roundTools(house) };
}

export const plainPlace: PlaceDraft = {
  title: "Store desk",
  city: "Hangzhou",
  about: "",
  capacity: 1,
  least: 0,
  floorPermille: 0,
  asked: [],
};

function roundTools({ call, enterprises }: PracticeHouse) {
  const head = as("01900000-0000-7000-8000-0000000000a1", demo.school.id, "head");
  const enterprise = enterprises[0]!;
  const mentor = as(demo.mentors[0]!.id, enterprise, "mentor");
  const student = people.student;

  const makeRound = async (change: object = {}) => {
    const body = {
      owner: demo.school.id,
      name: "Autumn internships",
      kind: "internship" as const,
      schools: [],
      after: null,
      ...change,
    };
    return (await call(head, "POST /placement/rounds", { body })).body;
  };
  const step = (round: string, to: RoundStep) =>
    call(head, "POST /placement/rounds/:round/step", { where: { round }, body: { to } });
  const offer = async (round: string, change: Partial<PlaceDraft> = {}, isAgreed = true) => {
    const body = { ...plainPlace, ...change, organisation: enterprise };
    const added = await call(mentor, "POST /placement/rounds/:round/places", {
      where: { round },
      body,
    });
    if (isAgreed) {
      const where = { place: added.body.id };
      await call(mentor, "PUT /placement/places/:place/agreement", { where, body: { isAgreed } });
    }
    return added.body.id;
  };
  const choose = (who: Caller, round: string, places: string[], revision = 0) =>
    call(who, "PUT /placement/rounds/:round/own", {
      where: { round },
      body: { revision, places },
    });
  const own = async (who: Caller, round: string) =>
    (await call(who, "GET /placement/rounds/:round/own", { where: { round } })).body;
  const mark = (place: string, person: string, permille: number | null, isRefused = false) =>
    call(mentor, "PUT /placement/places/:place/applicants/:person", {
      where: { place, person },
      body: { permille, isRefused },
    });
  const view = async (round: string) =>
    (await call(head, "GET /placement/rounds/:round", { where: { round } })).body;
  return { head, mentor, enterprise, student, makeRound, step, offer, choose, own, mark, view };
}
