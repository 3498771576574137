import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useAnswer } from "../../api/query.ts";
import { useSession } from "../../api/session.ts";

const reading: ReadonlySet<string> = new Set([
  "operator",
  "head",
  "officer",
  "teacher",
  "assistant",
]);

/** What frameworks that were taken in here say of a competency; nothing where none do. */
export function MappedItems({ competency }: { competency: string }) {
  const { t } = useTranslation("framework");
  const me = useSession()?.me ?? null;
  const mapped = useAnswer(
    "GET /assessment/competencies/:competency/foreign-mappings",
    { where: { competency } },
    { enabled: me !== null },
  );
  const rows = mapped.data ?? [];
  if (rows.length === 0) return null;
  const mayOpen = me?.memberships.some(({ role }) => reading.has(role)) ?? false;
  return (
    <>
      <h3 className="framework-sub">{t("mappings.taken")}</h3>
      <ul className="plain-list framework-mappings">
        {rows.map(({ framework, title, item, code, statement, relation, note }) => (
          <li key={`${framework} ${item}`}>
            <div>
              {code === null ? null : <span className="mono">{code}</span>} {statement}
            </div>
            <div className="soft">
              {mayOpen ? <Link to={`/framework/foreign/${framework}`}>{title}</Link> : title}
            </div>
            <div className="soft">{t(`relations.${relation}`)}</div>
            {note === "" ? null : <div className="soft">{note}</div>}
          </li>
        ))}
      </ul>
    </>
  );
}
