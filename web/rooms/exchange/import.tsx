import "./exchange.css";
import { Button, Select } from "@mantine/core";
import { currencyCodes } from "@echelon/kernel/money/currency.ts";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Answer } from "../../api/client.ts";
import { useAct } from "../../api/query.ts";
import { fileName, useDownload } from "../../parts/download.ts";
import { FileDrop } from "../../parts/file-drop.tsx";
import { Card, PageHead, Problem } from "../../parts/page.tsx";
import { useFormat } from "../../text/format.ts";
import type { Language } from "../../text/text.ts";
import { guessBytes, guessLanguage } from "./guess-language.ts";
import { ImportReport } from "./import-report.tsx";
import { CatalogLink } from "./catalog-link.tsx";
import { type Catalog, OwnCatalog } from "./own-catalog.tsx";

type Committed = Answer<"POST /catalogs/:enterprise/imports/:import/commit">;

function Template({ catalog }: { catalog: Catalog }) {
  const { t, i18n } = useTranslation("exchange");
  const name = useFormat().name(catalog.enterprise.name);
  const template = useDownload("GET /catalogs/:enterprise/template.xlsx");
  const save = () =>
    template.save(
      {
        where: { enterprise: catalog.enterprise.id },
        asks: { language: i18n.language as Language },
      },
      `${fileName(name, t("templateFile"))}.xlsx`,
    );
  return (
    <>
      <Button variant="default" loading={template.isPending} onClick={save}>
        {t("template")}
      </Button>
      {template.error === null ? null : <Problem error={template.error} />}
    </>
  );
}

function Done({ done }: { done: Committed }) {
  const { t } = useTranslation("exchange");
  return (
    <Card label={t("done.title")}>
      <div className="form" role="status">
        <h2>{t("done.title")}</h2>
        <p>{t("done.text", { ...done })}</p>
        <div>
          <Button component={Link} to="/catalog">
            {t("done.look")}
          </Button>
        </div>
      </div>
    </Card>
  );
}

type Says = { currency: string; language: Language };

/** What the file itself may not say: the currency of its prices, the language of its texts. */
function FileSays({ says, onChange }: { says: Says; onChange: (says: Says) => void }) {
  const { t } = useTranslation("exchange");
  return (
    <div className="row row-wrap file-says">
      <Select
        label={t("fileCurrency")}
        description={t("fileCurrencyHint")}
        data={[...currencyCodes]}
        value={says.currency}
        onChange={(value) => onChange({ ...says, currency: value ?? says.currency })}
        searchable
        allowDeselect={false}
      />
      <Select
        label={t("fileLanguage")}
        description={t("fileLanguageHint")}
        data={(["zh", "en"] as const).map((one) => ({ value: one, label: t(`languages.${one}`) }))}
        value={says.language}
        onChange={(value) => onChange({ ...says, language: value === "en" ? "en" : "zh" })}
        allowDeselect={false}
      />
    </div>
  );
}

/** A file is read as soon as it is chosen, and again when somebody says how it is meant. */
function useReading(enterprise: string) {
  const { i18n } = useTranslation();
  const [says, setSays] = useState<Says>({
    currency: "CNY",
    language: i18n.language as Language,
  });
  const [file, setFile] = useState<File | null>(null);
  const preview = useAct("POST /catalogs/:enterprise/imports");
  const read = (chosen: File, meant: Says) =>
    preview.mutate({ where: { enterprise }, body: meant, file: chosen });
  return {
    preview,
    says,
    choose: async (chosen: File) => {
      const start = new Uint8Array(await chosen.slice(0, guessBytes).arrayBuffer());
      const meant = { ...says, language: guessLanguage(start) ?? says.language };
      setFile(chosen);
      setSays(meant);
      read(chosen, meant);
    },
    say: (meant: Says) => {
      setSays(meant);
      if (file !== null) read(file, meant);
    },
    forget: () => {
      setFile(null);
      preview.reset();
    },
  };
}

function ImportPage({ catalog }: { catalog: Catalog }) {
  const { t } = useTranslation("exchange");
  const { preview, says, choose, say, forget } = useReading(catalog.enterprise.id);
  const [done, setDone] = useState<Committed | null>(null);
  const read = (file: File) => {
    setDone(null);
    void choose(file);
  };
  const take = (committed: Committed) => {
    setDone(committed);
    forget();
  };
  return (
    <>
      <PageHead title={t("importTitle")} text={t("importText")}>
        <Template catalog={catalog} />
        <CatalogLink catalog={catalog} to="/catalog">
          {t("back")}
        </CatalogLink>
      </PageHead>
      <div className="grid">
        {done === null ? null : <Done done={done} />}
        <Card label={t("importTitle")}>
          <div className="form">
            <FileDrop
              label={preview.data === undefined ? t("chooseFile") : t("chooseOther")}
              hint={t("fileHint")}
              accept=".xlsx,.csv,.txt"
              isBusy={preview.isPending}
              onFile={read}
            />
            {preview.error === null ? null : <Problem error={preview.error} />}
            <FileSays says={says} onChange={say} />
          </div>
        </Card>
        {preview.data === undefined ? null : (
          <ImportReport
            key={preview.data.id}
            enterprise={catalog.enterprise.id}
            preview={preview.data}
            says={says}
            onDone={take}
          />
        )}
      </div>
    </>
  );
}

/** A catalogue from a file: read first, reported row by row, then taken in. */
export default function Import() {
  return <OwnCatalog>{(catalog) => <ImportPage catalog={catalog} />}</OwnCatalog>;
}
