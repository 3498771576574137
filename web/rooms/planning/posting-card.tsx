import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../text/format.ts";
import { PostingWhy } from "./posting-why.tsx";
import type { Posting, Region } from "./planning-types.ts";
import { useRegionNames } from "./region-names.ts";

const wholeBp = 10_000;

/** One posting: what it says, what was made of it, and why. */
export function PostingCard({
  posting,
  region,
  children,
}: {
  posting: Posting;
  region: Region;
  children?: ReactNode;
}) {
  const { t } = useTranslation("demand");
  const format = useFormat();
  const names = useRegionNames(region);
  const { role, echelon, isRelevant, groupSize } = posting;
  const facts = [
    posting.city,
    posting.salary,
    t("posting.openings", { count: posting.openings }),
    posting.postedOn === null ? "" : format.date(posting.postedOn),
  ].filter((fact) => fact !== "");
  return (
    <li>
      <div className="planning-line">
        <h3>{posting.title}</h3>
        <span className={isRelevant ? "badge badge-good" : "badge"}>
          {isRelevant
            ? [names.role(role), names.echelon(echelon)].join(" · ")
            : t("posting.irrelevant")}
        </span>
        {posting.isQueued ? (
          <span className="badge badge-warn">{t("posting.uncertain")}</span>
        ) : null}
        {posting.label === null ? null : (
          <span className="badge badge-accent">{t("posting.labeled")}</span>
        )}
      </div>
      <div className="soft">{facts.join(" · ")}</div>
      {groupSize > 1 ? (
        <div className="soft">{t("posting.doubles", { count: groupSize })}</div>
      ) : null}
      {posting.flags.length === 0 ? null : (
        <div className="soft">{posting.flags.map((flag) => t(`flags.${flag}`)).join(" · ")}</div>
      )}
      {children}
      <details>
        <summary>
          {t("posting.why", {
            confidence: format.percent(posting.confidence * wholeBp, 0),
          })}
        </summary>
        <p className="planning-excerpt">{posting.excerpt}</p>
        <PostingWhy posting={posting} names={names} />
      </details>
    </li>
  );
}
