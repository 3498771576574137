import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { findingsOfAxe } from "./accessibility.ts";
import { PageFaults } from "./page-faults.ts";

export type Language = "zh" | "en";
export type Theme = "light" | "dark";

/** The screens that every room must fit: a phone, a computer room's monitor, a wide screen. */
export const screens = {
  phone: { width: 390, height: 844 },
  lab: { width: 1366, height: 768 },
  wide: { width: 1920, height: 1080 },
} as const;

export interface VisitorOptions {
  readonly language?: Language;
  readonly theme?: Theme;
  readonly screen?: keyof typeof screens;
}

const artifacts = join(import.meta.dirname, "..", "..", "artifacts", "screenshots");
const locales = { zh: "zh-CN", en: "en-US" } as const;
const actionMsMax = 15_000;
const fitMsMax = 2_000;

/** One person at one screen: a browser of their own that remembers nothing of another's. */
export class Visitor {
  readonly page: Page;
  readonly language: Language;
  readonly #context: BrowserContext;
  readonly #faults: PageFaults;
  readonly #folder: string;
  readonly #mark: string;

  private constructor(page: Page, origin: string, folder: string, options: VisitorOptions) {
    const { language = "en", theme = "light", screen = "lab" } = options;
    this.page = page;
    this.language = language;
    this.#context = page.context();
    this.#faults = new PageFaults(page, origin);
    this.#folder = join(artifacts, folder);
    this.#mark = `${language}-${theme}-${screen}`;
  }

  static async enter(
    browser: Browser,
    origin: string,
    folder: string,
    options: VisitorOptions = {},
  ): Promise<Visitor> {
    const { language = "en", theme = "light", screen = "lab" } = options;
    const context = await browser.newContext({
      baseURL: origin,
      locale: locales[language],
      timezoneId: "Asia/Shanghai",
      colorScheme: theme,
      viewport: screens[screen],
      isMobile: screen === "phone",
      hasTouch: screen === "phone",
      // Pictures and findings of axe must not depend on how far a movement has come.
      reducedMotion: "reduce",
    });
    context.setDefaultTimeout(actionMsMax);
    const page = await context.newPage();
    return new Visitor(page, origin, folder, options);
  }

  /** Chinese or English, whichever this visitor reads. */
  say(zh: string, en: string): string {
    return this.language === "zh" ? zh : en;
  }

  /**
   * Keeps a picture of the whole page under `artifacts/screenshots/<journey>/` where pictures are
   * asked for: without a graphics card they take their time.
   */
  async screenshot(name: string): Promise<void> {
    if (process.env["ECHELON_PICTURES"] === "1") await this.keepPicture(name);
  }

  /** Keeps such a picture in any case. */
  async keepPicture(name: string): Promise<void> {
    mkdirSync(this.#folder, { recursive: true });
    const path = join(this.#folder, `${name}-${this.#mark}.png`);
    await this.page.screenshot({ path, fullPage: true });
  }

  /** Throws when axe finds anything in the page as it is now. */
  async assertAccessible(): Promise<void> {
    const findings = await findingsOfAxe(this.page);
    if (findings.length === 0) return;
    throw new Error(`axe finds in ${this.page.url()} (${this.#mark}):\n${findings.join("\n")}`);
  }

  /** Throws when the page must be scrolled sideways to be read. */
  async assertFits(): Promise<void> {
    const overWidth = () =>
      document.documentElement.scrollWidth - document.documentElement.clientWidth;
    let over = await this.page.evaluate(overWidth);
    // Charts follow a screen that turned a moment later.
    for (const until = performance.now() + fitMsMax; over > 0 && performance.now() < until;) {
      await this.page.waitForTimeout(50);
      over = await this.page.evaluate(overWidth);
    }
    if (over > 0) throw new Error(`${this.page.url()} is ${over} px too wide (${this.#mark})`);
  }

  /** A refusal with this code belongs to the journey; it must come before the visitor leaves. */
  expectRefusal(code: string): void {
    this.#faults.expectRefusal(code);
  }

  /** From here on the server may be away for a while. */
  expectOutage(): void {
    this.#faults.expectOutage();
  }

  /** Ends the visit; throws for what went wrong in it behind the reader's back. */
  async leave(): Promise<void> {
    try {
      await this.#faults.assertNone();
    } finally {
      await this.close();
    }
  }

  /** Ends the visit without asking how it went. */
  async close(): Promise<void> {
    await this.#context.close();
  }
}
