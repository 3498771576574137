import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useAnswer } from "../../api/query.ts";
import { useMe } from "../../api/session.ts";
import { Card } from "../../parts/page.tsx";

/** Practical exams that wait for a mentor's word; nothing where there are none. */
export function ToConfirm() {
  const { t } = useTranslation("exams");
  const isMentor = useMe().memberships.some(({ role }) => role === "mentor");
  const exams = useAnswer("GET /assessment/exams", {}, { enabled: isMentor });
  const waiting = (exams.data ?? []).filter(
    ({ kind, state }) => kind === "practical" && state === "ready",
  );
  if (!isMentor || waiting.length === 0) return null;
  return (
    <Card title={t("practical.toSign", { count: waiting.length })} flush>
      <ul className="plain-list review-list">
        {waiting.map(({ id, name, className, questions }) => (
          <li key={id}>
            <Link to={`/exams/${id}`} className="review-item">
              <strong>{name}</strong>
              <span className="badge badge-warn">{t("practical.open")}</span>
              <span className="soft">
                {className} · {t("units", { count: questions })}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  );
}
