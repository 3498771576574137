import type { Answer } from "../../../api/client.ts";
import type { Format } from "../../../text/format.ts";

export type Integrity = Answer<"GET /practice/seasons/:season/integrity">;
export type Question = Integrity["questions"][number];
export type Remark = Integrity["remarks"][number];
export type QuestionOf<Kind extends Question["kind"]> = Extract<Question, { kind: Kind }>;

/** What a question's sentence names. */
export function askedOf(
  question: Question,
  { stores, people }: Pick<Integrity, "stores" | "people">,
  format: Format,
): Record<string, string | number> {
  const [a = "", b = ""] = question.stores.map((store) => nameOf(stores, store));
  switch (question.kind) {
    case "same-words": {
      const [most] = question.listings.toSorted((x, y) => agreement(y) - agreement(x));
      const product = most === undefined ? "" : format.name(most.product);
      const percent = format.percent(most === undefined ? 0 : agreement(most), 0);
      return { a, b, product, percent };
    }
    case "same-numbers": {
      const { from, to, agreed, compared } = question;
      return { a, b, from, to, agreed, compared };
    }
    case "beyond-record": {
      const [first] = question.listings;
      return { a, product: first === undefined ? "" : format.name(first.product) };
    }
    case "gave-way":
    case "in-turns":
      return { a, b, count: new Set(question.ways.map(({ day }) => day)).size };
    case "same-person":
      return { a, b, person: people[question.person] ?? "" };
    case "one-after-other":
      return { a, b, days: question.days.length, both: question.bothDays };
    default: {
      const { members, from, to, shareBp } = question;
      const person = people[question.person] ?? "";
      return { a, person, members, from, to, percent: format.percent(shareBp, 0) };
    }
  }
}

const agreement = ({ shared, words }: { shared: number; words: number }) =>
  Math.floor((10_000 * shared) / Math.max(1, words));

export const nameOf = (stores: Integrity["stores"], store: number): string =>
  stores.find((one) => one.store === store)?.name ?? String(store);

/** Questions that wait, and those that were set aside last. */
export function sorted({ questions, remarks }: Pick<Integrity, "questions" | "remarks">): {
  readonly open: readonly Question[];
  readonly aside: readonly Question[];
} {
  const isAside = ({ key }: Question) =>
    remarks.findLast((one) => one.key === key)?.isAside ?? false;
  return { open: questions.filter((one) => !isAside(one)), aside: questions.filter(isAside) };
}
