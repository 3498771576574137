import axe from "axe-core";
import type { Page } from "playwright-core";

const standards = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** Everything, or the one rule that hangs on the colors of a theme. */
type Runs = { readonly type: "tag" | "rule"; readonly values: string[] };
const everything: Runs = { type: "tag", values: standards };
export const contrastAlone: Runs = { type: "rule", values: ["color-contrast"] };

/**
 * Everything axe finds in the page as it is now, one line a place: the rule, the element, the
 * reason. An empty list is what every room owes.
 */
export async function findingsOfAxe(page: Page, runOnly = everything): Promise<string[]> {
  // Evaluated rather than added as a script: our policy for scripts forbids what is not ours.
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(
    async (what) => globalThis.axe.run(document, { runOnly: what }),
    runOnly,
  );
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(
      ({ target, failureSummary }) =>
        `${id}: ${help} at ${target.join(" ")}\n  ${failureSummary ?? ""}`,
    ),
  );
}

declare global {
  var axe: typeof import("axe-core");
}
