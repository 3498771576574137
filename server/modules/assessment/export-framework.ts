import { casePackage } from "@echelon/connectors/case/case-package.ts";
import { frameworkRows } from "@echelon/connectors/framework-csv/framework-rows.ts";
import { writeCsv } from "@echelon/connectors/spreadsheet/write-csv.ts";
import { frameworkView } from "./framework-view.ts";

export const frameworkFormats = ["case", "csv"] as const;
export type FrameworkFormat = (typeof frameworkFormats)[number];

/**
 * The framework that ships, as a file of others.
 *
 * @param options the language of a CASE package, and the address of the installation that gives it
 */
export function exportFramework(
  format: FrameworkFormat,
  options: { readonly language: "zh" | "en"; readonly origin: string },
): string {
  const view = frameworkView();
  if (format === "case") return JSON.stringify(casePackage(view, options), null, 2);
  const bytes = writeCsv(frameworkRows(view), { guardsFormulas: true });
  // Its byte order mark tells a spreadsheet that the Chinese in it is UTF-8.
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
}
