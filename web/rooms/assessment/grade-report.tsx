import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { fileName, useDownload } from "../../parts/download.ts";
import { Problem } from "../../parts/page.tsx";
import type { Language } from "../../text/text.ts";

/** One student's report as a PDF. */
export function GradeReport({
  of,
  person,
  name,
}: {
  /** The class. */
  of: string;
  person: string;
  /** By which the file is told from others. */
  name: string;
}) {
  const { t, i18n } = useTranslation("grades");
  const report = useDownload("GET /assessment/classes/:class/gradebook/people/:person/report");
  const save = () =>
    report.save(
      { where: { class: of, person }, asks: { language: i18n.language as Language } },
      `${fileName(name, t("enter.reportFile"))}.pdf`,
    );
  return (
    <>
      <Button variant="default" loading={report.isPending} onClick={save}>
        {t("enter.report")}
      </Button>
      {report.error === null ? null : <Problem error={report.error} />}
    </>
  );
}
