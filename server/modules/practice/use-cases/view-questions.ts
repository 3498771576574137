import type {
  OwnQuestionView,
  Question,
  QuestionsView,
} from "@echelon/contract/practice/questions.ts";
import { type Outcome, ok, refuse } from "@echelon/contract/platform/outcome.ts";
import type { Sql } from "../../../platform/database/database.ts";
import type { Caller } from "../../../platform/http/caller.ts";
import { personNames } from "../../identity/index.ts";
import type { PracticeMeans } from "../means.ts";
import { lineage, readBranches } from "../store/log-store.ts";
import {
  readAnswer,
  readAnswers,
  readAuthored,
  readOfferDays,
  writeAnswer,
} from "../store/answer-store.ts";
import type { SeasonRow } from "../store/season-store.ts";
import { readMembers, readStores } from "../store/store-store.ts";
import { askPerson } from "./ask-person.ts";
import { findDebrief } from "./find-debrief.ts";
import { findStore } from "./find-season.ts";

/** Questions for everybody from the own log, and what was answered, for the class's teacher. */
export async function viewQuestions(
  means: PracticeMeans,
  caller: Caller,
  season: string,
): Promise<Outcome<QuestionsView>> {
  const sql = means.database;
  const found = await findDebrief(sql, caller, season);
  if (!found.ok) return found;
  const { row, maySteer } = found.value;
  if (!maySteer) return refuse({ code: "platform/not-allowed" });
  // A program answers no question in writing.
  const people = (await readStores(sql, season)).filter((one) => !one.is_agent);
  const stores = new Map(people.map((one) => [one.store, one.name]));
  const members = (await readMembers(sql, season)).filter(({ store }) => stores.has(store));
  const names = await personNames(
    sql,
    members.map(({ person_id: person }) => person),
  );
  const answers = new Map((await readAnswers(sql, season)).map((one) => [one.person_id, one]));
  const ask = await asker(means, sql, row, null);
  return ok({
    people: members
      .toSorted((a, b) => a.store - b.store)
      .map(({ store, person_id: person }) => {
        const answer = answers.get(person);
        return {
          person,
          name: names.get(person) ?? "",
          store,
          storeName: stores.get(store) ?? "",
          questions: ask(store, person),
          answer:
            answer === undefined
              ? null
              : { question: answer.question, text: answer.text, savedAt: answer.saved_at },
        };
      }),
  });
}

/** One's own question, for whoever ran the store, once the season is over. */
export async function viewOwnQuestion(
  means: PracticeMeans,
  caller: Caller,
  season: string,
  store: number,
): Promise<Outcome<OwnQuestionView>> {
  const found = await findOwn(means.database, caller, season, store);
  if (!found.ok) return found;
  const { person } = caller;
  const answer = await readAnswer(means.database, season, person);
  if (answer !== undefined) {
    const { question, text, saved_at: savedAt } = answer;
    return ok({ question, answer: { text, savedAt } });
  }
  const question = await questionOf(means, means.database, found.value, store, person);
  return ok({ question, answer: null });
}

/** Saves what one answers; later words take the place of earlier ones. */
export async function answerQuestion(
  means: PracticeMeans,
  caller: Caller,
  season: string,
  store: number,
  text: string,
): Promise<Outcome<OwnQuestionView>> {
  return means.database.transaction(async (tx): Promise<Outcome<OwnQuestionView>> => {
    const found = await findOwn(tx, caller, season, store);
    if (!found.ok) return found;
    const { person } = caller;
    const before = await readAnswer(tx, season, person);
    const question = before?.question ?? (await questionOf(means, tx, found.value, store, person));
    const savedAt = means.clock.now();
    await writeAnswer(tx, {
      season_id: season,
      person_id: person,
      store,
      question,
      text,
      saved_at: savedAt,
    });
    return ok({ question, answer: { text, savedAt } });
  });
}

/** Only who ran the store has a question there; others do not even see one. */
async function findOwn(
  sql: Sql,
  caller: Caller,
  season: string,
  store: number,
): Promise<Outcome<SeasonRow>> {
  const found = await findStore(sql, caller, season, store);
  if (!found.ok) return found;
  const { row, isMine } = found.value;
  if (!isMine) return refuse({ code: "platform/not-allowed" });
  if (row.day - 1 < 1) return refuse({ code: "practice/nothing-closed" });
  if (row.state !== "finished" && row.state !== "archived") {
    return refuse({ code: "practice/season-not-over" });
  }
  return ok(row);
}

async function questionOf(
  means: PracticeMeans,
  sql: Sql,
  row: SeasonRow,
  store: number,
  person: string,
): Promise<Question> {
  const ask = await asker(means, sql, row, store);
  return ask(store, person)[0]!;
}

/** Reads what questions are made from, of all stores or of one. */
async function asker(means: PracticeMeans, sql: Sql, row: SeasonRow, only: number | null) {
  const { season_id: season } = row;
  const spans = lineage(await readBranches(sql, season), row.branch);
  const entries = await readAuthored(sql, season, spans, only ?? undefined);
  const log = Map.groupBy(entries, ({ store }) => store);
  const days = Map.groupBy(await readOfferDays(sql, season, only), ({ store }) => store);
  const products = await means.engine.productsOf(sql, row);
  const names = new Map(products.map(({ sku, detail }) => [sku, detail.name]));
  return (store: number, person: string): Question[] =>
    askPerson({
      person,
      log: log.get(store) ?? [],
      days: days.get(store) ?? [],
      nameOf: (sku) => names.get(sku) ?? null,
    });
}
