import { Button, Select, Textarea, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { useAct } from "../../api/query.ts";
import { useFaultText } from "../../parts/faults.ts";
import { NumberField } from "../../parts/number-field.tsx";
import { Card, Problem } from "../../parts/page.tsx";
import type { Desk, Region } from "./planning-types.ts";
import { useRegionNames } from "./region-names.ts";

const empty = { title: "", description: "", salary: "", experience: "", education: "" };
const openingsMax = 100;

/** One vacancy, typed: it is taken at once. */
export function VacancyForm({ region, desk }: { region: Region; desk: Desk }) {
  const { t } = useTranslation("demand");
  const names = useRegionNames(region);
  const [typed, setTyped] = useState(empty);
  const [city, setCity] = useState(region.cities[0]?.code ?? "");
  const [openings, setOpenings] = useState<number | null>(1);
  const act = useAct("POST /planning/organisations/:organisation/vacancies", [
    "GET /planning/organisations/:organisation/imports",
    "GET /planning/need",
  ]);
  const fault = useFaultText(act.error);
  const send = (event: FormEvent) => {
    event.preventDefault();
    const name = region.cities.find(({ code }) => code === city)?.name.zh ?? "";
    act.mutate(
      {
        where: { organisation: desk.id },
        body: { ...typed, city: name, openings: openings ?? 1 },
      },
      { onSuccess: () => setTyped(empty) },
    );
  };
  const field = (name: keyof typeof empty, charsMax = 60) => ({
    label: t(`fields.${name}`),
    value: typed[name],
    maxLength: charsMax,
    error: fault(name),
    onChange: (event: { currentTarget: { value: string } }) => {
      const { value } = event.currentTarget;
      setTyped((before) => ({ ...before, [name]: value }));
    },
  });
  return (
    <Card title={t("vacancy.title")}>
      <form className="form" onSubmit={send}>
        <div className="planning-fields">
          <TextInput {...field("title", 200)} required />
          <Select
            label={t("fields.city")}
            data={names.choices("cities")}
            value={city}
            allowDeselect={false}
            onChange={(code) => setCity(code ?? city)}
          />
          <NumberField
            label={t("fields.openings")}
            value={openings}
            min={1}
            max={openingsMax}
            onValue={setOpenings}
          />
          <TextInput {...field("salary")} placeholder={t("vacancy.salary")} />
          <TextInput {...field("experience")} placeholder={t("vacancy.experience")} />
          <TextInput {...field("education")} placeholder={t("vacancy.education")} />
        </div>
        <Textarea {...field("description", 20_000)} autosize minRows={3} maxRows={12} />
        {act.error === null ? null : <Problem error={act.error} />}
        <div className="row">
          <Button type="submit" loading={act.isPending}>
            {t("vacancy.send")}
          </Button>
          {act.isSuccess ? <span role="status">{t("vacancy.sent")}</span> : null}
        </div>
      </form>
    </Card>
  );
}
