import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useAnswer } from "../../api/query.ts";
import { usePlace } from "../../frame/room.ts";
import { DecideContest } from "./decide-contest.tsx";
import { EvidencePage } from "./evidence-page.tsx";

/** A student's evidence as who leads the class reads it; what is objected to may be decided. */
export default function LearnerEvidence() {
  const { t } = useTranslation("evidence");
  const of = usePlace("class");
  const view = useAnswer("GET /classes/:class", { where: { class: of } });
  const mayDecide = view.data?.mayTeach ?? false;
  return (
    <EvidencePage
      person={usePlace("person")}
      competency={usePlace("competency")}
      back={
        <Button
          component={Link}
          to={`/classes/${of}/people`}
          search={{ tab: "competencies" } as never}
          variant="default"
        >
          {t("toClass")}
        </Button>
      }
      actsOf={() =>
        ({ contest }) =>
          mayDecide && contest?.state === "open" ? (
            <DecideContest contest={contest.id} text={contest.text} />
          ) : null
        }
    />
  );
}
