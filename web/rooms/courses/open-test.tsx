import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useAnswer } from "../../api/query.ts";
import { Card } from "../../parts/page.tsx";

/** A test before or after the course that a student can sit now: before anything else. */
export function OpenTest({ inClass, course }: { inClass: string; course: string }) {
  const { t } = useTranslation("courses");
  const exams = useAnswer("GET /assessment/exams", {});
  const open = exams.data?.find(
    ({ class: of, measures, state }) =>
      of === inClass && measures?.course === course && (state === "ready" || state === "writing"),
  );
  const moment = open?.measures?.moment;
  if (open === undefined || moment === undefined) return null;
  return (
    <Card title={t(`test.${moment}`)}>
      <div className="row row-wrap">
        <span>{t("test.text", { count: open.minutes })}</span>
        <span className="push" />
        <Button component={Link} to={`/my-exams/${open.id}`}>
          {t("test.go")}
        </Button>
      </div>
    </Card>
  );
}
