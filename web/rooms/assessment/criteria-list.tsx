import { useTranslation } from "react-i18next";
import { Card } from "../../parts/page.tsx";
import { useFormat } from "../../text/format.ts";
import type { Competency, Framework } from "./framework-map.ts";
import { criteriaOf } from "./rating-types.ts";

/** What each mark of a competency looks like, from the top down. */
function Anchors({ framework, one }: { framework: Framework; one: Competency }) {
  const format = useFormat();
  const marks = framework.marks.map((name, mark) => ({ name, mark }));
  return (
    <ol className="plain-list anchors" reversed start={marks.length - 1}>
      {marks.toReversed().map(({ name, mark }) => {
        const anchor = one.anchors?.[mark];
        return (
          <li key={mark}>
            <strong className="anchor-mark">{mark}</strong>
            <div>
              <span className="dim">{format.name(name)}</span>
              {anchor === undefined ? null : <p>{format.name(anchor)}</p>}
            </div>
          </li>
        );
      })}
    </ol>
  );
}

/** The competencies that work is marked by, each opening to its five anchors. */
export function CriteriaList({ framework, ids }: { framework: Framework; ids: readonly string[] }) {
  const { t } = useTranslation("assignments");
  const format = useFormat();
  return (
    <Card title={t("criteria.title")} note={t("criteria.note")}>
      <div className="criteria-list">
        {criteriaOf(framework, ids).map((one, at) => (
          <details key={one.id} open={at === 0}>
            <summary>
              {one.id} {format.name(one.name)}
            </summary>
            <Anchors framework={framework} one={one} />
          </details>
        ))}
      </div>
    </Card>
  );
}
