import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Card } from "../../../../parts/page.tsx";
import { useStorePlace } from "../use-store.ts";

/** After the last day nothing waits; there is only to look back, and to begin anew. */
export function SeasonEnd() {
  const { t } = useTranslation("today");
  const { here } = useStorePlace();
  const ways = [
    { key: "standing", to: `${here}/insight`, search: { tab: "standing" } },
    { key: "money", to: `${here}/money`, search: { span: "all" } },
    { key: "log", to: `${here}/insight`, search: { tab: "log" } },
    { key: "seasons", to: "/seasons", search: {} },
  ];
  return (
    <Card title={t("seasonEnd.title")}>
      <ul className="plain-list">
        {ways.map(({ key, to, search }) => (
          <li key={key}>
            <Link to={to} search={search as never}>
              {t(`seasonEnd.${key}`)}
            </Link>
            <br />
            <span className="soft">{t(`seasonEnd.${key}Text`)}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
