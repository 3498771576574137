import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Answer } from "../../api/client.ts";
import { useAnswer } from "../../api/query.ts";
import { Card, Empty, Loaded } from "../../parts/page.tsx";
import { useFormat } from "../../text/format.ts";
import { DecideContest } from "./decide-contest.tsx";

type Contest = Answer<"GET /assessment/classes/:class/contests">[number];

function Row({ of, contest, mayDecide }: { of: string; contest: Contest; mayDecide: boolean }) {
  const { t } = useTranslation("evidence");
  const format = useFormat();
  const { state, answer } = contest;
  const isOpen = state === "open";
  return (
    <li className={`need ${isOpen ? "need-soon" : ""} objection`}>
      <h3>
        {contest.name} ·{" "}
        <Link to={`/classes/${of}/competencies/${contest.person}/${contest.competency}`}>
          {contest.competency} {format.name(contest.competencyName)}
        </Link>{" "}
        <span className={`badge ${isOpen ? "badge-warn" : ""}`}>{t(`verdicts.${state}`)}</span>
      </h3>
      <p>
        <span className="dim">{format.date(contest.madeAt)}</span> {contest.text}
      </p>
      {answer === "" ? null : (
        <p>
          <strong>{t("answer")}</strong> {answer}
        </p>
      )}
      {isOpen && mayDecide ? <DecideContest contest={contest.id} text={contest.text} /> : null}
    </li>
  );
}

/** What the students of a class say against their evidence, what is open first. */
export function Contests({ of, mayDecide }: { of: string; mayDecide: boolean }) {
  const { t } = useTranslation("evidence");
  const contests = useAnswer("GET /assessment/classes/:class/contests", { where: { class: of } });
  const open = contests.data?.filter(({ state }) => state === "open").length ?? 0;
  return (
    <Card title={t("contests.title")} note={t("contests.open", { count: open })} flush>
      <Loaded of={contests}>
        {(list) =>
          list.length === 0 ? (
            <Empty title={t("contests.none.title")} text={t("contests.none.text")} />
          ) : (
            <ul className="plain-list contests">
              {list.map((contest) => (
                <Row key={contest.id} of={of} contest={contest} mayDecide={mayDecide} />
              ))}
            </ul>
          )
        }
      </Loaded>
    </Card>
  );
}
