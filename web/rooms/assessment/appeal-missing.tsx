import { useTranslation } from "react-i18next";
import { useAnswer } from "../../api/query.ts";
import { useFormat } from "../../text/format.ts";
import type { AppealFile } from "./appeal-types.ts";
import { isKnownExtra } from "./certificate.ts";

type Decided = AppealFile["decision"];
type Missing = Decided["missing"][number];

/** One thing that was missing when it was decided. */
function Line({ of }: { of: Missing }) {
  const { t } = useTranslation(["certificate", "appeals"]);
  const format = useFormat();
  const framework = useAnswer("GET /framework", {});
  const roleOf = (id: string) => {
    const known = framework.data?.roles.find((one) => one.id === id);
    return known === undefined ? id : format.name(known.name);
  };
  switch (of.kind) {
    case "core":
    case "weight":
      return t(of.kind, { role: roleOf(of.role), have: of.have, need: of.need });
    case "floor":
      return t("file.floor", { role: roleOf(of.role), count: of.under.length, ns: "appeals" });
    case "electives":
    case "roles":
      return t(of.kind, { have: of.have, need: of.need });
    case "practice-hours":
      return t("hours", { have: of.have, need: of.need });
    case "extra":
      return isKnownExtra(of.id) ? t(`extras.${of.id}`, { need: of.need }) : of.id;
  }
}

/** What was missing, as it was written with the decision. */
export function AppealMissing({ of }: { of: Decided }) {
  const { t } = useTranslation("appeals");
  if (of.missing.length === 0) return <p>{t("file.nothingMissing")}</p>;
  return (
    <div>
      <h3>{t("file.missing")}</h3>
      <ul className="plain-list certificate-list">
        {of.missing.map((one) => (
          <li key={"role" in one ? `${one.kind} ${one.role}` : "id" in one ? one.id : one.kind}>
            <Line of={one} />
          </li>
        ))}
      </ul>
    </div>
  );
}
