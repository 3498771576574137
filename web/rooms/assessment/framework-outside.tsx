import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Card } from "../../parts/page.tsx";
import { useFormat } from "../../text/format.ts";
import type { Choice, Framework } from "./framework-map.ts";
import { MappingRows, Source } from "./mappings.tsx";

type Certificate = Framework["certificates"][number];

function CertificateItem({ one, echelon }: { one: Certificate; echelon: string | null }) {
  const format = useFormat();
  const levels = one.levels.filter((level) => echelon === null || level.echelon === echelon);
  return (
    <li>
      <div>
        {one.code === null ? null : <span className="mono">{one.code}</span>}{" "}
        {format.name(one.name)}
      </div>
      {levels.length === 0 ? null : (
        <div className="row row-wrap framework-levels">
          {levels.map(({ name, echelon: id }) => (
            <Link key={name.zh} to="/framework" search={{ echelon: id }} className="badge">
              {format.name(name)} → {id}
            </Link>
          ))}
        </div>
      )}
      {one.note === null ? null : <p className="soft">{format.name(one.note)}</p>}
      <Source {...one} />
    </li>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h3>{title}</h3>
      {children}
    </section>
  );
}

/** The certificates, occupations and majors of others that the chosen part of the map meets. */
export function FrameworkOutside({ framework, choice }: { framework: Framework; choice: Choice }) {
  const { t } = useTranslation("framework");
  const format = useFormat();
  const { role, echelon } = choice;
  const certificates = framework.certificates.filter(
    ({ levels }) => echelon === null || levels.some((level) => level.echelon === echelon),
  );
  const roles = framework.roles.filter(
    ({ id, mappings }) => mappings.length > 0 && (role === null || id === role),
  );
  return (
    <Card title={t("outside.title")} note={t("outside.note")}>
      <div className="framework-areas framework-outside">
        <Part title={t("outside.certificates")}>
          <ul className="plain-list framework-mappings">
            {certificates.map((one) => (
              <CertificateItem key={one.id} one={one} echelon={echelon} />
            ))}
          </ul>
        </Part>
        <Part title={t("outside.occupations")}>
          {roles.length === 0 ? <p className="soft">{t("outside.none")}</p> : null}
          {roles.map(({ id, name, mappings }) => (
            <div key={id}>
              <h4>{format.name(name)}</h4>
              <MappingRows framework={framework} rows={mappings} />
            </div>
          ))}
        </Part>
        <Part title={t("outside.majors")}>
          <ul className="plain-list framework-mappings">
            {framework.majors.map((one) => (
              <li key={one.code}>
                <div>
                  <span className="mono">{one.code}</span> {format.name(one.name)} ·{" "}
                  {format.name(one.level)}
                </div>
                <Source {...one} />
              </li>
            ))}
          </ul>
        </Part>
      </div>
    </Card>
  );
}
