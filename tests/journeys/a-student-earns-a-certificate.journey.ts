import assert from "node:assert/strict";
import { test } from "node:test";
import type { Browser } from "playwright-core";
import {
  plantPieces,
  plantPracticalResult,
  plantPracticeTime,
  uuidv7,
} from "@echelon/server/main.ts";
import { openBrowser, reasonWithoutBrowser } from "../browser/browser.ts";
import { hasten, type Hastened } from "../browser/hastened.ts";
import { Visitor, type VisitorOptions } from "../browser/visitor.ts";
import { type ApiClient, createClient } from "../safety/api-client.ts";
import { button, enterAs, goTo, look, press } from "./steps.ts";

const title = "a student earns a foundation certificate";
const startsAt = new Date("2026-03-02T02:00:00Z");
const daySeconds = 86_400;
const termDays = 45;
const hours = 40;
/** Of a role whose core the market alone can prove. */
const [role, echelon] = ["R2", "E1"] as const;
const practicalBp = 8_200;
/** Of the published blueprint: account, selection, copy, images, optimization, orders, … */
const unitPoints = [10, 15, 15, 5, 20, 5, 10, 20];
const electives = 12;
const pieces = 3;

const course = "marketing";
const student = "李明轩";
const waitsMsMax = 30_000;

/**
 * From the first lesson to a badge that anybody can check. A browser does what people do; what
 * takes a term is planted and says so: three pieces of evidence of each competency, forty hours of
 * decisions, and the points of the practical exam.
 */
void test(title, { skip: reasonWithoutBrowser() ?? false }, async (t) => {
  const here = await hasten(startsAt);
  t.after(() => here.stop());
  const browser = await openBrowser();
  t.after(() => browser.close());
  const visit = (wish: VisitorOptions) =>
    Visitor.enter(browser, here.url, title.replaceAll(" ", "-"), wish);
  const term = await beginTerm(here.url);
  await readFirstLesson(await visit({ language: "zh", screen: "phone" }));
  await passTerm(here, term);
  const learner = await visit({ language: "zh", screen: "phone" });
  await enterAs(learner, student);
  await readNothingMissing(learner);
  await decideAndSign(await visit({ language: "en", screen: "lab" }), term);
  await endorse(await visit({ language: "zh", screen: "phone", theme: "dark" }));
  await here.tend();
  const link = await shareBadge(learner);
  await playAgain(learner, here);
  await checkLink(await visit({ language: "en", screen: "phone" }), link, "Valid", "valid");
  await checkFile(browser, here.url, term.student);
  await revoke(here, term, visit);
  await checkLink(await visit({ language: "zh", screen: "lab" }), link, "已撤销", "revoked-link");
  await hearOfRevocation(await visit({ language: "en", screen: "lab" }), learner);
});

/** The first lesson of marketing: read, asked and answered on a phone. */
async function readFirstLesson(visitor: Visitor): Promise<void> {
  const { page } = visitor;
  await enterAs(visitor, student);
  await goTo(visitor, "我的课程");
  await page.locator(`a[href$="/${course}"]`).click();
  await page.getByRole("link", { name: "读这一课" }).click();
  const check = page.getByRole("listitem").filter({ hasText: "适合写在市场调研的第一行" });
  await check.getByText("先进德国还是美国能剩下更多的钱").click();
  await check.getByRole("button", { name: "看看对不对" }).click();
  await check.getByText("答对了").waitFor();
  await look(visitor, "lesson");
  await page.getByText("读完了，下一课").click();
  await goTo(visitor, "我的课程");
  await page.getByText(/^已读 1 \/ \d+ 课$/).waitFor();
  await visitor.leave();
}

interface Term {
  readonly classId: string;
  readonly season: string;
  readonly person: string;
  readonly teacher: ApiClient;
  readonly mentor: ApiClient;
  readonly student: ApiClient;
}

const accounts = ["teacher", "mentor", "student"] as const;

const signIn = (client: ApiClient, account: string) =>
  client.call("POST /demo/sign-in", { body: { account } });

/** The demonstration's class, and a season of it that is judged by the eight units of the exam. */
async function beginTerm(url: string): Promise<Term> {
  const [teacher, mentor, learner] = [createClient(url), createClient(url), createClient(url)];
  for (const [at, one] of [teacher, mentor, learner].entries()) await signIn(one, accounts[at]!);
  const classId = (await teacher.call("GET /classes"))[0]?.id ?? assert.fail("no class");
  const catalogs = await teacher.call("GET /catalogs");
  const { id: season } = await teacher.call("POST /practice/seasons", {
    body: {
      class: classId,
      scenario: "first-week",
      preset: "specialist-exam",
      name: "专项能力考核",
      pace: { kind: "by-hand" },
      bots: 6,
      days: 4,
      enterprises: catalogs.map(({ enterprise }) => enterprise.id),
      teamSize: 1,
    },
  });
  const { me } = await learner.call("GET /session");
  return { classId, season, person: me!.id, teacher, mentor, student: learner };
}

