import "./certificate.css";
import "../credentials/credentials.css";
import { useTranslation } from "react-i18next";
import { useAnswer } from "../../api/query.ts";
import { Card } from "../../parts/page.tsx";
import { AppealList } from "./appeal-list.tsx";

/** Appeals that wait for the reader; nothing where none does. */
export function AppealsToAnswer() {
  const { t } = useTranslation("appeals");
  const all = useAnswer("GET /assessment/appeals", {});
  const waiting = (all.data ?? []).filter(({ may }) => may.includes("answer"));
  if (waiting.length === 0) return null;
  return (
    <Card title={t("hear.title")} flush>
      <AppealList of={waiting} isOwn={false} />
    </Card>
  );
}
