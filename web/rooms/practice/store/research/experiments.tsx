import { useTranslation } from "react-i18next";
import { Card, Empty } from "../../../../parts/page.tsx";
import { useFormat } from "../../../../text/format.ts";
import { ExperimentForm } from "./experiment-form.tsx";
import { ExperimentItem } from "./experiment-item.tsx";
import type { Research } from "./research-answer.ts";

/** Two arms of a listing shown to like visits: started, watched, and closed with a verdict. */
export function Experiments({ research }: { research: Research }) {
  const { t } = useTranslation("research");
  const format = useFormat();
  const { rows, right, started, listings, daysMost } = research.experiments;
  const fee = format.money(research.experiments.dayFeeMinor, research.currency);
  const note =
    started === 0
      ? t("experiments.note")
      : t("experiments.right", { right: format.number(right), started: format.number(started) });
  return (
    <Card title={t("experiments.title")} note={note} flush>
      <div className="card-body grid">
        <p className="soft research-text">{t("experiments.text", { fee })}</p>
        {listings.length === 0 ? (
          <p className="soft">{t("experiments.nothingListed")}</p>
        ) : daysMost < 3 ? (
          <p className="soft">{t("experiments.tooLate")}</p>
        ) : (
          <ExperimentForm research={research} />
        )}
      </div>
      {rows.length === 0 ? (
        <Empty title={t("experiments.none")} text={t("experiments.noneText")} />
      ) : (
        <>
          <ul className="research-list">
            {rows.map((one) => (
              <ExperimentItem key={one.number} experiment={one} />
            ))}
          </ul>
          <p className="card-body dim">{t("experiments.how")}</p>
        </>
      )}
    </Card>
  );
}
