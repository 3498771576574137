import { Button, Tooltip } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useFormat, type Both } from "../../../text/format.ts";
import { useMayDecide } from "./use-store.ts";

/** A product's picture, or a quiet square where it has none. */
export function Picture({ src, name, size = 40 }: { src: string | null; name: string; size?: number }) {
  return src === null ? (
    <span className="picture" style={{ width: size, height: size }} aria-hidden="true" />
  ) : (
    <img className="picture" src={src} alt={name} width={size} height={size} loading="lazy" />
  );
}

/** Picture, name and SKU of a product in one line. */
export function ProductLabel({ name, sku, picture, note }: { name: Both; sku: string; picture?: string | null; note?: ReactNode }) {
  const format = useFormat();
  return (
    <span className="row">
      {picture === undefined ? null : <Picture src={picture} name="" />}
      <span style={{ minWidth: 0 }}>
        <span className="product-name">{format.name(name)}</span>
        <span className="dim product-sku">
          {sku}
          {note === undefined ? null : <> · {note}</>}
        </span>
      </span>
    </span>
  );
}

/** The button that hands something in; when it cannot, it says why. */
export function ActButton({
  children,
  onClick,
  isPending = false,
  disabledReason,
  variant = "filled",
  size,
}: {
  children: ReactNode;
  onClick: () => void;
  isPending?: boolean;
  disabledReason?: string | undefined;
  variant?: string;
  size?: string;
}) {
  const { t } = useTranslation("practice");
  const { may, reason } = useMayDecide();
  const why = may ? disabledReason : t(reason);
  const button = (
    <Button
      variant={variant}
      {...(size === undefined ? {} : { size })}
      loading={isPending}
      aria-disabled={why !== undefined}
      data-disabled={why !== undefined || undefined}
      onClick={why === undefined ? onClick : (event) => event.preventDefault()}
    >
      {children}
    </Button>
  );
  return why === undefined ? button : <Tooltip label={why}>{button}</Tooltip>;
}

/** Stars of a mean in thousandths. */
export function Stars({ ratingMilli, reviews }: { ratingMilli: number; reviews: number }) {
  const { t } = useTranslation("practice");
  const format = useFormat();
  if (reviews === 0) return <span className="dim">{t("noReviews")}</span>;
  return (
    <span>
      <span aria-hidden="true">★</span> {format.number(ratingMilli / 1000, 1)}{" "}
      <span className="dim">({reviews})</span>
    </span>
  );
}
