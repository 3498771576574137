import { test } from "node:test";
import { openBrowser, reasonWithoutBrowser } from "./browser.ts";
import { Installation, type InstallationOptions } from "./installation.ts";
import { Visitor, type VisitorOptions } from "./visitor.ts";

/** What a journey has: an installation of its own, and people who come to it. */
export interface Stage {
  readonly installation: Installation;
  /** Somebody opens a browser; what goes wrong in it fails the journey at its end. */
  visit(options?: VisitorOptions): Promise<Visitor>;
}

/**
 * A test that does what a person does, in a real browser against a real server.
 *
 * When it fails, a picture of every open page and what the server printed are kept. Where there is
 * no browser it is skipped with the reason.
 *
 * @example
 * journey("a student makes the first sale", { isDemo: true }, async ({ visit }) => {
 *   const student = await visit({ language: "zh", screen: "phone" });
 *   await student.page.goto("/");
 *   await student.assertAccessible();
 *   await student.screenshot("welcome");
 * });
 */
export function journey(
  title: string,
  options: InstallationOptions,
  play: (stage: Stage) => Promise<void>,
  /** How long it may take; without a word as long as any test. */
  msMax?: number,
): void {
  const skip = reasonWithoutBrowser() ?? false;
  const timeout = msMax === undefined ? {} : { timeout: msMax };
  void test(title, { skip, ...timeout }, async (t) => {
    const installation = await Installation.start(options);
    t.after(() => installation.stop());
    const browser = await openBrowser();
    t.after(() => browser.close());
    const folder = title.toLowerCase().replace(/[^a-z0-9]+/g, "-");
    const visitors: Visitor[] = [];
    const visit = async (wish: VisitorOptions = {}) => {
      const visitor = await Visitor.enter(browser, installation.url, folder, wish);
      visitors.push(visitor);
      return visitor;
    };
    try {
      await play({ installation, visit });
      for (const visitor of visitors) await visitor.leave();
    } catch (error) {
      for (const [index, visitor] of visitors.entries())
        await visitor.keepPicture(`failed-${index}`).catch(() => {});
      throw new Error(`${title}\nthe server printed:\n${installation.printed}`, { cause: error });
    }
  });
}
