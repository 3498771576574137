import { Button, Checkbox, Tabs } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Answer } from "../../api/client.ts";
import { useAct } from "../../api/query.ts";
import { fileName, useDownload } from "../../parts/download.ts";
import { Card, Empty, Problem } from "../../parts/page.tsx";
import type { Language } from "../../text/text.ts";
import { ImportProblems } from "./import-problems.tsx";
import { ImportSample } from "./import-sample.tsx";
import type { Preview } from "./preview.ts";

type Committed = Answer<"POST /catalogs/:enterprise/imports/:import/commit">;

const colors = ["red", "amber", "green"] as const;
const toneOf = { red: "bad", amber: "warn", green: "good" } as const;

/** How many products are red, amber and green, and what each color means. */
function Colors({ counts }: { counts: Preview["counts"] }) {
  const { t } = useTranslation("exchange");
  return (
    <div className="colors">
      {colors.map((color) => (
        <div key={color} className={`color color-${color}`}>
          <strong className={toneOf[color]}>{counts[color]}</strong>
          <span>{t(`readiness.${color}`)}</span>
          <span className="soft">{t(`readinessText.${color}`)}</span>
        </div>
      ))}
    </div>
  );
}

function Assumed({ assumed }: { assumed: Preview["assumed"] }) {
  const { t } = useTranslation("exchange");
  if (assumed.length === 0) return null;
  return (
    <p className="soft">
      {t("assumedIn", {
        facts: assumed
          .map(({ fact, skus }) => t("assumedCount", { fact: t(`facts.${fact}`), count: skus }))
          .join(t("comma")),
      })}
    </p>
  );
}

/** The file as it was understood, each problem beside its row: to be mended and chosen again. */
function Corrected({ enterprise, preview }: { enterprise: string; preview: Preview }) {
  const { t, i18n } = useTranslation("exchange");
  const file = useDownload("GET /catalogs/:enterprise/imports/:import/corrected.xlsx");
  const save = () =>
    file.save(
      {
        where: { enterprise, import: preview.id },
        asks: { language: i18n.language as Language },
      },
      `${fileName(preview.fileName, t("correctedFile"))}.xlsx`,
    );
  return (
    <>
      <Button variant="default" loading={file.isPending} onClick={save}>
        {t("corrected")}
      </Button>
      {file.error === null ? null : <Problem error={file.error} />}
    </>
  );
}

type Props = {
  enterprise: string;
  preview: Preview;
  /** As what it was read where it does not say so itself. */
  says: { currency: string; language: "zh" | "en" };
  onDone: (committed: Committed) => void;
};

function Commit({ enterprise, preview, onDone }: Props) {
  const { t } = useTranslation("exchange");
  const { counts } = preview;
  const [publishes, setPublishes] = useState(true);
  const commit = useAct("POST /catalogs/:enterprise/imports/:import/commit", [
    "GET /catalogs",
    "GET /catalogs/:enterprise/products",
  ]);
  const sound = counts.amber + counts.green;
  const send = () =>
    commit.mutate(
      {
        where: { enterprise, import: preview.id },
        body: { leavesOutFaulty: counts.red > 0, publishes },
      },
      { onSuccess: onDone },
    );
  return (
    <>
      <Checkbox
        label={t("publishes")}
        description={t("publishesHint")}
        checked={publishes}
        onChange={(event) => setPublishes(event.currentTarget.checked)}
      />
      {commit.error === null ? null : <Problem error={commit.error} />}
      <div className="row row-wrap">
        <Button loading={commit.isPending} disabled={sound === 0} onClick={send}>
          {counts.red === 0
            ? t("take", { count: sound })
            : t("takeSound", { count: sound, red: counts.red })}
        </Button>
        {sound === 0 ? <span className="soft">{t("nothingSound")}</span> : null}
        <Corrected enterprise={enterprise} preview={preview} />
      </div>
    </>
  );
}

/** What a file would do to the catalogue: colors, problems by cell, a sample, and taking it in. */
export function ImportReport(props: Props) {
  const { t } = useTranslation("exchange");
  const { preview } = props;
  const { counts, problems } = preview;
  const note = `${t(`fileFormats.${preview.format}`)} · ${t(`encodings.${preview.encoding}`)}`;
  return (
    <Card title={preview.fileName} note={note} flush>
      <div className="form card-body">
        <p role="status">
          {t("read", { rows: counts.rows, products: counts.products, skus: counts.skus })}{" "}
          {t("changes", { add: counts.add, change: counts.change, same: counts.same })}
        </p>
        <p className="soft">
          {t("readAs", {
            currency: props.says.currency,
            language: t(`languages.${props.says.language}`),
          })}
        </p>
        <Colors counts={counts} />
        <Assumed assumed={preview.assumed} />
        {preview.unknownColumns.length === 0 ? null : (
          <p className="soft">{t("unknown", { columns: preview.unknownColumns.join(", ") })}</p>
        )}
        <Commit {...props} />
      </div>
      <Tabs defaultValue={problems.length > 0 ? "problems" : "sample"} keepMounted={false}>
        <Tabs.List>
          <Tabs.Tab value="problems">{t("problemsTab", { count: problems.length })}</Tabs.Tab>
          <Tabs.Tab value="sample">{t("sampleTab")}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="problems">
          {problems.length === 0 ? (
            <Empty title={t("noProblem.title")} text={t("noProblem.text")} />
          ) : (
            <ImportProblems preview={preview} />
          )}
        </Tabs.Panel>
        <Tabs.Panel value="sample">
          <ImportSample preview={preview} />
        </Tabs.Panel>
      </Tabs>
    </Card>
  );
}
