import { useTranslation } from "react-i18next";
import { Card } from "../../parts/page.tsx";
import { useFormat } from "../../text/format.ts";
import type { Competency, Framework } from "./framework-map.ts";
import { MappedItems } from "./mapped-items.tsx";

type Mapping = Competency["mappings"][number];

/** Where a mapping comes from, and whether anybody has read it; what nobody has is no fact. */
export function Source({ source, seen, verified }: Pick<Mapping, "source" | "seen" | "verified">) {
  const { t } = useTranslation("framework");
  return (
    <p className="soft">
      {verified ? null : <span className="badge badge-warn">{t("mappings.unverified")}</span>}{" "}
      {source === null ? null : (
        <a href={source} target="_blank" rel="noreferrer" className="address">
          {new URL(source).host}
        </a>
      )}{" "}
      {seen === null ? null : t("mappings.seen", { date: seen })}
    </p>
  );
}

function Row({ framework, mapping }: { framework: Framework; mapping: Mapping }) {
  const { t } = useTranslation("framework");
  const format = useFormat();
  const standard = framework.standards.find(({ id }) => id === mapping.standard);
  const { code, title, relation, weight } = mapping;
  return (
    <li>
      <div>
        <span className="mono">{code}</span> {title === null ? null : format.name(title)}
      </div>
      <div className="soft">
        {standard === undefined ? mapping.standard : format.name(standard.name)}
        {weight === null ? null : ` · ${t("mappings.weight", { weight })}`}
      </div>
      <div className="soft">{t(`relations.${relation}`)}</div>
      <Source {...mapping} />
    </li>
  );
}

/** What others call it, one below the other. */
export function MappingRows({
  framework,
  rows,
}: {
  framework: Framework;
  rows: readonly Mapping[];
}) {
  return (
    <ul className="plain-list framework-mappings">
      {rows.map((mapping) => (
        <Row key={`${mapping.standard} ${mapping.code}`} framework={framework} mapping={mapping} />
      ))}
    </ul>
  );
}

/** What other standards call it, and the occupation of its home role. */
export function Mappings({ framework, one }: { framework: Framework; one: Competency }) {
  const { t } = useTranslation("framework");
  const format = useFormat();
  const home = framework.roles.find(({ id }) => id === one.roles[0]);
  return (
    <Card title={t("mappings.title")} note={t("mappings.reading")}>
      {one.mappings.length === 0 ? (
        <p className="soft">{t("mappings.none")}</p>
      ) : (
        <MappingRows framework={framework} rows={one.mappings} />
      )}
      {home === undefined || home.mappings.length === 0 ? null : (
        <>
          <h3 className="framework-sub">
            {t("mappings.ofRole", { role: format.name(home.name) })}
          </h3>
          <MappingRows framework={framework} rows={home.mappings} />
        </>
      )}
      <MappedItems competency={one.id} />
    </Card>
  );
}
