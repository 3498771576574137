import { useTranslation } from "react-i18next";
import { useAnswer } from "../../api/query.ts";
import { Card, Empty, Loaded } from "../../parts/page.tsx";
import { useFormat } from "../../text/format.ts";
import type { Exam, Results } from "./exam-types.ts";

type Item = Results["items"][number];

/** With fewer people nothing is said of what a question tells. */
const peopleMin = 30;

function Options({ of }: { of: Item }) {
  const { t } = useTranslation("exams");
  const format = useFormat();
  return (
    <ul className="plain-list item-options">
      {of.options.map((option, at) => {
        const share = of.people === 0 ? 0 : (100 * option.chosen) / of.people;
        return (
          <li key={at} className="share-row">
            <span className={option.isRight ? "good" : ""}>
              {option.text}{" "}
              {option.isRight ? <span className="dim">({t("items.right")})</span> : null}
            </span>
            <meter min={0} max={100} value={share} aria-label={option.text} />
            <span className="share-note">
              {t("items.chosen", { count: option.chosen, percent: format.number(share) })}
            </span>
          </li>
        );
      })}
    </ul>
  );
}

function OneItem({ of, at }: { of: Item; at: number }) {
  const { t } = useTranslation("exams");
  const format = useFormat();
  const facility = of.facility === null ? "–" : `${format.number(100 * of.facility)} %`;
  return (
    <li className="result-question">
      <h3>
        {at} <span className="badge">{t(`types.${of.type}`)}</span>{" "}
        {of.flags.map((flag) => (
          <span key={flag} className="badge badge-warn">
            {t(`flags.${flag}`)}
          </span>
        ))}
      </h3>
      <p>{of.asks}</p>
      <p className="soft">
        {[
          t("items.people", { count: of.people }),
          t("items.facility", { share: facility }),
          of.discrimination === null
            ? t("items.tooFew", { min: peopleMin })
            : t("items.discrimination", { value: format.number(of.discrimination, 2) }),
          of.topics.join(" "),
        ]
          .filter(Boolean)
          .join(" · ")}
      </p>
      {of.options.length === 0 ? null : <Options of={of} />}
    </li>
  );
}

/** How the questions did: those to look at first. */
export function Items({ of }: { of: Exam }) {
  const { t } = useTranslation("exams");
  const results = useAnswer("GET /assessment/exams/:exam/results", { where: { exam: of.id } });
  return (
    <Loaded of={results}>
      {({ items }) => {
        if (items.length === 0)
          return (
            <Card label={t("tabs.items")}>
              <Empty title={t("items.none.title")} text={t("items.none.text")} />
            </Card>
          );
        const sorted = items.toSorted((a, b) => b.flags.length - a.flags.length);
        return (
          <Card title={t("tabs.items")} note={t("items.note")}>
            <p className="soft">{t("items.about")}</p>
            <ol className="plain-list result-list">
              {sorted.map((one, at) => (
                <OneItem key={one.question} of={one} at={at + 1} />
              ))}
            </ol>
          </Card>
        );
      }}
    </Loaded>
  );
}
