import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { Suspense } from "react";
import { useTranslation } from "react-i18next";
import { late } from "../../../../frame/late.ts";
import type { Answer } from "../../../../api/client.ts";
import { Card } from "../../../../parts/page.tsx";
import { useSaid } from "../said.ts";
import { useStorePlace, useStoreView } from "../use-store.ts";
import { needPlace } from "./need-place.ts";

// Only some seasons have letters: they come after the day's figures.
const InboxOffers = late(["record"], () => import("./inbox-offers.tsx"));

type Need = Answer<"GET /practice/seasons/:season/stores/:store/today">["needs"][number];

/** What waits for the store's people, blocking first, each one click from its place. */
export function Needs({ needs }: { needs: readonly Need[] }) {
  const { t } = useTranslation("practice");
  const { season } = useStorePlace();
  return (
    <Card
      title={t("needs.title")}
      {...(needs.length === 0 ? {} : { note: String(needs.length) })}
      flush
    >
      {needs.length === 0 ? <p className="card-body soft">{t("needs.none")}</p> : null}
      {needs.map((need) => (
        <NeedRow key={`${need.code}/${need.at}`} need={need} />
      ))}
      {season.modules.temptations ? (
        <Suspense fallback={null}>
          <InboxOffers />
        </Suspense>
      ) : null}
    </Card>
  );
}

function NeedRow({ need }: { need: Need }) {
  const { t } = useTranslation("practice");
  const { season, here } = useStorePlace();
  const say = useSaid();
  const isGuided = useStoreView()?.guide.isOn === true;
  const { path, search } = needPlace(need, season.markets[0]?.code ?? "");
  const { code, facts, urgency } = need;
  return (
    <div className={`need need-${urgency}`}>
      <div>
        <h3>
          <span className="visually-hidden">{t(`urgency.${urgency}`)}</span> {say({ code, facts })}
        </h3>
        <p>{say({ code: `${code}-more`, facts })}</p>
      </div>
      <Button
        component={Link}
        to={`${here}/${path}`}
        search={search as never}
        variant={urgency === "blocking" && !isGuided ? "filled" : "default"}
      >
        {say({ code: `${code}-act`, facts })}
      </Button>
    </div>
  );
}
