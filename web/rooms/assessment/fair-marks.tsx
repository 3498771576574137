import { useTranslation } from "react-i18next";
import { Card } from "../../parts/page.tsx";
import { useFormat } from "../../text/format.ts";
import type { Framework } from "./framework-map.ts";
import { type Assignment, criteriaOf } from "./rating-types.ts";
import { nearestMark } from "./review-rules.ts";

/** What a work was given: the fair mark, the words that describe it, and the raters' notes. */
export function FairMarks({ framework, of }: { framework: Framework; of: Assignment }) {
  const { t } = useTranslation("assignments");
  const format = useFormat();
  const marks = criteriaOf(framework, of.competencies).flatMap((one) =>
    of.myMarks
      .filter(({ competency }) => competency === one.id)
      .map(({ fair, notes }) => ({ one, fair, notes, nearest: nearestMark(fair) })),
  );
  return (
    <Card title={t("marks.title")}>
      <p className="soft">{t("marks.text")}</p>
      <ul className="plain-list fair-list">
        {marks.map(({ one, fair, notes, nearest }) => {
          const anchor = one.anchors?.[nearest];
          const name = framework.marks[nearest];
          return (
            <li key={one.id}>
              <h3>
                {one.id} {format.name(one.name)}
              </h3>
              <p>
                <strong className="fair-mark">{format.number(fair, 1)}</strong>{" "}
                <span className="soft">{t("marks.of")}</span>{" "}
                {name === undefined ? null : <span className="badge">{format.name(name)}</span>}
              </p>
              {anchor === undefined ? null : <p>{format.name(anchor)}</p>}
              {notes.map((note, at) => (
                <blockquote key={at} className="rater-note">
                  {note}
                </blockquote>
              ))}
            </li>
          );
        })}
      </ul>
      {marks.length < of.competencies.length ? (
        <p className="soft">{t("marks.withdrawn")}</p>
      ) : null}
    </Card>
  );
}
