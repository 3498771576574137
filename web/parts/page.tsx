import { Button, Skeleton } from "@mantine/core";
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
    if (!(error instanceof RefusalError)) return t("platform/unexpected");
    const key = i18n.exists(error.code, { ns: "refusals" }) ? error.code : "platform/unexpected";
    return t(key, { ...error.facts, trace: error.trace });
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
const mayPass = (error: Error) =>
  !(error instanceof RefusalError) ||
  error.code === "platform/unexpected" ||
  passing.includes(error.code);

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
  if (of.error !== null) {
    const again = mayPass(of.error) ? { retry: () => void of.refetch() } : {};
    return <Problem error={of.error} {...again} />;
  }
  return (
    <div aria-busy="true" style={{ display: "grid", gap: 10 }}>
      {Array.from({ length: rows }, (_, index) => (
        <Skeleton key={index} height={index === 0 ? 28 : 64} radius={6} />
      ))}
    </div>
  );
}
