import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../text/format.ts";
import {
  type Certificate,
  isKnownExtra,
  type Missing,
  partOf,
  reasonsOf,
  type ShortCompetency,
} from "./certificate.ts";
import type { Framework } from "./framework-map.ts";
import { MissingText } from "./missing-text.tsx";
import { isPracticed, type Standing } from "./standing.ts";

/** What the lines of a checklist are told with. */
export interface Told {
  readonly framework: Framework;
  readonly rule: Certificate["rule"];
  readonly standings: readonly Standing[];
  readonly addressOf: (competency: string) => string;
}

/** A competency by its name: the way to its evidence. */
function Named({ id, told, children }: { id: string; told: Told; children?: ReactNode }) {
  const format = useFormat();
  const one = told.framework.competencies.find((each) => each.id === id);
  return (
    <li>
      <Link to={told.addressOf(id)} className="standing-name" preload={false}>
        <span className="mono">{id}</span> {one === undefined ? null : format.name(one.name)}
      </Link>
      {children}
    </li>
  );
}

function Short({ short, told }: { short: ShortCompetency; told: Told }) {
  const { t } = useTranslation("certificate");
  const one = told.framework.competencies.find(({ id }) => id === short.competency);
  const standing = told.standings.find(({ competency }) => competency === short.competency);
  const reasons = reasonsOf(short, told.rule, standing).map(({ kind, facts }) =>
    t(`reasons.${kind}`, { ...facts }),
  );
  const isUnseen = standing === undefined && one !== undefined && !isPracticed(one);
  return (
    <Named id={short.competency} told={told}>
      <p className="soft">
        {reasons.join(t("semicolon"))}
        {isUnseen ? (
          <>
            {" · "}
            <MissingText one={one} standing={standing} level="nothing" />
          </>
        ) : null}
      </p>
    </Named>
  );
}

/** A line that opens to the competencies it is about. */
function Opening({ line, children }: { line: ReactNode; children: ReactNode }) {
  return (
    <details>
      <summary>{line}</summary>
      <ul className="plain-list certificate-short">{children}</ul>
    </details>
  );
}

function Line({ of, children }: { of: { have: number; need: number }; children: ReactNode }) {
  return (
    <>
      {children}{" "}
      <span className="meter" aria-hidden="true">
        <i style={{ width: `${partOf(of) * 100}%` }} />
      </span>
    </>
  );
}

function ExtraLine({ id, need }: { id: string; need: number }) {
  const { t } = useTranslation("certificate");
  return (
    <>
      {isKnownExtra(id) ? t(`extras.${id}`, { need }) : <span className="mono">{id}</span>}
      <span className="soft certificate-note">
        {id === "practical-exam" ? t("practicalExam") : t("notHere")}
      </span>
    </>
  );
}

function Item({ one, told }: { one: Missing; told: Told }) {
  const { t } = useTranslation("certificate");
  const format = useFormat();
  const roleOf = (id: string) => {
    const role = told.framework.roles.find((each) => each.id === id);
    return role === undefined ? id : format.name(role.name);
  };
  const shorts = (list: readonly ShortCompetency[]) =>
    list.map((short) => <Short key={short.competency} short={short} told={told} />);
  switch (one.kind) {
    case "core": {
      const { have, need } = one;
      const line = <Line of={one}>{t("core", { role: roleOf(one.role), have, need })}</Line>;
      return <Opening line={line}>{shorts(one.short)}</Opening>;
    }
    case "weight": {
      const { have, need } = one;
      const line = <Line of={one}>{t("weight", { role: roleOf(one.role), have, need })}</Line>;
      return <Opening line={line}>{shorts(one.short)}</Opening>;
    }
    case "floor": {
      const facts = { role: roleOf(one.role), percent: told.rule.floor, count: one.under.length };
      return (
        <Opening line={t("floor", { ...facts })}>
          {one.under.map((id) => (
            <Named key={id} id={id} told={told} />
          ))}
        </Opening>
      );
    }
    case "electives": {
      const { have, need } = one;
      const line = <Line of={one}>{t("electives", { have, need })}</Line>;
      return <Opening line={line}>{shorts(one.short)}</Opening>;
    }
    case "roles":
      return <Line of={one}>{t("roles", { have: one.have, need: one.need })}</Line>;
    case "practice-hours":
      return <Line of={one}>{t("hours", { have: one.have, need: one.need })}</Line>;
    case "extra":
      return <ExtraLine id={one.id} need={one.need} />;
  }
}

const keyOf = (one: Missing): string =>
  "role" in one ? `${one.kind} ${one.role}` : "id" in one ? `${one.kind} ${one.id}` : one.kind;

/** All that is missing, as a checklist; what is about competencies opens to them. */
export function CertificateMissing({ missing, told }: { missing: Missing[]; told: Told }) {
  const { t } = useTranslation("certificate");
  if (missing.length === 0) return null;
  return (
    <div>
      <h3>{t("missing")}</h3>
      <ul className="plain-list certificate-list">
        {missing.map((one) => (
          <li key={keyOf(one)}>
            <Item one={one} told={told} />
          </li>
        ))}
      </ul>
    </div>
  );
}
