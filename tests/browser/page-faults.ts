import type { Page, Request, Response } from "playwright-core";

/** What a browser says of a server that died, and of one that is not there. */
const outage = /^net::ERR_(CONNECTION_|EMPTY_RESPONSE|INCOMPLETE_CHUNKED_ENCODING|SOCKET)/;

/**
 * What goes wrong in a page behind the reader's back: errors on its console, requests that fail,
 * answers that are bugs, refusals nobody expected, and requests that leave the house.
 */
export class PageFaults {
  readonly #faults: string[] = [];
  readonly #refusals: string[] = [];
  readonly #expected = new Set<string>();
  readonly #reading: Promise<void>[] = [];
  readonly #origin: string;
  #isOutageExpected = false;

  constructor(page: Page, origin: string) {
    this.#origin = origin;
    page.on("console", (message) => {
      // The browser reports each refused request here as well; the response says it better.
      const isAnswer = message.text().startsWith("Failed to load resource");
      if (message.type() === "error" && !isAnswer) this.#faults.push(`console: ${message.text()}`);
    });
    page.on("pageerror", (error) => this.#faults.push(`error: ${error.stack ?? error.message}`));
    page.on("request", (request) => this.#sawRequest(request));
    page.on("requestfailed", (request) => this.#sawFailure(request));
    page.on("response", (response) => {
      if (response.status() >= 400) this.#reading.push(this.#sawRefusal(response));
    });
  }

  /** A refusal with this code belongs to the journey; it must come, or the journey fails. */
  expectRefusal(code: string): void {
    this.#expected.add(code);
  }

  /** From here on the server may be away: a request without an answer is part of the story. */
  expectOutage(): void {
    this.#isOutageExpected = true;
  }

  /** Throws when anything went wrong, or an expected refusal did not come. */
  async assertNone(): Promise<void> {
    await Promise.all(this.#reading);
    const faults = [...this.#faults];
    for (const code of this.#refusals)
      if (!this.#expected.has(code)) faults.push(`refused: ${code}`);
    for (const code of this.#expected)
      if (!this.#refusals.some((one) => one.startsWith(code))) faults.push(`not refused: ${code}`);
    if (faults.length > 0) throw new Error(`the page has faults:\n${faults.join("\n")}`);
  }

  #sawRequest(request: Request): void {
    const url = request.url();
    const isInside = url.startsWith(this.#origin) || /^(data|blob|about):/.test(url);
    if (!isInside) this.#faults.push(`a request left the house: ${url}`);
  }

  #sawFailure(request: Request): void {
    const reason = request.failure()?.errorText ?? "";
    // A page that is left aborts what it still waits for, its live events first of all.
    if (reason === "net::ERR_ABORTED") return;
    if (this.#isOutageExpected && outage.test(reason)) return;
    this.#faults.push(`request failed: ${request.method()} ${request.url()} ${reason}`);
  }

  async #sawRefusal(response: Response): Promise<void> {
    const place = `${response.request().method()} ${response.url()}`;
    if (response.status() === 503 && this.#isOutageExpected) return;
    if (response.status() >= 500) {
      this.#faults.push(`bug: ${response.status()} ${place}`);
      return;
    }
    const problem = (await response.json().catch(() => ({}))) as { code?: string };
    this.#refusals.push(problem.code ?? `${response.status()} ${place}`);
  }
}
