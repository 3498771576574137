import { useTranslation } from "react-i18next";
import { useAnswer } from "../../api/query.ts";
import { Card } from "../../parts/page.tsx";
import { OwnRating } from "./own-rating.tsx";

/** Of the newest published assignment of a class that one has marked in. */
function OfClass({ of, name }: { of: string; name: string }) {
  const { t } = useTranslation("review");
  const assignments = useAnswer("GET /assessment/classes/:class/assignments", {
    where: { class: of },
  });
  const rated = assignments.data?.find(({ myRating }) => myRating !== null);
  if (rated === undefined || rated.myRating === null) return null;
  return (
    <Card title={t("own.title")} note={`${name} · ${rated.title}`}>
      <OwnRating of={rated.myRating} />
    </Card>
  );
}

/** How one marks compared with others, a class at a time; nothing where nothing is published. */
export function OwnRatings() {
  const classes = useAnswer("GET /classes", {});
  const marked = (classes.data ?? []).filter(
    ({ myRole }) => myRole === "mentor" || myRole === "teacher",
  );
  return (
    <>
      {marked.map(({ id, name }) => (
        <OfClass key={id} of={id} name={name} />
      ))}
    </>
  );
}
