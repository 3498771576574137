import { Button, Select } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Answer } from "../../../../api/client.ts";
import { useAnswer } from "../../../../api/query.ts";
import { useFormat } from "../../../../text/format.ts";
import { ActButton, Refused, Warnings } from "../parts.tsx";
import { useRefusedWhy } from "../projected.tsx";
import { useDraft } from "../use-draft.ts";
import { useMarkets } from "../use-markets.ts";
import { useProjection } from "../use-projection.ts";
import { useDecide, useStorePlace, type Wish } from "../use-store.ts";

const recordDoes = "GET /practice/seasons/:season/stores/:store/record";
type RecordView = Answer<typeof recordDoes>;
type Offer = RecordView["inbox"][number];
type Taken = RecordView["accepted"][number];

/** Letters that stand today, and what was accepted of them today. */
export default function InboxOffers() {
  const { where } = useStorePlace();
  const answer = useAnswer(recordDoes, { where }, { keepPrevious: true });
  if (answer.data === undefined) return null;
  const { inbox, accepted, places, currency } = answer.data;
  return (
    <>
      {inbox.map((offer) => (
        <Letter key={offer.offer} offer={offer} places={places} currency={currency} />
      ))}
      {accepted
        .filter(({ state }) => state === "today")
        .map((taken) => (
          <Accepted key={taken.offer} taken={taken} currency={currency} />
        ))}
    </>
  );
}

type LetterProps = { offer: Offer; places: RecordView["places"]; currency: string };

/** One offer as its sender writes it. Declining only puts it away, for the whole team. */
function Letter({ offer, places, currency }: LetterProps) {
  const { t } = useTranslation("record");
  const format = useFormat();
  const put = useDraft<boolean>(`inbox/${offer.offer}`);
  const [chosen, setChosen] = useState<string | null>(null);
  const choices = usePlaces(offer, places);
  const place = choices.find(({ value }) => value === chosen) ?? choices[0];
  const isPlaced = offer.scope === "store" || place !== undefined;
  const wish: Wish = { kind: "accept-offer", offer: offer.offer, ...place?.wish };
  const [projection] = useProjection(isPlaced ? [wish] : []);
  const why = useRefusedWhy(projection);
  const { decide, isPending, error } = useDecide();
  if (!put.settled || put.draft === true) return null;
  const missing = offer.scope === "listing" ? t("noListing") : t("noPlace");
  return (
    <div className="need need-hint letter">
      <div>
        <h3>{t(`sender.${offer.kind}.${offer.sender}`)}</h3>
        <p>
          {t(`letter.${offer.kind}`, {
            promise: format.number(offer.promise),
            money: format.money(Math.abs(offer.cashMinor), currency),
          })}
        </p>
        <p className="dim">{t("stands", { day: offer.to })}</p>
        {choices.length === 0 ? null : (
          <Select
            label={t(offer.scope === "listing" ? "forListing" : "forOffer")}
            data={choices.map(({ value, label }) => ({ value, label }))}
            value={place?.value ?? null}
            allowDeselect={false}
            onChange={setChosen}
          />
        )}
        <Warnings of={projection?.kind === "accepted" ? projection.warnings : []} />
        <Refused error={error} />
      </div>
      <div className="letter-acts">
        <ActButton variant="default" onClick={() => put.save(true)}>
          {t("decline")}
        </ActButton>
        <ActButton
          variant="default"
          isPending={isPending}
          disabledReason={isPlaced ? why : missing}
          onClick={() => void decide([wish])}
        >
          {t("accept")}
        </ActButton>
      </div>
    </div>
  );
}

/** What of the store an offer can be for: its products, or its listings. */
function usePlaces({ scope }: Offer, places: RecordView["places"]) {
  const format = useFormat();
  const { nameOf } = useMarkets();
  if (scope === "store") return [];
  return places.flatMap(({ sku, name, markets }) => {
    const label = format.name(name);
    if (scope === "offer") return [{ value: sku, label, wish: { sku } }];
    return markets.map((market) => ({
      value: `${sku}/${market}`,
      label: `${label} · ${nameOf(market)}`,
      wish: { sku, market },
    }));
  });
}

/** What was done with an offer today. */
function Accepted({ taken, currency }: { taken: Taken; currency: string }) {
  const { t } = useTranslation("record");
  const { here } = useStorePlace();
  const format = useFormat();
  const { nameOf } = useMarkets();
  return (
    <div className="need need-hint letter">
      <div>
        <h3>
          {t(`took.${taken.kind}`, {
            brought: format.number(taken.brought),
            product: taken.product === null ? "" : format.name(taken.product.name),
            market: nameOf(taken.market ?? ""),
            money: format.money(Math.abs(taken.cashMinor), currency),
          })}
        </h3>
        <p>{t("tookMore")}</p>
      </div>
      <Button
        component={Link}
        to={`${here}/insight`}
        search={{ tab: "record" } as never}
        variant="default"
      >
        {t("seeRecord")}
      </Button>
    </div>
  );
}
