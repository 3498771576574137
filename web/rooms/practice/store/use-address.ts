import { useNavigate } from "@tanstack/react-router";
import { useAsked } from "../../../frame/room.ts";

/**
 * A field of the address that a room keeps its view in, so that any view can be sent as a link. The
 * usual choice, the first unless it is named, leaves the address bare.
 */
export function useAddressField<Choice extends string>(
  name: string,
  choices: readonly [Choice, ...Choice[]],
  usual: Choice = choices[0],
): [Choice, (choice: Choice) => void] {
  const [asked, setAsked] = useAddressText(name);
  const chosen = choices.find((choice) => choice === asked) ?? usual;
  return [chosen, (choice) => setAsked(choice === usual ? undefined : choice)];
}

/** A free field of the address; undefined takes it away. */
export function useAddressText(
  name: string,
): [string | undefined, (value: string | undefined) => void] {
  const asked = useAsked(name);
  const navigate = useNavigate();
  const set = (value: string | undefined) =>
    void navigate({
      to: ".",
      search: ((old: Record<string, unknown>) => ({ ...old, [name]: value })) as never,
      replace: true,
      resetScroll: false,
    });
  return [asked, set];
}
