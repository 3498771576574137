import "./assessment.css";
import "./ratings.css";
import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAnswer } from "../../api/query.ts";
import { Card, Empty, Loaded } from "../../parts/page.tsx";
import { AssignmentCard } from "./assignment-card.tsx";
import { AssignmentForm } from "./assignment-form.tsx";
import { Conflicts } from "./conflicts.tsx";

/** Marks come in while a teacher looks. */
const askedAgainMillis = 60_000;

/** Work that is asked of a class: made, closed, marked by two raters each, and made known. */
export default function ClassAssignments({
  of,
  students,
  mayTeach,
}: {
  of: string;
  students: number;
  mayTeach: boolean;
}) {
  const { t } = useTranslation("assignments");
  const [isMaking, setMaking] = useState(false);
  const where = { class: of };
  const framework = useAnswer("GET /framework", {});
  const members = useAnswer("GET /classes/:class/members", { where });
  const assignments = useAnswer(
    "GET /assessment/classes/:class/assignments",
    { where },
    { pollMillis: askedAgainMillis },
  );
  const isEmpty = assignments.data?.length === 0;
  const make = mayTeach ? (
    <Button variant={isEmpty ? "filled" : "default"} onClick={() => setMaking(true)}>
      {t("make.open")}
    </Button>
  ) : null;
  const mentors = members.data?.filter(({ role }) => role === "mentor").length;
  return (
    <Loaded of={framework}>
      {(all) => (
        <Loaded of={assignments}>
          {(list) => (
            <div className="grid">
              {isEmpty ? (
                <Card label={t("title")}>
                  <Empty title={t("none.title")} text={t("none.text")}>
                    {make}
                  </Empty>
                </Card>
              ) : (
                <div className="row row-wrap">
                  <p className="soft assignments-about">{t("about")}</p>
                  <span className="push" />
                  {make}
                </div>
              )}
              {list.map((one) => (
                <AssignmentCard
                  key={one.id}
                  framework={all}
                  of={one}
                  students={students}
                  mentors={mentors}
                  mayTeach={mayTeach}
                />
              ))}
              <Conflicts of={of} members={members.data ?? []} mayTeach={mayTeach} />
              {isMaking ? (
                <AssignmentForm framework={all} of={of} onClose={() => setMaking(false)} />
              ) : null}
            </div>
          )}
        </Loaded>
      )}
    </Loaded>
  );
}
