import { gateScoreMin } from "@echelon/kernel/planning/demand/gate.ts";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../text/format.ts";
import type { Posting } from "./planning-types.ts";
import type { useRegionNames } from "./region-names.ts";

type Names = ReturnType<typeof useRegionNames>;

const tenths = 10;

/** By what a posting was let in, got its role and its echelon. */
export function PostingWhy({ posting, names }: { posting: Posting; names: Names }) {
  const { t } = useTranslation("demand");
  const format = useFormat();
  const { reasons } = posting;
  const comma = t("comma");
  const shown = ({ word, share }: { word: string; share: number }) =>
    `${word} ${format.number(share, 2)}`;
  const points = (["years", "title", "leading"] as const).map((of) =>
    t(`why.${of}`, { points: format.number(reasons.points[of] / tenths, 1) }),
  );
  return (
    <dl className="planning-why">
      <dt>{t("why.gate")}</dt>
      <dd>
        {t("why.score", { score: reasons.gateScore })}
        {reasons.gateScore === gateScoreMin ? ` ${t("why.barely")}` : ""}
        {reasons.gateWords.length === 0 ? "" : ` ${reasons.gateWords.join(comma)}`}
        {reasons.against === null ? "" : ` ${t("why.against", { word: reasons.against })}`}
      </dd>
      {reasons.roles.map(({ role, score, titles, words }) => (
        <div key={role}>
          <dt>{names.role(role)}</dt>
          <dd>
            {t("why.score", { score: format.number(score, 2) })}
            {titles.length === 0 ? "" : ` ${t("why.titles", { titles: titles.join(comma) })}`}
            {words.length === 0 ? "" : ` ${words.map(shown).join(comma)}`}
          </dd>
        </div>
      ))}
      {posting.isRelevant ? (
        <div>
          <dt>{t("why.echelon")}</dt>
          <dd>{points.join(comma)}</dd>
        </div>
      ) : null}
      {posting.competencies.length === 0 ? null : (
        <div>
          <dt>{t("why.competencies")}</dt>
          <dd>{posting.competencies.join(comma)}</dd>
        </div>
      )}
      <div>
        <dt>{t("why.model")}</dt>
        <dd>{t("why.version", { version: posting.model, cutter: reasons.cutter })}</dd>
      </div>
    </dl>
  );
}
