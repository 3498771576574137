import { useTranslation } from "react-i18next";
import { Card, Empty } from "../../../../parts/page.tsx";
import { useFormat } from "../../../../text/format.ts";
import { PanelForm } from "./panel-form.tsx";
import { PanelItem } from "./panel-item.tsx";
import type { Research } from "./research-answer.ts";

/** Questions to so many people of a market, and what they answered. */
export function Panels({ research }: { research: Research }) {
  const { t } = useTranslation("research");
  const format = useFormat();
  const { rows, hundredMinor } = research.panels;
  const fee = format.money(hundredMinor, research.currency);
  return (
    <Card title={t("panels.title")} note={t("panels.note")} flush>
      <div className="card-body grid">
        <p className="soft research-text">{t("panels.text", { fee })}</p>
        <PanelForm research={research} />
      </div>
      {rows.length === 0 ? (
        <Empty title={t("panels.none")} text={t("panels.noneText")} />
      ) : (
        <>
          <ul className="research-list">
            {rows.map((one) => (
              <PanelItem key={`${one.day}/${one.number}`} asked={one} />
            ))}
          </ul>
          <p className="card-body dim">{t("panels.how")}</p>
        </>
      )}
    </Card>
  );
}
