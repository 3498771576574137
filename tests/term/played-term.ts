/** A term in which a class plays: nothing that is known of anybody afterward was planted. */
import type { ApiClient } from "../safety/api-client.ts";
import { beginExam, goOn } from "./able-examinee.ts";
import { openForBusiness, playRound } from "./able-marketer.ts";
import { openCarelessly, playCarelessly } from "./careless-marketer.ts";
import { judgeWorks } from "./judged-works.ts";
import type { School } from "./school.ts";
import { decide, takeSeat } from "./seat.ts";
import { openBanks, sitTheory } from "./theory.ts";

const seasonDays = 36;
const roundDays = 3;
const rounds = seasonDays / roundDays;
const daysBetween = 7;
const examDays = 24;
const examRoundDays = 2;
/** Hours that the first certificate asks for, all of them in the market. */
const minutesOfTerm = 40 * 60;
const bots = 12;
const examBots = 24;
/** Rounds after which the class sits an exam, and hands in a work. */
const [roundsAnExam, roundsAWork] = [4, 6];

/** What the team-mate has to say of a round, and no more. */
const guess = {
  kind: "submit-forecast",
  measure: "units",
  days: roundDays,
  p10: 10,
  p50: 60,
  p90: 200,
} as const;

export interface PlayedTerm {
  readonly season: string;
  readonly exam: string;
}

/** Plays the whole of it: a season, an exam in practice, three in theory, and works. */
export async function playTerm(school: School): Promise<PlayedTerm> {
  const banks = await openBanks(school);
  const season = await makeSeason(school, { scenario: "class-40", preset: "marketing", bots });
  const seat = await takeSeat(school.able.client, school.clock, season, { name: "山海小店" });
  const beside = await takeSeat(school.mate.client, school.clock, season, seat.where);
  const careless = await takeSeat(school.careless.client, school.clock, season, { name: "随便" });
  const marketer = await openForBusiness(seat);
  await openCarelessly(careless);
  for (let round = 1; round <= rounds; round += 1) {
    const day = 1 + (round - 1) * roundDays;
    const minutes = Math.ceil((minutesOfTerm - seat.minutes) / (rounds - round + 1));
    await playRound(marketer, { round, day, minutes });
    await decide(beside, day, guess);
    await playCarelessly(careless, round, day);
    await close(school, season, day);
    await praise(school, seat.where, round);
    if (round % roundsAnExam === 0) await sitTheory(school, banks, `理论 ${round / roundsAnExam}`);
    if (round % roundsAWork === 0) await judgeWorks(school, `复盘 ${round / roundsAWork}`);
    await school.pass(daysBetween);
  }
  await school.tend();
  const exam = await sitPractice(school);
  await school.tend();
  return { season, exam };
}

/** A season that has begun; its luck is always the same, so that the term is. */
async function makeSeason(
  { teacher, id, tend, draw }: School,
  wish: { readonly scenario: string; readonly preset: string; readonly bots: number },
): Promise<string> {
  const isExam = wish.preset === "specialist-exam";
  const catalogs = await teacher.call("GET /catalogs");
  const { id: season } = await teacher.call("POST /practice/seasons", {
    body: {
      ...wish,
      class: id,
      name: isExam ? "专项能力考核" : "营销赛季",
      pace: { kind: "by-hand" },
      days: isExam ? examDays : seasonDays,
      daysPerRound: isExam ? examRoundDays : roundDays,
      enterprises: catalogs.map(({ enterprise }) => enterprise.id),
      teamSize: isExam ? 1 : 2,
    },
  });
  await draw(season);
  await tend();
  await teacher.call("POST /practice/seasons/:season/start", { where: { season } });
  return season;
}

async function close({ teacher, work }: School, season: string, day: number): Promise<void> {
  await teacher.call("POST /practice/seasons/:season/close", { where: { season }, body: { day } });
  await work();
}

/** After a round the team-mates say what they think of each other. */
async function praise(
  { able, mate }: School,
  where: { readonly season: string; readonly store: string },
  round: number,
): Promise<void> {
  const give = (client: ApiClient, person: string, mark: number) =>
    client.call("PUT /practice/seasons/:season/stores/:store/peer-review", {
      where,
      body: { round, marks: [{ person, points: 20, mark, reason: "说到做到。" }] },
    });
  await give(mate.client, able.person, 5);
  await give(able.client, mate.person, 4);
}

/** The practical exam: played by the able one, confirmed by a teacher and a mentor. */
async function sitPractice(school: School): Promise<string> {
  const { teacher, mentor, able, clock } = school;
  const wish = { scenario: "first-week", preset: "specialist-exam", bots: examBots };
  const season = await makeSeason(school, wish);
  const seat = await takeSeat(able.client, clock, season, { name: "山海考场" });
  const examinee = await beginExam(seat);
  for (let day = 1; day <= examDays; day += examRoundDays) {
    if (day > 1) await goOn(examinee, day);
    await close(school, season, day);
  }
  const { id: exam } = await teacher.call("POST /assessment/classes/:class/exams", {
    where: { class: school.id },
    body: { kind: "practical", name: "专项能力考核", language: "zh", passingPercent: 60, season },
  });
  const where = { exam };
  await teacher.call("POST /assessment/exams/:exam/open", { where });
  await teacher.call("POST /assessment/exams/:exam/close", { where });
  for (const rater of [teacher, mentor])
    await rater.call("POST /assessment/exams/:exam/signatures", { where });
  await teacher.call("POST /assessment/exams/:exam/publish", { where });
  return exam;
}
