import { useTranslation } from "react-i18next";
import { useFormat } from "../../text/format.ts";
import type { Assignment } from "./rating-types.ts";
import { evenness, severityInMarks, strictness } from "./review-rules.ts";

type Rating = NonNullable<Assignment["myRating"]>;

/** What one's own marks are like, said in words first; nobody else is told. */
export function OwnRating({ of }: { of: Rating }) {
  const { t } = useTranslation("review");
  const format = useFormat();
  const by = format.number(Math.abs(severityInMarks(of.severity)), 1);
  return (
    <div className="own-rating">
      <p>
        {t(`own.${strictness(of)}`, { by })} {t(`own.infit.${evenness(of)}`)}
      </p>
      <p className="soft">{t("own.private")}</p>
      <details>
        <summary>{t("own.why")}</summary>
        <p className="soft">
          {t("own.figures", {
            marks: of.marks,
            severity: format.number(of.severity, 2),
            error: format.number(of.severityError, 2),
            infit: format.number(of.infit, 2),
            spread: format.number(of.spread, 2),
          })}
        </p>
      </details>
    </div>
  );
}
