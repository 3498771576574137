import { Button, Drawer, Select, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Answer } from "../../api/client.ts";
import { useAct } from "../../api/query.ts";
import { useFaultText } from "../../parts/faults.ts";
import { Problem } from "../../parts/page.tsx";
import type { Language } from "../../text/text.ts";

/** Name, term and language of a class, and putting it away at the end of its term. */
export function ClassSettings({
  of,
  isOpen,
  onClose,
}: {
  of: Answer<"GET /classes/:class">;
  isOpen: boolean;
  onClose: () => void;
}) {
  const { t } = useTranslation("teaching");
  const [name, setName] = useState(of.name);
  const [term, setTerm] = useState(of.term);
  const [locale, setLocale] = useState<Language>(of.locale);
  const edit = useAct("PATCH /classes/:class", ["GET /classes/:class", "GET /classes"]);
  const fault = useFaultText(edit.error);
  const where = { class: of.id };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    edit.mutate({ where, body: { name, term, locale } }, { onSuccess: onClose });
  };
  const archive = () =>
    edit.mutate({ where, body: { isArchived: !of.isArchived } }, { onSuccess: onClose });
  return (
    <Drawer opened={isOpen} onClose={onClose} position="right" title={t("settings")}>
      <form className="form" onSubmit={submit}>
        <TextInput
          label={t("className")}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          error={fault("name")}
          maxLength={40}
          required
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
        {edit.error === null ? null : <Problem error={edit.error} />}
        <Button type="submit" loading={edit.isPending}>
          {t("save")}
        </Button>
        <Button variant="default" loading={edit.isPending} onClick={archive}>
          {of.isArchived ? t("unarchive") : t("archive")}
        </Button>
        <p className="soft">{t("archiveText")}</p>
      </form>
    </Drawer>
  );
}
