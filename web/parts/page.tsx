import { Button, Skeleton } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { type ReactNode, useEffect } from "react";
import { useTranslation } from "react-i18next";
import { RefusalError } from "../api/client.ts";

/** The room's name in the browser's tab and history. */
function useTitle(title: ReactNode): void {
  const { t } = useTranslation("frame");
  useEffect(() => {
    if (typeof title === "string") document.title = `${title} · ${t("product")}`;
  }, [title, t]);
}

export function PageHead({
  title,
  text,
  children,
}: {
  title: ReactNode;
  text?: ReactNode;
  children?: ReactNode;
}) {
  useTitle(title);
  return (
    <header className="page-head">
      <div>
        <h1>{title}</h1>
        {text === undefined ? null : <p>{text}</p>}
      </div>
      {children === undefined ? null : <div className="page-head-acts">{children}</div>}
    </header>
  );
}

export function Card({
  title,
  note,
  children,
  acts,
  flush = false,
  label,
}: {
  title?: ReactNode;
  note?: ReactNode;
  acts?: ReactNode;
  children: ReactNode;
  flush?: boolean;
  label?: string;
}) {
  return (
    <section className="card" aria-label={label}>
      {title === undefined ? null : (
        <header className="card-head">
          <h2>{title}</h2>
          {note === undefined ? null : <span className="card-note">{note}</span>}
          {acts === undefined ? null : (
            <div style={{ marginLeft: note === undefined ? "auto" : 0 }}>{acts}</div>
          )}
        </header>
      )}
      {flush ? (
        children
      ) : (
        <div className="card-body" style={title === undefined ? { paddingTop: 16 } : undefined}>
          {children}
        </div>
      )}
    </section>
  );
}

/** What will be here, and the first step towards it. */
export function Empty({
  title,
  text,
  isPage = false,
  children,
}: {
  title: string;
  text: string;
  /** It is all that the page has: its title is the page's. */
  isPage?: boolean;
  children?: ReactNode;
}) {
  return (
    <div className="empty">
      {isPage ? <h1>{title}</h1> : <h2>{title}</h2>}
      <p>{text}</p>
      {children}
    </div>
  );
}

/** The sentence of a refusal in the reader's language, with what to do. */
export function useRefusalText(): (error: Error) => string {
  const { t, i18n } = useTranslation("refusals");
  return (error) => {
    if (error instanceof RefusalError && error.code === "platform/unreachable")
      return t("unreachable", { ns: "frame" });
    if (!(error instanceof RefusalError)) return t("unexpected", { ns: "frame" });
    const isKnown =
      error.code !== "platform/unexpected" && i18n.exists(error.code, { ns: "refusals" });
    if (isKnown) return t(error.code, { ...error.facts, trace: error.trace });
    // What stands between us and the server answers without a number to look up.
    return error.trace === ""
      ? t("unexpected", { ns: "frame" })
      : t("platform/unexpected", { trace: error.trace });
  };
}

/** A "no" of the server: what to do about it; what was typed stays where it is. */
export function Problem({ error, retry }: { error: Error; retry?: () => void }) {
  const { t } = useTranslation("frame");
  const say = useRefusalText();
  return (
    <div className="problem" role="alert">
      {say(error)}
      {retry === undefined ? null : (
        <Button variant="subtle" size="compact-sm" ml={8} onClick={retry}>
          {t("tryAgain")}
        </Button>
      )}
    </div>
  );
}

const passing = ["platform/unreachable", "platform/busy", "platform/too-many-requests"];

/** Whether the same question may be answered otherwise in a moment. */
function useMayPass(): (error: Error) => boolean {
  const { i18n } = useTranslation();
  return (error) =>
    !(error instanceof RefusalError) ||
    error.code === "platform/unexpected" ||
    passing.includes(error.code) ||
    !i18n.exists(error.code, { ns: "refusals" });
}

/** An answer that did not come: ask again where that may help, else the way back to one's rooms. */
function Unanswered({ error, retry }: { error: Error; retry: () => void }) {
  const { t } = useTranslation("frame");
  const mayPass = useMayPass();
  if (mayPass(error)) return <Problem error={error} retry={retry} />;
  // Nothing was entered here: what the server could not read is the address.
  const isAddress = error instanceof RefusalError && error.code === "platform/malformed-request";
  return (
    <div className="grid">
      {isAddress ? (
        <div className="problem" role="alert">
          <strong>{t("lost.title")}</strong> {t("lost.text")}
        </div>
      ) : (
        <Problem error={error} />
      )}
      <p>
        <Link to="/">{t("lost.home")}</Link>
      </p>
    </div>
  );
}

type Loading<T> = {
  data: T | undefined;
  error: Error | null;
  isPending: boolean;
  refetch: () => unknown;
};

/** Shows an answer, its absence or its refusal; old data stays visible while new is fetched. */
export function Loaded<T>({
  of,
  children,
  rows = 4,
}: {
  of: Loading<T>;
  children: (data: T) => ReactNode;
  rows?: number;
}) {
  if (of.data !== undefined) return <>{children(of.data)}</>;
  if (of.error !== null) return <Unanswered error={of.error} retry={() => void of.refetch()} />;
  return (
    <div aria-busy="true" style={{ display: "grid", gap: 10 }}>
      {Array.from({ length: rows }, (_, index) => (
        <Skeleton key={index} height={index === 0 ? 28 : 64} radius={6} />
      ))}
    </div>
  );
}
