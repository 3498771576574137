import "./listing.css";
import { Skeleton } from "@mantine/core";
import { Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { late } from "../../../../frame/late.ts";
import type { Answer } from "../../../../api/client.ts";
import { type ProjectionSum, sumProjections } from "../projection-sum.ts";
import { useProjection } from "../use-projection.ts";
import { useDecide, useMayDecide } from "../use-store.ts";
import { Attributes } from "./attributes.tsx";
import type { Section } from "./editor-parts.ts";
import { EditorHead } from "./head.tsx";
import { KeywordList } from "./keyword-list.tsx";
import { askedWishes, type EditorView, type ListingForm, wishesOf } from "./listing-form.ts";
import { Pictures } from "./pictures.tsx";
import { Price } from "./price.tsx";
import { ProductRecord } from "./product-record.tsx";
import { PublishBar } from "./publish-bar.tsx";
import { Scores } from "./scores.tsx";
import { Shipping } from "./shipping.tsx";
import { TeamNotice } from "./team-notice.tsx";
import { useListingDraft } from "./use-listing-draft.ts";
import { Words } from "./words.tsx";

type Listings =
  Answer<"GET /practice/seasons/:season/stores/:store/products">["offers"][number]["listings"];

// Most listings promote nothing: fetched with the page, after what everybody needs.
const PromotionCard = late([], () => import("./promotion-card.tsx"));
const waiting = <Skeleton height={120} aria-busy="true" />;

/** A price that may not be asked refuses the whole listing: its words are scored all the same. */
function useSum(view: EditorView, form: ListingForm): ProjectionSum {
  const sum = sumProjections(useProjection(askedWishes(view, form)));
  const isScored = sum.scores !== null || sum.refusals.length === 0;
  const priceMinor = view.row.priceMinor || Math.max(1, view.suggestedPriceMinor);
  const words = isScored ? [] : askedWishes(view, { ...form, priceMinor }).filter(isOfText);
  const { scores } = sumProjections(useProjection(words));
  return sum.scores === null ? { ...sum, scores } : sum;
}

const isOfText = ({ kind }: { kind: string }) =>
  kind === "publish-listing" || kind === "edit-listing";

/** The listing's editor: what is typed is a draft until it is handed in as a whole. */
export function Editor({
  view,
  listings,
  photoLevel,
}: {
  view: EditorView;
  listings: Listings;
  photoLevel: number;
}) {
  const { t } = useTranslation("practice");
  const { may } = useMayDecide();
  const { form, isThere, drop, change: type, team } = useListingDraft(view, photoLevel);
  const wishes = wishesOf(view, form);
  const sum = useSum(view, form);
  const { decide, isPending, error, forget } = useDecide();
  const [isDone, setDone] = useState(false);
  const change = (part: Partial<ListingForm>) => {
    setDone(false);
    type(part);
  };
  const undo = () => {
    forget();
    void drop();
  };
  const handIn = async () => {
    if ((await decide(wishes)) === null) return;
    await drop();
    setDone(true);
  };
  const section: Section = { view, form, change, sum };
  return (
    <>
      <EditorHead view={view} listings={listings} copy={change} />
      <TeamNotice view={view} {...team} />
      <fieldset
        disabled={!may || !isThere}
        className="plain-fieldset"
        aria-label={t("listing.editor")}
      >
        <div className="editor">
          <div className="grid">
            <Words {...section} />
            <KeywordList {...section} />
            <Scores {...section} hasTextChange={wishes.some(isOfText)} />
            <Attributes {...section} />
          </div>
          <div className="grid">
            <Price {...section} />
            <Shipping {...section} />
            <Suspense fallback={waiting}>
              <PromotionCard view={view} />
            </Suspense>
            <Pictures {...section} photoLevel={photoLevel} />
          </div>
        </div>
      </fieldset>
      <ProductRecord view={view} />
      <PublishBar
        {...section}
        count={wishes.length}
        isPending={isPending}
        error={error}
        undo={undo}
        handIn={() => void handIn()}
        isDone={isDone}
      />
    </>
  );
}