/** A term goes by: a season is practiced in, examined and confirmed, and evidence has gathered. */
async function passTerm(here: Hastened, term: Term): Promise<void> {
  const { season, person, teacher, mentor, student: learner, classId } = term;
  const { means } = here.house.app;
  await here.tend();
  const where = { season };
  await teacher.call("POST /practice/seasons/:season/start", { where });
  const { store } = await learner.call("POST /practice/seasons/:season/stores", {
    where,
    body: { name: "山海小店" },
  });
  await choose(learner, { season, store: String(store) });
  await teacher.call("POST /practice/seasons/:season/close", { where, body: { day: 1 } });
  here.clock.advance(termDays * daySeconds);
  // Nobody stays signed in for so long.
  for (const [at, one] of [teacher, mentor, learner].entries()) await signIn(one, accounts[at]!);
  await here.tend();
  await teacher.call("POST /practice/seasons/:season/finish", { where });
  await here.tend();
  const { id: exam } = await teacher.call("POST /assessment/classes/:class/exams", {
    where: { class: classId },
    body: { kind: "practical", name: "专项能力考核", language: "zh", passingPercent: 60, season },
  });
  const ofExam = { where: { exam } };
  await teacher.call("POST /assessment/exams/:exam/open", ofExam);
  await teacher.call("POST /assessment/exams/:exam/close", ofExam);
  const planted = { exam, person, reachedBp: practicalBp, points: unitPoints };
  await means.database.transaction((tx) => plantPracticalResult(tx, planted));
  for (const rater of [teacher, mentor])
    await rater.call("POST /assessment/exams/:exam/signatures", ofExam);
  await teacher.call("POST /assessment/exams/:exam/publish", ofExam);
  const competencies = await wanted(teacher);
  const rater = (await teacher.call("GET /session")).me!.id;
  await plantPieces(means, { person, competencies, context: season, pieces, rater });
  const practiced = { season, person, minutes: hours * 60, until: means.clock.now() };
  await means.database.transaction((tx) => plantPracticeTime(tx, practiced));
}

async function choose(
  client: ApiClient,
  where: { readonly season: string; readonly store: string },
): Promise<void> {
  const { items } = await client.call("GET /practice/seasons/:season/stores/:store/catalog", {
    where,
    asks: { limit: "10" },
  });
  await client.call("POST /practice/seasons/:season/stores/:store/decisions", {
    where,
    body: {
      key: uuidv7(),
      day: 1,
      wishes: [{ kind: "select-product", sku: items[0]!.sku }],
    },
  });
}

/** The role's core, and half of the first echelon beyond it. */
async function wanted(client: ApiClient): Promise<string[]> {
  const { profiles, competencies } = await client.call("GET /framework");
  const core = profiles.find((one) => one.role === role && one.echelon === echelon)?.core ?? [];
  const others = competencies.filter((one) => one.echelon === echelon && !core.includes(one.id));
  return [...core, ...others.slice(0, electives).map(({ id }) => id)];
}

async function readNothingMissing(visitor: Visitor): Promise<void> {
  const { page } = visitor;
  await page.goto(`/competencies?role=${role}&echelon=${echelon}`);
  await page.getByText("什么都不缺：老师可以认定。").first().waitFor({ timeout: waitsMsMax });
  await look(visitor, "nothing-missing");
}

/** A teacher decides, and signs for the school. */
async function decideAndSign(visitor: Visitor, { classId, person }: Term): Promise<void> {
  const { page } = visitor;
  await enterAs(visitor, "周岚");
  await page.goto(`/classes/${classId}/competencies/${person}?role=${role}&echelon=${echelon}`);
  await press(visitor, "Decide");
  await press(visitor, "Decide now");
  await button(visitor, "Decide now").waitFor({ state: "hidden" });
  await page.goto(`/classes/${classId}/certificates`);
  await press(visitor, "Sign");
  await press(visitor, "Sign now");
  await page.getByText("Still to sign: enterprise").waitFor();
  await look(visitor, "signed-by-the-school");
}

/** The mentor finds it in the queue and vouches for it, on a phone. */
async function endorse(visitor: Visitor): Promise<void> {
  const { page } = visitor;
  await enterAs(visitor, "方正平");
  await goTo(visitor, "评审");
  await page.getByRole("heading", { name: "待签署的证书" }).waitFor();
  await look(visitor, "to-sign");
  await press(visitor, "签署");
  await press(visitor, "确认签署");
  await page.getByRole("heading", { name: "待签署的证书" }).waitFor({ state: "hidden" });
}

