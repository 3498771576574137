import { useState } from "react";

/**
 * An act that is sound but most likely a slip is asked about once: the first time it is sent the
 * concern is shown, the second time it goes. Another concern is asked about anew.
 *
 * @param concern  the sentence that is shown; null where nothing is the matter
 */
export function useAskOnce(concern: string | null): {
  /** What was asked about and not yet answered; null without. */
  asked: string | null;
  /** Whether to go on; false shows the concern. */
  mayGo: () => boolean;
} {
  const [told, setTold] = useState<string | null>(null);
  return {
    asked: concern !== null && told === concern ? concern : null,
    mayGo: () => {
      if (concern === null || told === concern) return true;
      setTold(concern);
      return false;
    },
  };
}

/** What is asked about before the act goes, above its button. */
export function Concern({ text }: { text: string | null }) {
  if (text === null) return null;
  return (
    <p className="warn" role="alert">
      {text}
    </p>
  );
}
