import "./ratings.css";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useAnswer } from "../../api/query.ts";
import { Card, Empty, Loaded, PageHead } from "../../parts/page.tsx";
import { DueText } from "./due-text.tsx";
import type { Assignment } from "./rating-types.ts";

/** Where one's own work stands, and whether something is to be done. */
function StateBadge({ of }: { of: Assignment }) {
  const { t } = useTranslation("assignments");
  const isIn = of.myWork !== null;
  if (of.state === "open")
    return (
      <span className={`badge ${isIn ? "badge-good" : "badge-warn"}`}>
        {isIn ? t("mineIs.in") : t("mineIs.open")}
      </span>
    );
  if (!isIn) return <span className="badge">{t("mineIs.none")}</span>;
  return of.state === "marking" ? (
    <span className="badge">{t("mineIs.marking")}</span>
  ) : (
    <span className="badge badge-accent">{t("mineIs.published")}</span>
  );
}

function OfClass({ of, name }: { of: string; name: string }) {
  const { t } = useTranslation("assignments");
  const assignments = useAnswer("GET /assessment/classes/:class/assignments", {
    where: { class: of },
  });
  return (
    <Card title={name} flush>
      <Loaded of={assignments} rows={2}>
        {(list) =>
          list.length === 0 ? (
            <Empty title={t("noneMine.title")} text={t("noneMine.text")} />
          ) : (
            <ul className="plain-list review-list">
              {list.map((one) => (
                <li key={one.id}>
                  <Link to={`/assignments/${of}/${one.id}`} className="review-item">
                    <strong>{one.title}</strong>
                    <StateBadge of={one} />
                    <span className="soft">
                      <DueText of={one} />
                    </span>
                  </Link>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </Card>
  );
}

/** All that is asked of a student, a class at a time. */
export default function MyAssignments() {
  const { t } = useTranslation("assignments");
  const classes = useAnswer("GET /classes", {});
  return (
    <>
      <PageHead title={t("mine")} text={t("mineText")} />
      <Loaded of={classes}>
        {(list) => {
          const mine = list.filter(({ myRole }) => myRole === "student");
          if (mine.length === 0)
            return (
              <Card label={t("mine")}>
                <Empty title={t("noClass.title")} text={t("noClass.text")} />
              </Card>
            );
          return (
            <div className="grid">
              {mine.map(({ id, name }) => (
                <OfClass key={id} of={id} name={name} />
              ))}
            </div>
          );
        }}
      </Loaded>
    </>
  );
}
