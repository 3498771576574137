import "./orders.css";
import "../drawings.css";
import { SegmentedControl } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Answer } from "../../../../api/client.ts";
import { useAnswer } from "../../../../api/query.ts";
import { Card, Empty, Loaded } from "../../../../parts/page.tsx";
import { useFormat } from "../../../../text/format.ts";
import { useMarkets } from "../use-markets.ts";
import { useStorePlace } from "../use-store.ts";

type Reviews = Answer<"GET /practice/seasons/:season/stores/:store/reviews">;
type Review = Reviews["items"][number];

/** What buyers say: the count of each number of stars, and every text in both languages. */
export function ReviewList() {
  const { t } = useTranslation("report");
  const { where } = useStorePlace();
  const answer = useAnswer("GET /practice/seasons/:season/stores/:store/reviews", { where });
  return (
    <Loaded of={answer}>
      {(reviews) =>
        reviews.reviews === 0 ? (
          <Card>
            <Empty title={t("reviews.none")} text={t("reviews.noneText")} />
          </Card>
        ) : (
          <Shown reviews={reviews} />
        )
      }
    </Loaded>
  );
}

const choices = ["all", "bad", "good"] as const;
const isShown = (choice: string, { stars }: Review) =>
  choice === "all" || (choice === "bad" ? stars <= 3 : stars >= 4);

function Shown({ reviews }: { reviews: Reviews }) {
  const { t } = useTranslation("report");
  const [choice, setChoice] = useState("all");
  const items = reviews.items.filter((review) => isShown(choice, review));
  return (
    <div className="grid-1-2">
      <Card title={t("reviews.stars")}>
        <Histogram reviews={reviews} />
      </Card>
      <Card
        title={t("reviews.newest")}
        flush
        acts={
          <SegmentedControl
            size="xs"
            aria-label={t("reviews.which")}
            value={choice}
            onChange={setChoice}
            data={choices.map((value) => ({ value, label: t(`reviews.${value}`) }))}
          />
        }
      >
        {items.length === 0 ? <p className="card-body soft">{t("reviews.noneOfThese")}</p> : null}
        <ul className="plain-list review-list">
          {items.map((review, index) => (
            <ReviewItem key={`${review.day}/${review.sku}/${index}`} review={review} />
          ))}
        </ul>
      </Card>
    </div>
  );
}

/** Shares of one to five stars, with their counts beside them. */
function Histogram({ reviews }: { reviews: Reviews }) {
  const { t } = useTranslation("report");
  const format = useFormat();
  const most = Math.max(1, ...reviews.stars);
  return (
    <>
      <p className="tile-value">
        <span aria-hidden="true">★</span> {format.number(reviews.ratingMilli / 1000, 2)}
      </p>
      <p className="dim">{t("reviews.count", { count: reviews.reviews })}</p>
      <table className="fill-table">
        <caption className="visually-hidden">{t("reviews.stars")}</caption>
        <tbody>
          {[5, 4, 3, 2, 1].map((stars) => {
            const count = reviews.stars[stars - 1] ?? 0;
            return (
              <tr key={stars}>
                <th scope="row">{t("reviews.starsOf", { count: stars })}</th>
                <td className="fill-cell">
                  <span className="fill" style={{ width: `${(count * 100) / most}%` }} />
                </td>
                <td className="num">{format.number(count)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </>
  );
}

function ReviewItem({ review }: { review: Review }) {
  const { t } = useTranslation("report");
  const format = useFormat();
  const { nameOf } = useMarkets();
  return (
    <li className="review">
      <p className="row row-wrap">
        <span className={review.stars <= 2 ? "bad" : ""}>
          <span aria-hidden="true">
            {"★".repeat(review.stars)}
            {"☆".repeat(5 - review.stars)}
          </span>
          <span className="visually-hidden">{t("reviews.starsOf", { count: review.stars })}</span>
        </span>
        <strong>{format.name(review.name)}</strong>
        <span className="dim">
          {nameOf(review.market)} · {t("dayN", { day: review.day })} · {t(`theme.${review.theme}`)}
          {review.lateDays > 0 ? ` · ${t("reviews.late", { count: review.lateDays })}` : ""}
        </span>
      </p>
      <div className="both-languages">
        <p lang="zh-CN">{review.text.zh}</p>
        <p lang="en">{review.text.en}</p>
      </div>
    </li>
  );
}
