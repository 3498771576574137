import "./assessment.css";
import "./overlays.css";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Answer } from "../../api/client.ts";
import { useAnswer } from "../../api/query.ts";
import { Notice } from "../../parts/notice.tsx";
import { Card, Empty, Loaded, PageHead } from "../../parts/page.tsx";
import { useFormat } from "../../text/format.ts";
import { ForeignTake } from "./foreign-take.tsx";

type All = Answer<"GET /assessment/foreign-frameworks">;

function List({ all }: { all: All }) {
  const { t } = useTranslation("foreign");
  const format = useFormat();
  const [isTaken, setTaken] = useState(false);
  return (
    <div className="grid">
      {all.frameworks.length === 0 ? (
        <Card>
          <Empty title={t("none.title")} text={t("none.text")} />
        </Card>
      ) : (
        <Card>
          <ul className="plain-list framework-mappings">
            {all.frameworks.map((one) => (
              <li key={one.id}>
                <Link to={`/framework/foreign/${one.id}`} className="framework-name">
                  {one.title}
                </Link>
                <p className="soft">
                  {[
                    one.creator,
                    one.language,
                    t("items", { count: one.items }),
                    t("mapped", { count: one.mapped }),
                    one.school === null ? t("everybody") : format.name(one.school),
                  ]
                    .filter((word) => word !== null && word !== "")
                    .join(" · ")}
                </p>
              </li>
            ))}
          </ul>
        </Card>
      )}
      {all.mayTakeFor.length === 0 ? null : (
        <ForeignTake mayTakeFor={all.mayTakeFor} onTaken={() => setTaken(true)} />
      )}
      {isTaken ? <Notice onClose={() => setTaken(false)}>{t("take.kept")}</Notice> : null}
    </div>
  );
}

/** Frameworks of others, beside ours: taken in, browsed, mapped, never edited. */
export default function ForeignsRoom() {
  const { t } = useTranslation(["foreign", "framework"]);
  const frameworks = useAnswer("GET /assessment/foreign-frameworks", {});
  return (
    <>
      <p className="framework-back">
        <Link to="/framework">{t("back", { ns: "framework" })}</Link>
      </p>
      <PageHead title={t("heading")} text={t("text")} />
      <Loaded of={frameworks}>{(all) => <List all={all} />}</Loaded>
    </>
  );
}
