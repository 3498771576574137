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
import { ImportReport } from "./import-report.tsx";
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

/** What the file itself may not say: the currency of its prices, the language of its texts. */
function useFileSays() {
  const { t, i18n } = useTranslation("exchange");
  const [currency, setCurrency] = useState<string>("CNY");
  const [language, setLanguage] = useState<Language>(i18n.language as Language);
  const fields = (
    <div className="row row-wrap">
      <Select
        label={t("fileCurrency")}
        description={t("fileCurrencyHint")}
        data={[...currencyCodes]}
        value={currency}
        onChange={(value) => setCurrency(value ?? currency)}
        searchable
        allowDeselect={false}
      />
      <Select
        label={t("fileLanguage")}
        description={t("fileLanguageHint")}
        data={(["zh", "en"] as const).map((one) => ({ value: one, label: t(`languages.${one}`) }))}
        value={language}
        onChange={(value) => setLanguage(value === "en" ? "en" : "zh")}
        allowDeselect={false}
      />
    </div>
  );
  return { fields, says: { currency, language } };
}

function ImportPage({ catalog }: { catalog: Catalog }) {
  const { t } = useTranslation("exchange");
  const { fields, says } = useFileSays();
  const preview = useAct("POST /catalogs/:enterprise/imports");
  const [done, setDone] = useState<Committed | null>(null);
  const where = { enterprise: catalog.enterprise.id };
  const read = (file: File) => {
    setDone(null);
    preview.mutate({ where, body: says, file });
  };
  const take = (committed: Committed) => {
    setDone(committed);
    preview.reset();
  };
  return (
    <>
      <PageHead title={t("importTitle")} text={t("importText")}>
        <Template catalog={catalog} />
        <Button component={Link} to="/catalog" variant="default">
          {t("back")}
        </Button>
      </PageHead>
      <div className="grid">
        {done === null ? null : <Done done={done} />}
        <Card label={t("importTitle")}>
          <div className="form">
            {fields}
            <FileDrop
              label={preview.data === undefined ? t("chooseFile") : t("chooseOther")}
              hint={t("fileHint")}
              accept=".xlsx,.csv,.txt"
              isBusy={preview.isPending}
              onFile={read}
            />
            {preview.error === null ? null : <Problem error={preview.error} />}
          </div>
        </Card>
        {preview.data === undefined ? null : (
          <ImportReport
            key={preview.data.id}
            enterprise={catalog.enterprise.id}
            preview={preview.data}
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
