import { Button, MultiSelect, Select } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../text/format.ts";
import type { Framework } from "./framework-map.ts";
import { type Draft, ofCore } from "./overlay-rules.ts";

interface Part {
  readonly name: string;
  readonly framework: Framework;
  readonly draft: Draft;
  readonly onChange: (change: Partial<Draft>) => void;
}

type CoreOf = { readonly role: string; readonly echelon: string };

/** A core by the name of its role. */
function useCoreName(framework: Framework): (core: CoreOf) => string {
  const format = useFormat();
  return ({ role, echelon }) => {
    const of = framework.roles.find(({ id }) => id === role);
    return `${of === undefined ? role : format.name(of.name)} · ${echelon}`;
  };
}

function OneCore({ name, framework, draft, onChange, at }: Part & { at: number }) {
  const { t } = useTranslation("overlays");
  const format = useFormat();
  const nameOf = useCoreName(framework);
  const { cores } = draft;
  const core = cores[at]!;
  const known = ofCore(framework).map(({ id, name: of }) => ({ id, of }));
  const own = draft.competencies.map((one) => ({ id: `${name}:${one.id}`, of: one.name }));
  const asked = framework.profiles.find(
    (one) => one.role === core.role && one.echelon === core.echelon,
  )?.core;
  const data = [...own, ...known]
    .filter(({ id }) => core.add.includes(id) || asked?.includes(id) !== true)
    .map(({ id, of }) => ({ value: id, label: `${id} ${format.name(of)}` }));
  return (
    <div className="overlay-core">
      <MultiSelect
        label={nameOf(core)}
        data={data}
        value={core.add}
        searchable
        nothingFoundMessage={t("nothingFound")}
        onChange={(add) => onChange({ cores: cores.with(at, { ...core, add }) })}
      />
      <Button
        variant="subtle"
        aria-label={t("remove", { name: nameOf(core) })}
        onClick={() => onChange({ cores: cores.filter((_, place) => place !== at) })}
      >
        ×
      </Button>
    </div>
  );
}

/** What a role's core at an echelon asks for beside what it does. */
export function OverlayCores(part: Part) {
  const { t } = useTranslation("overlays");
  const { framework, draft, onChange } = part;
  const nameOf = useCoreName(framework);
  const { cores } = draft;
  const profiles = framework.profiles.filter(
    (one) => !cores.some((core) => core.role === one.role && core.echelon === one.echelon),
  );
  return (
    <section className="overlay-part">
      <h3>{t("cores.title")}</h3>
      <p className="soft">{t("cores.text")}</p>
      {[...cores.entries()].map(([at, core]) => (
        <OneCore key={`${core.role} ${core.echelon}`} {...part} at={at} />
      ))}
      <Select
        key={cores.length}
        label={t("cores.add")}
        placeholder={t("find")}
        data={profiles.map((one) => ({ value: `${one.role} ${one.echelon}`, label: nameOf(one) }))}
        searchable
        nothingFoundMessage={t("nothingFound")}
        onChange={(chosen) => {
          const one = profiles.find((each) => `${each.role} ${each.echelon}` === chosen);
          if (one === undefined) return;
          onChange({ cores: [...cores, { role: one.role, echelon: one.echelon, add: [] }] });
        }}
      />
    </section>
  );
}
