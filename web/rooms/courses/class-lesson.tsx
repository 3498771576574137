import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useAnswer } from "../../api/query.ts";
import { usePlace } from "../../frame/room.ts";
import { LessonPage } from "./lesson-page.tsx";

/** A lesson as the class reads it, for who leads it. */
export default function ClassLesson() {
  const { t } = useTranslation("courses");
  const [of, course, lesson] = [usePlace("class"), usePlace("course"), usePlace("lesson")];
  const home = `/classes/${of}/courses/${course}`;
  const found = useAnswer("GET /courses/:course", { where: { course }, asks: { class: of } });
  const acts =
    found.data?.class?.mayArrange === true ? (
      <Button component={Link} to={`${home}/${lesson}/edit`} variant="default">
        {t("arrange.edit")}
      </Button>
    ) : null;
  return <LessonPage of={of} course={course} lesson={lesson} home={home} acts={acts} />;
}
