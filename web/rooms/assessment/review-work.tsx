import "./assessment.css";
import "./ratings.css";
import { Button } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api } from "../../api/client.ts";
import { useAnswer } from "../../api/query.ts";
import { usePlace } from "../../frame/room.ts";
import { Notice } from "../../parts/notice.tsx";
import { Card, Loaded, PageHead } from "../../parts/page.tsx";
import type { Framework } from "./framework-map.ts";
import { GivenMarks } from "./given-marks.tsx";
import { MarkForm } from "./mark-form.tsx";
import { OwnConflict } from "./own-conflict.tsx";
import type { RatedWork } from "./rating-types.ts";

const queueDoes = "GET /assessment/queue";

/** What was asked and what came of it. */
function Work({ of }: { of: RatedWork }) {
  const { t } = useTranslation("review");
  return (
    <Card title={t("work")} note={t("length", { count: of.text.length })}>
      <details className="work-brief">
        <summary>{t("brief")}</summary>
        <p className="work-text soft">{of.brief}</p>
      </details>
      <p className="work-text">{of.text}</p>
    </Card>
  );
}

/** The next work at once: who has fifteen minutes does not look for it. */
function useGoOn(work: string) {
  const client = useQueryClient();
  const navigate = useNavigate();
  return async () => {
    // Asked here and now: who came by a link may hand in before any queue has been shown.
    const items = await client
      .fetchQuery({ queryKey: [queueDoes, {}], queryFn: () => api(queueDoes, {}) })
      .catch(() => []);
    const next = items.find((item) => item.state === "to-mark" && item.work !== work);
    await navigate({ to: next === undefined ? "/review" : `/review/${next.work}` });
  };
}

function OneWork({
  framework,
  of,
  onDone,
}: {
  framework: Framework;
  of: RatedWork;
  onDone: (name: string) => void;
}) {
  const { t } = useTranslation("review");
  const goOn = useGoOn(of.work);
  const done = () => {
    onDone(of.name);
    void goOn();
  };
  const hint = of.side === "third" ? t("thirdText") : t("blindText");
  return (
    <>
      <PageHead title={of.name} text={of.title}>
        <Button component={Link} to="/review" variant="default">
          {t("toQueue")}
        </Button>
        {of.isDone ? null : <OwnConflict of={of} onGone={() => void goOn()} />}
      </PageHead>
      {of.isDone ? null : <p className="hint review-hint">{hint}</p>}
      <div className="review-desk">
        <Work of={of} />
        {of.isDone ? (
          <GivenMarks framework={framework} of={of} />
        ) : (
          <MarkForm framework={framework} of={of} onDone={done} />
        )}
      </div>
    </>
  );
}

/** One work to mark: read it, tap what fits, hand in, and the next one is there. */
export default function ReviewWork() {
  const { t } = useTranslation("review");
  const work = usePlace("work");
  const [last, setLast] = useState<string | null>(null);
  const framework = useAnswer("GET /framework", {});
  const rated = useAnswer("GET /assessment/works/:work", { where: { work } });
  const isLost = rated.data === undefined && rated.error !== null;
  return (
    <>
      {isLost ? (
        <PageHead title={t("title")}>
          <Button component={Link} to="/review" variant="default">
            {t("toQueue")}
          </Button>
        </PageHead>
      ) : null}
      <Loaded of={framework}>
        {(all) => (
          <Loaded of={rated}>
            {(of) => <OneWork key={work} framework={all} of={of} onDone={setLast} />}
          </Loaded>
        )}
      </Loaded>
      {last === null ? null : (
        <Notice onClose={() => setLast(null)}>{t("handedIn", { name: last })}</Notice>
      )}
    </>
  );
}
