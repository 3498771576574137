import "./courses.css";
import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useAnswer } from "../../api/query.ts";
import { Card, Empty, Loaded, PageHead } from "../../parts/page.tsx";
import { useFormat } from "../../text/format.ts";
import { alone, type CourseCard } from "./course-types.ts";

function OneCourse({
  of,
  inClass,
}: {
  of: CourseCard;
  inClass: CourseCard["classes"][number] | null;
}) {
  const { t } = useTranslation("courses");
  const format = useFormat();
  const share = of.lessons === 0 ? 0 : Math.round((100 * of.read) / of.lessons);
  return (
    <Card title={format.name(of.name)} note={inClass?.name ?? t("mine.alone")}>
      <p className="soft">{format.name(of.about)}</p>
      <div className="row row-wrap season-foot">
        <span>{t("mine.read", { read: of.read, lessons: of.lessons })}</span>
        <span className="course-track" aria-hidden="true">
          <i style={{ width: `${share}%` }} />
        </span>
        <span className="push" />
        <Button
          component={Link}
          to={`/learn/${inClass?.id ?? alone}/${of.slug}`}
          variant={inClass === null ? "default" : "filled"}
        >
          {of.read === 0 ? t("mine.begin") : t("mine.goOn")}
        </Button>
      </div>
    </Card>
  );
}

/** The courses of one's classes, and those that anybody may read alone. */
export default function MyCourses() {
  const { t } = useTranslation("courses");
  const courses = useAnswer("GET /courses", {});
  return (
    <>
      <PageHead title={t("mine.title")} text={t("mine.text")} />
      <Loaded of={courses}>
        {(list) => {
          const mine = list.flatMap((of) =>
            of.classes
              .filter(({ role }) => role === "student" || role === "mentor")
              .map((inClass) => ({ of, inClass })),
          );
          const rest = list.filter((of) => !mine.some((one) => one.of === of));
          if (list.length === 0)
            return (
              <Card label={t("mine.title")}>
                <Empty title={t("mine.none.title")} text={t("mine.none.text")} />
              </Card>
            );
          return (
            <div className="grid">
              {mine.map(({ of, inClass }) => (
                <OneCourse key={`${inClass.id} ${of.slug}`} of={of} inClass={inClass} />
              ))}
              {rest.map((of) => (
                <OneCourse key={of.slug} of={of} inClass={null} />
              ))}
            </div>
          );
        }}
      </Loaded>
    </>
  );
}
