import "./assessment.css";
import "./ratings.css";
import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useAnswer } from "../../api/query.ts";
import { Card, Empty, Loaded, PageHead } from "../../parts/page.tsx";
import { ToConfirm } from "../exams/to-confirm.tsx";
import ToSign from "../credentials/to-sign.tsx";
import { AppealsToAnswer } from "./appeals-to-answer.tsx";
import { OwnRatings } from "./own-ratings.tsx";
import type { QueueItem } from "./rating-types.ts";
import { reviewMinutes } from "./review-rules.ts";

/** New work comes while somebody looks: a class was closed, or a third rater is needed. */
const askedAgainMillis = 60_000;

function Row({ item }: { item: QueueItem }) {
  const { t } = useTranslation("review");
  const { work, name, title, className, state, side, isAnchor, marked, criteria } = item;
  return (
    <li>
      <Link to={`/review/${work}`} className="review-item">
        <strong>{name}</strong>
        <span className="review-marks">
          {side === "third" ? <span className="badge badge-accent">{t("third")}</span> : null}
          {isAnchor ? <span className="badge">{t("anchor")}</span> : null}
          {state === "to-mark" ? (
            <span className={`badge ${marked > 0 ? "badge-warn" : ""}`}>
              {t("marked", { count: marked, of: criteria })}
            </span>
          ) : null}
        </span>
        <span className="soft">
          {title} · {className}
        </span>
      </Link>
    </li>
  );
}

function Works({
  title,
  note,
  items,
}: {
  title: string;
  note: string;
  items: readonly QueueItem[];
}) {
  if (items.length === 0) return null;
  return (
    <Card title={title} note={note} flush>
      <ul className="plain-list review-list">
        {items.map((item) => (
          <Row key={item.work} item={item} />
        ))}
      </ul>
    </Card>
  );
}

function NothingToMark({ isNew }: { isNew: boolean }) {
  const { t } = useTranslation("review");
  const said = isNew ? "never" : "done";
  return (
    <Card label={t("toMark")}>
      <Empty title={t(`empty.${said}.title`)} text={t(`empty.${said}.text`)}>
        <Button component={Link} to="/framework" variant="default">
          {t("toFramework")}
        </Button>
      </Empty>
    </Card>
  );
}

function Queue({ items }: { items: readonly QueueItem[] }) {
  const { t } = useTranslation("review");
  const of = (state: QueueItem["state"]) => items.filter((item) => item.state === state);
  const [toMark, waiting, complete] = [of("to-mark"), of("waiting"), of("complete")];
  return (
    <div className="grid">
      <ToConfirm />
      <ToSign />
      <AppealsToAnswer />
      {toMark.length === 0 ? <NothingToMark isNew={items.length === 0} /> : null}
      <Works title={t("toMark")} note={t("anchorsFirst")} items={toMark} />
      <Works title={t("waiting")} note={t("waitingNote")} items={waiting} />
      <Works title={t("complete")} note={t("completeNote")} items={complete} />
      <OwnRatings />
    </div>
  );
}

/** A rater's queue: how much there is, about how long it takes, and the first work one tap away. */
export default function Review() {
  const { t } = useTranslation("review");
  const queue = useAnswer("GET /assessment/queue", {}, { pollMillis: askedAgainMillis });
  const toMark = queue.data?.filter(({ state }) => state === "to-mark") ?? [];
  const [first] = toMark;
  const count = toMark.length;
  return (
    <>
      <PageHead
        title={t("title")}
        text={
          first === undefined ? undefined : t("howMuch", { count, minutes: reviewMinutes(count) })
        }
      >
        {first === undefined ? null : (
          <Button component={Link} to={`/review/${first.work}`} size="md">
            {t("start")}
          </Button>
        )}
      </PageHead>
      <Loaded of={queue}>{(items) => <Queue items={items} />}</Loaded>
    </>
  );
}
