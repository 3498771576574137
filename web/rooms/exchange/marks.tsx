import { useTranslation } from "react-i18next";

const toneOf = { red: "badge-bad", amber: "badge-warn", green: "badge-good" } as const;
const signOf = { red: "✕", amber: "!", green: "✓" } as const;

/** Red cannot be sold, amber on an assumption, green lacks nothing; never by color alone. */
export function ReadinessMark({ of }: { of: keyof typeof toneOf }) {
  const { t } = useTranslation("exchange");
  return (
    <span className={`badge ${toneOf[of]}`}>
      <span aria-hidden="true">{signOf[of]}</span> {t(`readiness.${of}`)}
    </span>
  );
}

export function StateMark({ of }: { of: "draft" | "published" | "withdrawn" }) {
  const { t } = useTranslation("exchange");
  return (
    <span className={`badge ${of === "published" ? "badge-accent" : ""}`}>{t(`states.${of}`)}</span>
  );
}

/** A product's picture, or a quiet square where it has none. */
export function ProductPicture({ path, size = 40 }: { path: string | null; size?: number }) {
  return path === null ? (
    <span className="picture" style={{ width: size, height: size }} aria-hidden="true" />
  ) : (
    <img className="picture" src={path} alt="" width={size} height={size} loading="lazy" />
  );
}

/** The reader's half of a text, or the other one where the reader's is empty. */
export function eitherName(text: { zh: string; en: string }, language: "zh" | "en"): string {
  return text[language] || text.en || text.zh;
}
