import { Button, Select } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { labelsMin } from "@echelon/contract/planning/posting-limits.ts";
import { useAct, useAnswer, usePages } from "../../api/query.ts";
import { MoreRows } from "../../parts/more-rows.tsx";
import { Card, Empty, Loaded, Problem } from "../../parts/page.tsx";
import { ReasonButton } from "../../parts/reason-button.tsx";
import { useFormat } from "../../text/format.ts";
import { PostingCard } from "./posting-card.tsx";
import type { Desk, Posting, Region } from "./planning-types.ts";
import { useRegionNames } from "./region-names.ts";

type Props = { region: Region; desk: Desk };

const refreshed = [
  "GET /planning/organisations/:organisation/postings",
  "GET /planning/model",
  "GET /planning/need",
] as const;

/** What a person says a posting is: a role and an echelon, or none of ours. */
function LabelForm({ posting, region, desk }: Props & { posting: Posting }) {
  const { t } = useTranslation("demand");
  const names = useRegionNames(region);
  const [role, setRole] = useState(posting.role);
  const [echelon, setEchelon] = useState(posting.echelon);
  const act = useAct("PUT /planning/organisations/:organisation/postings/:posting/label", [
    ...refreshed,
  ]);
  const where = { organisation: desk.id, posting: posting.id };
  const isWhole = role !== null && echelon !== null;
  return (
    <div className="planning-fields">
      <Select
        label={t("label.role")}
        data={names.choices("roles")}
        value={role}
        onChange={setRole}
      />
      <Select
        label={t("label.echelon")}
        data={names.choices("echelons")}
        value={echelon}
        onChange={setEchelon}
      />
      <div className="row row-wrap">
        <ReasonButton
          reason={isWhole ? null : t("label.choose")}
          loading={act.isPending}
          onClick={() => act.mutate({ where, body: { isRelevant: true, role, echelon } })}
        >
          {t("label.save")}
        </ReasonButton>
        <Button
          variant="default"
          disabled={act.isPending}
          onClick={() =>
            act.mutate({ where, body: { isRelevant: false, role: null, echelon: null } })
          }
        >
          {t("label.irrelevant")}
        </Button>
      </div>
      {act.error === null ? null : <Problem error={act.error} />}
    </div>
  );
}

const wholeBp = 10_000;

/** Which version sorts, what it learned, and how far two people agree. */
function ModelCard({ desk }: { desk: Desk }) {
  const { t } = useTranslation("demand");
  const format = useFormat();
  const model = useAnswer("GET /planning/model", {});
  const act = useAct("POST /planning/model", [...refreshed]);
  const plans = desk.kind !== "enterprise";
  return (
    <Card title={t("model.title")}>
      <Loaded of={model} rows={1}>
        {({ version, labels, newLabels, pairs, kappa, hitShare }) => (
          <div className="form">
            <p>
              {version === 0 ? t("model.first") : t("model.version", { version, labels })}{" "}
              {t("model.fresh", { count: newLabels })}
            </p>
            <p className="soft">
              {t("model.pairs", {
                count: pairs,
                kappa: kappa === null ? "–" : format.number(kappa, 2),
              })}{" "}
              {hitShare === null
                ? t("model.untold")
                : t("model.hits", { share: format.percent(hitShare * wholeBp, 0) })}
            </p>
            {plans ? (
              <div>
                <ReasonButton
                  reason={newLabels >= labelsMin ? null : t("model.tooFew", { least: labelsMin })}
                  loading={act.isPending}
                  onClick={() => act.mutate({})}
                >
                  {t("model.retrain")}
                </ReasonButton>
              </div>
            ) : null}
            {act.error === null ? null : <Problem error={act.error} />}
          </div>
        )}
      </Loaded>
    </Card>
  );
}

const shows = ["queue", "labeled"] as const;

/** The queue of what is uncertain, and what others have labeled: two see more than one. */
export function LabelTab({ region, desk }: Props) {
  const { t } = useTranslation("demand");
  const [show, setShow] = useState<(typeof shows)[number]>("queue");
  const list = usePages("GET /planning/organisations/:organisation/postings", {
    where: { organisation: desk.id },
    asks: { show },
  });
  return (
    <div className="grid">
      <ModelCard desk={desk} />
      <Card
        title={t("label.title")}
        acts={
          <Select
            aria-label={t("postings.show")}
            data={shows.map((value) => ({ value, label: t(`label.shows.${value}`) }))}
            value={show}
            allowDeselect={false}
            onChange={(value) => setShow(shows.find((one) => one === value) ?? show)}
          />
        }
      >
        <Loaded of={list}>
          {(rows) =>
            rows.length === 0 ? (
              <Empty title={t("label.none")} text={t("label.noneText")} />
            ) : (
              <>
                <ul className="planning-list">
                  {rows.map((posting) => (
                    <PostingCard key={posting.id} posting={posting} region={region}>
                      <LabelForm posting={posting} region={region} desk={desk} />
                    </PostingCard>
                  ))}
                </ul>
                <MoreRows of={list} />
              </>
            )
          }
        </Loaded>
      </Card>
    </div>
  );
}
