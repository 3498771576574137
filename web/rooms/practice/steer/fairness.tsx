import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useSeason } from "../../../frame/season-context.tsx";
import { fileName, useDownload } from "../../../parts/download.ts";
import { Card, Problem } from "../../../parts/page.tsx";
import { ReasonButton } from "../../../parts/reason-button.tsx";
import { useFormat } from "../../../text/format.ts";

/** What was fixed before the first day, and the file that derives the season again. */
export default function Fairness() {
  const { t, i18n } = useTranslation(["debrief", "steer"]);
  const format = useFormat();
  const season = useSeason();
  const log = useDownload("GET /practice/seasons/:season/season.json");
  const grades = useDownload("GET /practice/seasons/:season/gradebook");
  const where = { season: season.id };
  const language = i18n.language === "zh" ? ("zh" as const) : ("en" as const);
  const saveGrades = () =>
    grades.save(
      { where, asks: { language } },
      `${fileName(season.className, season.name, t("debrief.gradebookFile"))}.xlsx`,
    );
  const facts = [
    ["rules", format.date(season.rulesDate)],
    ["world", season.worldHash],
    ["seed", season.seedCommitment],
    ["branch", format.number(season.branch)],
  ] as const;
  return (
    <div className="grid-2-1">
      <Card title={t("fairness.title")}>
        <dl className="facts-list">
          {facts.map(([key, text]) => (
            <div key={key}>
              <dt>{t(`fairness.${key}`)}</dt>
              <dd className={text.length > 20 ? "mono address" : ""}>{text}</dd>
              <dd className="soft">{t(`fairness.${key}Text`)}</dd>
            </div>
          ))}
        </dl>
      </Card>
      <Card title={t("fairness.export")}>
        <div className="form">
          <p className="soft">{t("fairness.exportText")}</p>
          <div>
            <ReasonButton
              variant="default"
              loading={log.isPending}
              reason={season.maySteer ? null : t("why.onlyTeacher")}
              onClick={() => log.save({ where }, `${fileName(season.name)}.json`)}
            >
              {t("fairness.exportLog")}
            </ReasonButton>
          </div>
          {log.error === null ? null : <Problem error={log.error} />}
          <p className="soft">{t("fairness.gradesText")}</p>
          <div>
            <Button
              variant="default"
              loading={grades.isPending}
              disabled={season.day === 1}
              onClick={saveGrades}
            >
              {t("debrief.gradebook")}
            </Button>
          </div>
          {season.day === 1 ? <p className="soft">{t("why.noDayYet")}</p> : null}
          {grades.error === null ? null : <Problem error={grades.error} />}
        </div>
      </Card>
    </div>
  );
}
