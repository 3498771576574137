import { Button, Drawer, Select, TextInput } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { api } from "../../api/client.ts";
import { useAct } from "../../api/query.ts";
import { type Me, useMe } from "../../api/session.ts";
import { useFaultText } from "../../parts/faults.ts";
import { Problem } from "../../parts/page.tsx";
import { useFormat } from "../../text/format.ts";
import type { Language } from "../../text/text.ts";
import { termOf } from "./term.ts";

/** The schools in which a person may open a class. */
export function useSchools(me: Me): { value: string; label: string }[] {
  const format = useFormat();
  const schools = me.memberships
    .filter(({ role, organisation }) => role === "teacher" && organisation.kind === "school")
    .map(({ organisation }) => [organisation.id, format.name(organisation.name)] as const);
  return [...new Map(schools)].map(([value, label]) => ({ value, label }));
}

/** The present term, written as schools write it. */
function useTerm(): string {
  const { t } = useTranslation("teaching");
  const [{ from, half }] = useState(() => {
    const today = new Date();
    return termOf(today.getFullYear(), today.getMonth() + 1);
  });
  return t("term", { from, to: from + 1, half: t(`halves.${half}`) });
}

/** A new class and the code for its students, in one step; then the page that shows both. */
function useMakeClass() {
  const navigate = useNavigate();
  const make = useAct("POST /classes", ["GET /classes"]);
  const send = (body: { school: string; name: string; term: string; locale: Language }) =>
    make.mutate(
      { body },
      {
        onSuccess: async ({ id }) => {
          // Without a code the page still opens; it offers to make one.
          await api("POST /classes/:class/codes", { where: { class: id }, body: {} }).catch(
            () => null,
          );
          await navigate({ to: `/classes/${id}/people` });
        },
      },
    );
  return { make, send };
}

export function ClassForm({ isOpen }: { isOpen: boolean }) {
  const { t, i18n } = useTranslation("teaching");
  const navigate = useNavigate();
  const schools = useSchools(useMe());
  const usualTerm = useTerm();
  const [school, setSchool] = useState<string | null>(schools[0]?.value ?? null);
  const [name, setName] = useState("");
  const [term, setTerm] = useState(usualTerm);
  const [locale, setLocale] = useState<Language>(i18n.language as Language);
  const { make, send } = useMakeClass();
  const fault = useFaultText(make.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (school !== null) send({ school, name, term, locale });
  };
  const close = () => void navigate({ to: "/classes", search: {} });
  return (
    <Drawer opened={isOpen} onClose={close} position="right" title={t("newClass")}>
      <form className="form" onSubmit={submit}>
        {schools.length < 2 ? null : (
          <Select
            label={t("school")}
            data={schools}
            value={school}
            onChange={setSchool}
            allowDeselect={false}
          />
        )}
        <TextInput
          label={t("className")}
          placeholder={t("classNameExample")}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          error={fault("name")}
          maxLength={40}
          required
          data-autofocus
        />
        <TextInput
          label={t("termName")}
          value={term}
          onChange={(event) => setTerm(event.currentTarget.value)}
          error={fault("term")}
          maxLength={40}
        />
        <Select
          label={t("classLanguage")}
          description={t("classLanguageHint")}
          data={(["zh", "en"] as const).map((one) => ({
            value: one,
            label: t(`languages.${one}`),
          }))}
          value={locale}
          onChange={(value) => setLocale(value === "en" ? "en" : "zh")}
          allowDeselect={false}
        />
        {make.error === null ? null : <Problem error={make.error} />}
        <Button type="submit" loading={make.isPending}>
          {t("makeClass")}
        </Button>
      </form>
    </Drawer>
  );
}
