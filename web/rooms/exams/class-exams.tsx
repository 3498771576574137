import "../assessment/ratings.css";
import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Answer } from "../../api/client.ts";
import { useAnswer } from "../../api/query.ts";
import { Card, Empty, Loaded } from "../../parts/page.tsx";
import { useFormat } from "../../text/format.ts";

type Head = Answer<"GET /assessment/classes/:class/exams">[number];

/** Students begin and hand in while a teacher looks. */
const askedAgainMillis = 30_000;

export const stateBadge = {
  draft: "",
  open: "badge-good",
  closed: "badge-warn",
  published: "badge-accent",
} as const;

function Facts({ of, students }: { of: Head; students: number }) {
  const { t } = useTranslation("exams");
  const format = useFormat();
  const facts = [
    t(`kinds.${of.kind}`),
    of.kind === "theory"
      ? t("questions", { count: of.questions })
      : t("units", { count: of.questions }),
    t("points", { count: of.points }),
    t("minutes", { count: of.minutes }),
    of.opensAt === null ? "" : t("opens", { time: format.dateTime(of.opensAt) }),
    of.closesAt === null ? "" : t("closes", { time: format.dateTime(of.closesAt) }),
    of.state === "draft"
      ? ""
      : t("begun", { count: of.begun, of: Math.max(students, of.begun), done: of.done }),
  ];
  return <>{facts.filter(Boolean).join(" · ")}</>;
}

/** The exams of a class, and the way to the banks that they draw on. */
export default function ClassExams({
  of,
  students,
  mayTeach,
}: {
  of: string;
  students: number;
  mayTeach: boolean;
}) {
  const { t } = useTranslation("exams");
  const exams = useAnswer(
    "GET /assessment/classes/:class/exams",
    { where: { class: of } },
    { pollMillis: askedAgainMillis },
  );
  const acts = (isFirst: boolean) =>
    mayTeach ? (
      <>
        <Button component={Link} to="/banks" variant="default">
          {t("toBanks")}
        </Button>
        <Button
          component={Link}
          to={`/classes/${of}/new-exam`}
          variant={isFirst ? "filled" : "default"}
        >
          {t("new")}
        </Button>
      </>
    ) : null;
  return (
    <Loaded of={exams}>
      {(list) =>
        list.length === 0 ? (
          <Card label={t("title")}>
            <Empty title={t("none.title")} text={t("none.text")}>
              <div className="row">{acts(true)}</div>
            </Empty>
          </Card>
        ) : (
          <div className="grid">
            <div className="row row-wrap">
              <p className="soft">{t("about")}</p>
              <span className="push" />
              {acts(false)}
            </div>
            <Card label={t("title")} flush>
              <ul className="plain-list review-list">
                {list.map((one) => (
                  <li key={one.id}>
                    <Link to={`/exams/${one.id}`} className="review-item">
                      <strong>{one.name}</strong>
                      <span className={`badge ${stateBadge[one.state]}`}>
                        {t(`states.${one.state}`)}
                      </span>
                      <span className="soft">
                        <Facts of={one} students={students} />
                      </span>
                    </Link>
                  </li>
                ))}
              </ul>
            </Card>
          </div>
        )
      }
    </Loaded>
  );
}
