import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Card } from "../../parts/page.tsx";
import { useFormat } from "../../text/format.ts";
import { BandCounts } from "./band-mark.tsx";
import type { Framework } from "./framework-map.ts";
import { RuleText } from "./rule-text.tsx";
import { type ClassStandings, gapsOf, isPracticed } from "./standing.ts";

const shownMax = 5;

/** The competencies of the core in which fewest of the class stand, and what would show them. */
export function ClassGaps({
  framework,
  standings,
}: {
  framework: Framework;
  standings: ClassStandings;
}) {
  const { t } = useTranslation("evidence");
  const format = useFormat();
  const known = new Map(framework.competencies.map((one) => [one.id, one]));
  const gaps = gapsOf(standings).flatMap(({ competency, counts }) => {
    const one = known.get(competency);
    return one === undefined || !isPracticed(one) ? [] : { one, counts };
  });
  if (standings.students.length === 0) return null;
  return (
    <Card title={t("gaps.title")} note={t("gaps.note")}>
      <ol className="plain-list next-list gaps">
        {gaps.slice(0, shownMax).map(({ one, counts }) => (
          <li key={one.id}>
            <Link to={`/framework/${one.id}`} className="standing-name">
              <span className="mono">{one.id}</span> {format.name(one.name)}
            </Link>
            <BandCounts counts={counts} label={t("countsOf", { role: format.name(one.name) })} />
            <p className="soft framework-rule gap-rule">
              <RuleText rule={one.rule} />
            </p>
          </li>
        ))}
      </ol>
      <p className="soft">{t("gaps.unpracticed")}</p>
    </Card>
  );
}
