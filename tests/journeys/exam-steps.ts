import type { Visitor } from "../browser/visitor.ts";
import { type ApiClient, createClient } from "../safety/api-client.ts";

/** Six questions of two competencies, and one that is broken on line 7. */
export const bankFile = `// [tag:C01]
::one:: Which code classifies goods at the border? { =HS code#Customs reads it. ~SKU ~ASIN }

// [tag:C01]
::two:: The buyer bears the VAT. {T}

::broken:: This is { =A ~B

// [tag:C01]
::three:: Goods cost 6.40 and freight 3.00. What do they cost landed, before duty? {#9.4:0.01}

// [tag:C03]
::four:: Which belong into a title? { ~%50%Kind ~%50%Use ~%-50%Hot sale ~%-50%Best price }

// [tag:C03]
::five:: Match markets and currencies. { =Germany -> EUR =Japan -> JPY }

// [tag:C03]
::six:: The share of visitors who buy is the conversion {=rate} of a page.
`;
export const questions = 6;

/** Answers the question on the screen rightly, whichever of the bank it is. */
export async function answerRightly({ page }: Visitor): Promise<string> {
  const stem = await page.locator(".question-stem").innerText();
  const choose = (text: string) => page.getByText(text, { exact: true }).click();
  if (stem.startsWith("Which code")) await choose("HS code");
  else if (stem.startsWith("The buyer")) await choose("True");
  else if (stem.startsWith("Goods cost")) await page.getByLabel("Number").fill("9.40");
  else if (stem.startsWith("Which belong")) {
    await choose("Kind");
    await choose("Use");
  } else if (stem.startsWith("Match")) {
    await page.getByLabel("Germany").selectOption("EUR");
    await page.getByLabel("Japan").selectOption("JPY");
  } else await page.getByLabel("Answer", { exact: true }).fill("Rate");
  return stem;
}

export const lineIs = ({ page }: Visitor, text: string): Promise<void> =>
  page.locator(".sitting-line", { hasText: text }).waitFor();

/** Seconds on the clock of somebody who writes. */
export async function clockOf({ page }: Visitor): Promise<number> {
  const text = (await page.locator(".sitting-clock").innerText()).split(":").map(Number);
  return text.reduce((sum, part) => sum * 60 + part, 0);
}

export interface ExamClass {
  readonly id: string;
  readonly teacher: ApiClient;
  readonly students: readonly ApiClient[];
}

/** A class of the demonstration's teacher with students of its own. */
export async function openExamClass(url: string, names: readonly string[]): Promise<ExamClass> {
  const teacher = createClient(url);
  const { me } = await teacher.call("POST /demo/sign-in", { body: { account: "teacher" } });
  const school = me?.memberships[0]?.organisation.id ?? "";
  const { id } = await teacher.call("POST /classes", { body: { school, name: "Exam class" } });
  const where = { class: id };
  const { code } = await teacher.call("POST /classes/:class/codes", { where, body: {} });
  const students: ApiClient[] = [];
  for (const name of names) {
    const student = createClient(url);
    await student.call("POST /join", { body: { code, name } });
    students.push(student);
  }
  return { id, teacher, students };
}
