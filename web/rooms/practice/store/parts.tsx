import "./store.css";
import type { ButtonVariant } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { RefusalError } from "../../../api/client.ts";
import { Problem } from "../../../parts/page.tsx";
import { ReasonButton } from "../../../parts/reason-button.tsx";
import { useFormat, type Both } from "../../../text/format.ts";
import { useBrokenBound, useRefused, useSaid } from "./said.ts";
import type { Saying } from "./saying.ts";
import { useMayDecide } from "./use-store.ts";

/** A product's picture, or a quiet square where it has none. */
export function Picture({
  src,
  name,
  size = 40,
}: {
  src: string | null;
  name: string;
  size?: number;
}) {
  return src === null ? (
    <span className="picture" style={{ width: size, height: size }} aria-hidden="true" />
  ) : (
    <img
      className="picture"
      src={`${src}?size=small`}
      alt={name}
      width={size}
      height={size}
      loading="lazy"
    />
  );
}

/** Picture, name and SKU of a product in one line. */
export function ProductLabel({
  name,
  sku,
  picture,
  note,
}: {
  name: Both;
  sku: string;
  picture?: string | null;
  note?: ReactNode;
}) {
  const format = useFormat();
  return (
    <span className="row">
      {picture === undefined ? null : <Picture src={picture} name="" />}
      <span className="product-label">
        <span className="product-name">{format.name(name)}</span>
        <span className="dim product-sku">
          {sku}
          {note === undefined ? null : <> · {note}</>}
        </span>
      </span>
    </span>
  );
}

type ActProps = {
  children: ReactNode;
  onClick: () => void;
  isPending?: boolean;
  disabledReason?: string | undefined;
  variant?: ButtonVariant;
  size?: string;
};

/** The button that hands something in; when it cannot, it says why. */
export function ActButton({
  children,
  onClick,
  isPending = false,
  disabledReason,
  variant = "filled",
  size = "sm",
}: ActProps) {
  const { t } = useTranslation("practice");
  const { may, reason, who } = useMayDecide();
  return (
    <ReasonButton
      variant={variant}
      size={size}
      loading={isPending}
      onClick={onClick}
      reason={may ? (disabledReason ?? null) : t(reason, { who })}
    >
      {children}
    </ReasonButton>
  );
}

/**
 * A drawer's one act: in sight however long the drawer is, with the reason beside it when it cannot
 * be done, because a finger does not hover.
 */
export function DrawerAct({ isSaidAbove, ...props }: ActProps & { isSaidAbove: boolean }) {
  return (
    <div className="drawer-act">
      {props.disabledReason === undefined || isSaidAbove ? null : (
        <p className="soft" aria-hidden="true">
          {props.disabledReason}
        </p>
      )}
      <ActButton {...props} />
    </div>
  );
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

/** What handing in would cost, named before it is done. */
export function Warnings({ of }: { of: readonly Saying[] }) {
  const say = useSaid();
  const sentences = [...new Set(of.map(say))];
  if (sentences.length === 0) return null;
  return (
    <div role="status">
      <ul className="warnings">
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </div>
  );
}

/** A "no" to a decision: what to do about it. What was typed stays. */
export function Refused({ error }: { error: Error | null }) {
  const refused = useRefused();
  const boundOf = useBrokenBound();
  if (error === null) return null;
  const bound = error instanceof RefusalError ? boundOf(error) : null;
  if (bound !== null)
    return (
      <div className="problem" role="alert">
        {refused(bound)}
      </div>
    );
  const isOfSeason = error instanceof RefusalError && error.code.startsWith("practice/");
  if (!isOfSeason) return <Problem error={error} />;
  return (
    <div className="problem" role="alert">
      {refused({ code: error.code, facts: plainFacts(error) })}
    </div>
  );
}

/** Facts that a sentence can print. */
function plainFacts({ facts }: RefusalError): Saying["facts"] {
  return Object.fromEntries(
    Object.entries(facts).map(([name, value]) => [
      name,
      typeof value === "number" || typeof value === "string" ? value : JSON.stringify(value),
    ]),
  );
}