/** The badge has come; the student makes a link that shows it, and gives the link away. */
async function shareBadge(visitor: Visitor): Promise<string> {
  const { page } = visitor;
  await goTo(visitor, "我的能力");
  await page.getByRole("link", { name: "我的证书" }).first().click();
  await page.getByText("长期有效").first().waitFor({ timeout: waitsMsMax });
  await press(visitor, "新建链接");
  await page.getByRole("dialog").getByRole("button", { name: "新建链接", exact: true }).click();
  const address = page.getByText(/\/verify\//);
  await look(visitor, "badge");
  return new URL((await address.textContent()) ?? "").pathname;
}

/** The season behind the badge is played again, and comes to the same. */
async function playAgain(visitor: Visitor, here: Hastened): Promise<void> {
  const { page } = visitor;
  await page.reload();
  await press(visitor, "重放");
  await press(visitor, "开始重放");
  await page.getByText("已重放 1 个赛季中的 0 个").first().waitFor();
  await here.tend();
  await page.getByText("一致", { exact: true }).waitFor({ timeout: waitsMsMax });
  await look(visitor, "played-again");
  await page.keyboard.press("Escape");
}

/** Where the holder lands, on whatever device, it stands until they have read it. */
async function hearOfRevocation(elsewhere: Visitor, visitor: Visitor): Promise<void> {
  await enterAs(elsewhere, student);
  await elsewhere.page.getByRole("alert").getByText("was revoked").waitFor();
  await look(elsewhere, "revoked-notice");
  await elsewhere.leave();
  await visitor.page.goto("/");
  const notice = visitor.page.getByRole("alert");
  await notice.getByText("考核材料经查不实。").waitFor();
  await look(visitor, "revoked-notice-phone");
  await press(visitor, "我已知悉");
  await notice.waitFor({ state: "hidden" });
  await visitor.leave();
}

/** Anybody, without an account, reads the verdict that is computed then. */
async function checkLink(
  visitor: Visitor,
  link: string,
  verdict: string,
  picture: string,
): Promise<void> {
  const { page } = visitor;
  await page.goto(link);
  await page.getByText(verdict, { exact: true }).first().waitFor({ timeout: waitsMsMax });
  await look(visitor, picture);
  await visitor.leave();
}

/** The file itself, carried away and handed in at the front door of the check. */
async function checkFile(browser: Browser, url: string, holder: ApiClient): Promise<void> {
  const { credentials } = await holder.call("GET /me/credentials");
  const credential = credentials[0]?.id ?? assert.fail("no credential");
  const { cookie } = holder.seat();
  const file = await fetch(`${url}/api/credentials/${credential}/file?form=png`, {
    headers: { cookie },
  });
  assert.equal(file.status, 200);
  const bytes = Buffer.from(await file.arrayBuffer());
  const visitor = await Visitor.enter(browser, url, title.replaceAll(" ", "-"), {
    language: "en",
    screen: "lab",
  });
  const { page } = visitor;
  await page.goto("/verify");
  await page
    .getByLabel("The certificate's file")
    .setInputFiles({ name: "badge.png", mimeType: "image/png", buffer: bytes });
  await page.getByText("Valid", { exact: true }).first().waitFor({ timeout: waitsMsMax });
  await look(visitor, "file-checked");
  await visitor.leave();
}

/** The school asks, the operator confirms: two people of two sides. */
async function revoke(
  here: Hastened,
  { classId, student: holder }: Term,
  visit: (wish: VisitorOptions) => Promise<Visitor>,
): Promise<void> {
  const teacher = await visit({ language: "zh", screen: "lab" });
  await enterAs(teacher, "周岚");
  await teacher.page.goto(`/classes/${classId}/certificates`);
  await press(teacher, "重放");
  await teacher.page.getByText("一致", { exact: true }).waitFor();
  await look(teacher, "played-for-the-issuer");
  await teacher.page.keyboard.press("Escape");
  await press(teacher, "撤销");
  await teacher.page.getByLabel("原因（持有人可见）").fill("考核材料经查不实。");
  await press(teacher, "申请撤销");
  await teacher.page.getByText("已申请撤销").waitFor();
  await teacher.leave();
  const operator = await visit({ language: "en", screen: "lab" });
  await enterAs(operator, "运行员");
  await operator.page.goto("/revocations");
  await press(operator, "Revoke");
  await operator.page.getByRole("dialog").getByRole("button", { name: "Revoke" }).click();
  await operator.page.getByText("revoked", { exact: true }).first().waitFor();
  await look(operator, "revoked");
  await operator.leave();
  await here.tend();
  const { credentials } = await holder.call("GET /me/credentials");
  assert.equal(credentials[0]?.state, "revoked");
}
