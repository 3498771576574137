import "../assessment/ratings.css";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Answer } from "../../api/client.ts";
import { useAnswer } from "../../api/query.ts";
import { Card, Empty, Loaded, PageHead } from "../../parts/page.tsx";
import { useFormat } from "../../text/format.ts";

type Own = Answer<"GET /assessment/exams">[number];

/** An exam may be opened while a student looks. */
const askedAgainMillis = 20_000;

const badgeOf = {
  coming: "",
  ready: "badge-warn",
  writing: "badge-bad",
  in: "badge-good",
  missed: "",
  published: "badge-accent",
} as const;

/** An exam's name; a test that measures a course says so first, as it counts for nothing. */
export function useExamName(): (of: Own) => string {
  const { t } = useTranslation("sitting");
  return ({ measures, name }) =>
    measures === null ? name : `${t(`measures.${measures.moment}`)} · ${name}`;
}

/** How much there is and when, in a line. */
export function ExamFacts({ of }: { of: Own }) {
  const { t } = useTranslation("sitting");
  const format = useFormat();
  const facts = [
    of.className,
    t("minutes", { count: of.minutes }),
    of.kind === "theory"
      ? t("questions", { count: of.questions })
      : t("units", { count: of.questions }),
    t("points", { count: of.points, points: format.number(of.points) }),
    of.state === "coming" && of.opensAt !== null
      ? t("opens", { time: format.dateTime(of.opensAt) })
      : "",
    of.closesAt !== null ? t("closes", { time: format.dateTime(of.closesAt) }) : "",
  ];
  return <>{facts.filter(Boolean).join(" · ")}</>;
}

/** All exams of a student, the newest first. */
export default function MyExams() {
  const { t } = useTranslation("sitting");
  const nameOf = useExamName();
  const exams = useAnswer("GET /assessment/exams", {}, { pollMillis: askedAgainMillis });
  return (
    <>
      <PageHead title={t("mine")} text={t("mineText")} />
      <Loaded of={exams}>
        {(list) => (
          <Card label={t("mine")} flush>
            {list.length === 0 ? (
              <Empty title={t("none.title")} text={t("none.text")} />
            ) : (
              <ul className="plain-list review-list">
                {list.map((one) => (
                  <li key={one.id}>
                    <Link to={`/my-exams/${one.id}`} className="review-item">
                      <strong>{nameOf(one)}</strong>
                      <span className={`badge ${badgeOf[one.state]}`}>
                        {one.reachedPercent === null
                          ? t(`states.${one.state}`)
                          : t("reached", { percent: one.reachedPercent })}
                      </span>
                      <span className="soft">
                        <ExamFacts of={one} />
                      </span>
                    </Link>
                  </li>
                ))}
              </ul>
            )}
          </Card>
        )}
      </Loaded>
    </>
  );
}
