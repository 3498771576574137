import { useTranslation } from "react-i18next";
import type { Code } from "./class-data.ts";
import { isOfThisComputer, joinAddress } from "./join-code.ts";

const command = "ECHELON_HOST=0.0.0.0 npm start";

/** Who reaches a code's address: nobody else, or a class by one of several addresses. */
export function Reach({ of: { url, otherUrls } }: { of: Code }) {
  const { t } = useTranslation("teaching");
  if (isOfThisComputer(url))
    return (
      <div className="hint reach reach-none" role="note">
        <strong>{t("reach.none")}</strong>
        <span>
          {t("reach.how")} <code>{command}</code>
        </span>
      </div>
    );
  if (otherUrls.length === 0) return null;
  return (
    <p className="soft reach">
      {t("reach.others")}{" "}
      {otherUrls.map((other) => (
        <span key={other} className="mono">
          {joinAddress(other)}
        </span>
      ))}
    </p>
  );
}
