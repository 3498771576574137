import "./lesson.css";
import { useComputedColorScheme } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { addressOf } from "../../api/client.ts";
import type { Language } from "../../text/text.ts";
import type { Block, BlockOf, Source } from "./course-types.ts";
import { Runs } from "./runs.tsx";

type Of<Kind extends Block["kind"]> = { of: BlockOf<Kind>; sources: readonly Source[] };

function Picture({
  of,
  course,
  language,
}: {
  of: BlockOf<"picture">;
  course: string;
  language: Language;
}) {
  const theme = useComputedColorScheme("light");
  const where = { course, picture: of.name };
  const { url } = addressOf("GET /courses/:course/pictures/:picture", {
    where,
    asks: { language, theme },
  });
  return (
    <figure className="lesson-picture">
      <div className="picture-frame" tabIndex={0} role="group" aria-label={of.alt}>
        <img src={url} alt={of.alt} width={640} loading="lazy" />
      </div>
      <figcaption>{of.alt}</figcaption>
    </figure>
  );
}

/** A worked sum: what it is, how it is computed, what comes out. */
function Sum({ of }: { of: BlockOf<"sum"> }) {
  const { t } = useTranslation("courses");
  return (
    <div className="lesson-sum" role="group" aria-label={t("lesson.sum")}>
      {of.lines.map(({ label, expression, sign, result, unit }, at) => (
        <div key={at} className="sum-line">
          <span className="sum-label">{label}</span>
          <span className="sum-way">{expression}</span>
          <span className="sum-result">
            {sign} {result} {unit}
          </span>
        </div>
      ))}
    </div>
  );
}

function Table({ of, sources }: Of<"table">) {
  return (
    <div className="lesson-table" tabIndex={0} role="group">
      <table>
        <thead>
          <tr>
            {of.head.map((cell, at) => (
              <th key={at} scope="col">
                <Runs of={cell} sources={sources} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {of.rows.map((row, at) => (
            <tr key={at}>
              {row.map((cell, place) => (
                <td key={place}>
                  <Runs of={cell} sources={sources} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function List({ of, sources }: Of<"list">) {
  const items = of.items.map((item, at) => (
    <li key={at}>
      <Runs of={item} sources={sources} />
    </li>
  ));
  return of.isOrdered ? <ol>{items}</ol> : <ul>{items}</ul>;
}

/** What to do now in the practice market, step by step. */
function Try({ of, sources }: Of<"try">) {
  const { t } = useTranslation("courses");
  return (
    <section className="lesson-try" aria-label={t("lesson.try")}>
      <h3>{t("lesson.try")}</h3>
      <ol>
        {of.steps.map((step, at) => (
          <li key={at}>
            <Runs of={step} sources={sources} />
          </li>
        ))}
      </ol>
    </section>
  );
}

/** The anchor of a heading by its place among them. */
export const anchorOf = (place: number): string => `part-${place + 1}`;

/** The headings that a table of contents names. */
export const headingsOf = (blocks: readonly Block[]): readonly string[] =>
  blocks.flatMap((block) => (block.kind === "heading" && block.level === 2 ? [block.text] : []));

/**
 * A lesson's text.
 *
 * @param checks  what stands where questions are asked; nothing where it is left out
 */
export function Blocks({
  of,
  course,
  language,
  sources,
  checks,
}: {
  of: readonly Block[];
  course: string;
  language: Language;
  sources: readonly Source[];
  checks?: (questions: readonly string[]) => ReactNode;
}) {
  const parts = of.filter((block) => block.kind === "heading" && block.level === 2);
  return (
    <div className="lesson-text" lang={language}>
      {of.map((block, at) => {
        switch (block.kind) {
          case "heading":
            return block.level === 2 ? (
              <h2 key={at} id={anchorOf(parts.indexOf(block))} tabIndex={-1}>
                {block.text}
              </h2>
            ) : (
              <h3 key={at}>{block.text}</h3>
            );
          case "paragraph":
            return (
              <p key={at}>
                <Runs of={block.runs} sources={sources} />
              </p>
            );
          case "list":
            return <List key={at} of={block} sources={sources} />;
          case "note":
            return (
              <blockquote key={at}>
                {block.paragraphs.map((runs, place) => (
                  <p key={place}>
                    <Runs of={runs} sources={sources} />
                  </p>
                ))}
              </blockquote>
            );
          case "table":
            return <Table key={at} of={block} sources={sources} />;
          case "picture":
            return <Picture key={at} of={block} course={course} language={language} />;
          case "sum":
            return <Sum key={at} of={block} />;
          case "try":
            return <Try key={at} of={block} sources={sources} />;
          case "check":
            return <div key={at}>{checks?.(block.questions)}</div>;
        }
      })}
    </div>
  );
}
