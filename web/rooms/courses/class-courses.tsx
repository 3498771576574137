import "./courses.css";
import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useAnswer } from "../../api/query.ts";
import { Card, Empty, Loaded } from "../../parts/page.tsx";
import { useFormat } from "../../text/format.ts";
import type { CourseCard } from "./course-types.ts";

function OneCourse({ of, inClass }: { of: CourseCard; inClass: string }) {
  const { t } = useTranslation("courses");
  const format = useFormat();
  const isTaken = of.classes.some(({ id }) => id === inClass);
  return (
    <Card title={format.name(of.name)} note={`${of.id} · ${of.version}`}>
      <p className="soft">{format.name(of.about)}</p>
      <div className="row row-wrap season-foot">
        {isTaken ? <span className="badge badge-accent">{t("class.taken")}</span> : null}
        <span className="soft">
          {t("class.size", { lessons: of.lessons, hours: of.hours.join(" / ") })}
        </span>
        <span className="push" />
        <Button
          component={Link}
          to={`/classes/${inClass}/courses/${of.slug}`}
          variant={isTaken ? "filled" : "default"}
        >
          {isTaken ? t("class.open") : t("class.look")}
        </Button>
      </div>
    </Card>
  );
}

/** The courses of a class, and those that it could take. */
export default function ClassCourses({ of }: { of: string }) {
  const { t } = useTranslation("courses");
  const courses = useAnswer("GET /courses", {});
  return (
    <Loaded of={courses}>
      {(list) =>
        list.length === 0 ? (
          <Card label={t("mine.title")}>
            <Empty title={t("mine.none.title")} text={t("mine.none.text")} />
          </Card>
        ) : (
          <div className="grid">
            <p className="soft">{t("class.about")}</p>
            {list
              .toSorted((a, b) => b.classes.length - a.classes.length)
              .map((one) => (
                <OneCourse key={one.slug} of={one} inClass={of} />
              ))}
          </div>
        )
      }
    </Loaded>
  );
}
