import { Button, Select } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Answer } from "../../api/client.ts";
import { useAct, useAnswer } from "../../api/query.ts";
import { NumberField } from "../../parts/number-field.tsx";
import { Card, Empty, Loaded, Problem } from "../../parts/page.tsx";
import type { Desk, Region } from "./planning-types.ts";
import { useRegionNames } from "./region-names.ts";

type Props = { region: Region; desk: Desk };
type Sources = Answer<"GET /planning/organisations/:organisation/imports">["sources"];

const peopleMax = 10_000_000;
const openingsMax = 1_000_000;
const refreshed = ["GET /planning/need"] as const;

/** Quarters that a survey may be of: those the need knows. */
function useQuarters(): string[] {
  return [...(useAnswer("GET /planning/need", {}).data?.quarters ?? [])];
}

function Saved({ isSaved }: { isSaved: boolean }) {
  const { t } = useTranslation("demand");
  return isSaved ? <span role="status">{t("surveys.saved")}</span> : null;
}

/** How many people a survey says that a cell needs in all. */
function StockForm({ region }: { region: Region }) {
  const { t } = useTranslation("demand");
  const names = useRegionNames(region);
  const quarters = useQuarters();
  const first = (kind: "cities" | "families" | "echelons") => region[kind][0]?.code ?? "";
  const [city, setCity] = useState(first("cities"));
  const [family, setFamily] = useState(first("families"));
  const [echelon, setEchelon] = useState(first("echelons"));
  const [asked, setQuarter] = useState<string | null>(null);
  const [people, setPeople] = useState<number | null>(null);
  const act = useAct("PUT /planning/stock", [...refreshed]);
  const quarter = asked ?? quarters[0] ?? "";
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (people !== null) act.mutate({ body: { city, family, echelon, quarter, people } });
  };
  const choice = (
    label: "city" | "family" | "echelon",
    kind: "cities" | "families" | "echelons",
    value: string,
    set: (code: string) => void,
  ) => (
    <Select
      label={t(`need.${label}`)}
      data={names.choices(kind)}
      value={value}
      allowDeselect={false}
      onChange={(code) => set(code ?? value)}
    />
  );
  return (
    <form className="form" onSubmit={send}>
      <div className="planning-fields">
        {choice("city", "cities", city, setCity)}
        {choice("family", "families", family, setFamily)}
        {choice("echelon", "echelons", echelon, setEchelon)}
        <Quarter quarters={quarters} value={quarter} onChange={setQuarter} />
        <NumberField
          label={t("surveys.people")}
          value={people}
          min={0}
          max={peopleMax}
          required
          onValue={setPeople}
        />
      </div>
      {act.error === null ? null : <Problem error={act.error} />}
      <div className="row">
        <Button type="submit" loading={act.isPending}>
          {t("surveys.save")}
        </Button>
        <Saved isSaved={act.isSuccess} />
      </div>
    </form>
  );
}

function Quarter({
  quarters,
  value,
  onChange,
}: {
  quarters: string[];
  value: string;
  onChange: (quarter: string | null) => void;
}) {
  const { t } = useTranslation("demand");
  return (
    <Select
      label={t("need.quarter")}
      data={quarters}
      value={value}
      allowDeselect={false}
      onChange={onChange}
    />
  );
}

/** How much of the market a source shows in a city. */
function CoverageForm({ region, sources }: { region: Region; sources: Sources }) {
  const { t } = useTranslation("demand");
  const names = useRegionNames(region);
  const quarters = useQuarters();
  const [source, setSource] = useState(sources[0]?.id ?? "");
  const [city, setCity] = useState(region.cities[0]?.code ?? "");
  const [asked, setQuarter] = useState<string | null>(null);
  const [surveyed, setSurveyed] = useState<number | null>(null);
  const [posted, setPosted] = useState<number | null>(null);
  const act = useAct("PUT /planning/coverage", [...refreshed]);
  const quarter = asked ?? quarters[0] ?? "";
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (surveyed !== null && posted !== null)
      act.mutate({ body: { source, city, quarter, surveyed, posted } });
  };
  const count = (name: "surveyed" | "posted", value: number | null, set: typeof setPosted) => (
    <NumberField
      label={t(`surveys.${name}`)}
      value={value}
      min={name === "posted" ? 1 : 0}
      max={openingsMax}
      required
      onValue={set}
    />
  );
  return (
    <form className="form" onSubmit={send}>
      <div className="planning-fields">
        <Select
          label={t("surveys.source")}
          data={sources.map(({ id, name }) => ({ value: id, label: name }))}
          value={source}
          allowDeselect={false}
          onChange={(id) => setSource(id ?? source)}
        />
        <Select
          label={t("need.city")}
          data={names.choices("cities")}
          value={city}
          allowDeselect={false}
          onChange={(code) => setCity(code ?? city)}
        />
        <Quarter quarters={quarters} value={quarter} onChange={setQuarter} />
        {count("surveyed", surveyed, setSurveyed)}
        {count("posted", posted, setPosted)}
      </div>
      {act.error === null ? null : <Problem error={act.error} />}
      <div className="row">
        <Button type="submit" loading={act.isPending}>
          {t("surveys.save")}
        </Button>
        <Saved isSaved={act.isSuccess} />
      </div>
    </form>
  );
}

/** The same once there is a source. */
function Coverage({ region, desk }: Props) {
  const { t } = useTranslation("demand");
  const imports = useAnswer("GET /planning/organisations/:organisation/imports", {
    where: { organisation: desk.id },
  });
  return (
    <Loaded of={imports} rows={1}>
      {({ sources }) =>
        sources.length === 0 ? (
          <Empty title={t("surveys.noSource")} text={t("surveys.noSourceText")} />
        ) : (
          <CoverageForm region={region} sources={sources} />
        )
      }
    </Loaded>
  );
}

/** What a survey of enterprises found, to set beside what is posted. */
export function SurveysTab({ region, desk }: Props) {
  const { t } = useTranslation("demand");
  return (
    <div className="grid">
      <Card title={t("surveys.stock")}>
        <p className="soft">{t("surveys.stockText")}</p>
        <StockForm region={region} />
      </Card>
      <Card title={t("surveys.coverage")}>
        <p className="soft">{t("surveys.coverageText")}</p>
        <Coverage region={region} desk={desk} />
      </Card>
    </div>
  );
}
