import assert from "node:assert/strict";
import { test } from "node:test";
import type { Browser } from "playwright-core";
import { openBrowser, reasonWithoutBrowser } from "../browser/browser.ts";
import { hasten, type Hastened } from "../browser/hastened.ts";
import { Visitor, type VisitorOptions } from "../browser/visitor.ts";
import type { ApiClient } from "../safety/api-client.ts";
import { playTerm } from "../term/played-term.ts";
import { openSchool, type School } from "../term/school.ts";
import { button, enterAs, goTo, look, press } from "./steps.ts";

const title = "a student earns a foundation certificate";
const startsAt = new Date("2026-03-02T02:00:00Z");
/** Of a role whose core the market alone can prove. */
const [role, echelon] = ["R2", "E1"] as const;

/** That the evidence is of: the one of marketing, and the practical exam's. */
const seasons = 2;

const course = "marketing";
const student = "李明轩";
const waitsMsMax = 30_000;
/** A term has more than two thousand decisions, each of which the server takes. */
const termMsMax = 600_000;

const options = { skip: reasonWithoutBrowser() ?? false, timeout: termMsMax };

/**
 * From the first lesson to a badge that anybody can check. A browser does what people do once; the
 * term between is played by the class through the same doors, and nothing of it is planted: the
 * pieces of evidence, the forty hours and the practical exam are earned.
 */
void test(title, options, async (t) => {
  const here = await hasten(startsAt);
  t.after(() => here.stop());
  const browser = await openBrowser();
  t.after(() => browser.close());
  const visit = (wish: VisitorOptions) =>
    Visitor.enter(browser, here.url, title.replaceAll(" ", "-"), wish);
  const school = await openSchool(here);
  await readFirstLesson(await visit({ language: "zh", screen: "phone" }));
  await playTerm(school);
  const learner = await visit({ language: "zh", screen: "phone" });
  await enterAs(learner, student);
  await readNothingMissing(learner);
  await decideAndSign(await visit({ language: "en", screen: "lab" }), school);
  await endorse(await visit({ language: "zh", screen: "phone", theme: "dark" }));
  await here.tend();
  const link = await shareBadge(learner);
  await playAgain(learner, here);
  await checkLink(await visit({ language: "en", screen: "phone" }), link, "Valid", "valid");
  await checkFile(browser, here.url, school.able.client);
  await revoke(here, school, visit);
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

async function readNothingMissing(visitor: Visitor): Promise<void> {
  const { page } = visitor;
  await page.goto(`/competencies?role=${role}&echelon=${echelon}`);
  await page.getByText("什么都不缺：老师可以认定。").first().waitFor({ timeout: waitsMsMax });
  await look(visitor, "nothing-missing");
}

/** A teacher decides, and signs for the school. */
async function decideAndSign(visitor: Visitor, { id, able }: School): Promise<void> {
  const { page } = visitor;
  await enterAs(visitor, "周岚");
  await page.goto(`/classes/${id}/competencies/${able.person}?role=${role}&echelon=${echelon}`);
  await press(visitor, "Decide");
  await press(visitor, "Decide now");
  await button(visitor, "Decide now").waitFor({ state: "hidden" });
  await page.goto(`/classes/${id}/certificates`);
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

/** Both seasons behind the badge are played again, and come to the same. */
async function playAgain(visitor: Visitor, here: Hastened): Promise<void> {
  const { page } = visitor;
  await page.reload();
  await press(visitor, "重放");
  await press(visitor, "开始重放");
  await page.getByText(`已重放 ${seasons} 个赛季中的 0 个`).first().waitFor();
  // Two whole seasons take a while, in which nobody sits and waits.
  await here.tend();
  await page.reload();
  await press(visitor, "重放");
  await allTheSame(visitor);
  await look(visitor, "played-again");
  await page.keyboard.press("Escape");
}

const allTheSame = ({ page }: Visitor): Promise<void> =>
  page
    .getByText("一致", { exact: true })
    .nth(seasons - 1)
    .waitFor({ timeout: waitsMsMax });

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
  { id, able }: School,
  visit: (wish: VisitorOptions) => Promise<Visitor>,
): Promise<void> {
  const teacher = await visit({ language: "zh", screen: "lab" });
  await enterAs(teacher, "周岚");
  await teacher.page.goto(`/classes/${id}/certificates`);
  await press(teacher, "重放");
  await allTheSame(teacher);
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
  const { credentials } = await able.client.call("GET /me/credentials");
  assert.equal(credentials[0]?.state, "revoked");
}
