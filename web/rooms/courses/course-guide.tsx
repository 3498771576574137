import { useTranslation } from "react-i18next";
import { useAnswer } from "../../api/query.ts";
import { Card, Loaded } from "../../parts/page.tsx";
import { useFormat } from "../../text/format.ts";
import { Blocks } from "./blocks.tsx";

/** How the course is taught, for who teaches it. */
export function CourseGuide({ course }: { course: string }) {
  const { t } = useTranslation("courses");
  const { language } = useFormat();
  const guide = useAnswer("GET /courses/:course/guide", { where: { course } });
  return (
    <Card label={t("tabs.guide")}>
      <Loaded of={guide}>
        {(of) => (
          <Blocks of={of[language]} course={course} language={language} sources={of.sources} />
        )}
      </Loaded>
    </Card>
  );
}
