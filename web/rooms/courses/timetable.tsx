import { useTranslation } from "react-i18next";
import { Card } from "../../parts/page.tsx";
import { useFormat } from "../../text/format.ts";
import type { Course } from "./course-types.ts";

/** One way to spread the course over a term. */
export function Timetable({
  of,
  plan,
}: {
  of: Course["timetables"][number];
  plan: Course["plan"];
}) {
  const { t } = useTranslation("courses");
  const format = useFormat();
  const nameOf = (id: string) => {
    const lesson = plan.find((one) => one.id === id);
    return lesson === undefined ? id : format.name(lesson.name);
  };
  return (
    <Card title={t("arrange.hours", { hours: of.hours, weeks: of.weeks.length })} flush>
      <div className="lesson-table progress-table" tabIndex={0} role="group">
        <table>
          <thead>
            <tr>
              <th scope="col">{t("timetable.week")}</th>
              <th scope="col">{t("timetable.hours")}</th>
              <th scope="col">{t("timetable.lessons")}</th>
              <th scope="col">{t("timetable.plan")}</th>
            </tr>
          </thead>
          <tbody>
            {of.weeks.map((week) => (
              <tr key={week.week}>
                <td>{week.week}</td>
                <td>{week.hours}</td>
                <td>{week.lessons.map(nameOf).join("; ")}</td>
                <td>{format.name(week.plan)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Card>
  );
}
