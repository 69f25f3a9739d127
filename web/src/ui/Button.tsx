import type { ComponentChildren } from "preact";
import { KeyCap } from "./KeyCap";
import { ariaKeys } from "./keys";
import { keyHints } from "./preferences";

type Weight = "primary" | "plain" | "quiet" | "danger";

interface Look {
  readonly weight?: Weight;
  /** Shown as a cap and told to assistive technology; the key itself is bound in keys.ts. */
  readonly keys?: string;
  readonly children: ComponentChildren;
}

interface ButtonProps extends Look {
  readonly onPress?: () => void;
  readonly submits?: boolean;
  /** Says "working" to assistive technology and takes no second press. */
  readonly busy?: boolean;
  readonly label?: string;
  /** For a key of another part of the page to press. */
  readonly id?: string;
}

export function Button({ weight = "plain", keys, children, onPress, submits, busy, label, id }: ButtonProps) {
  return (
    <button
      id={id}
      type={submits ? "submit" : "button"}
      class={`button ${weight}`}
      aria-disabled={busy ? "true" : undefined}
      aria-busy={busy ? "true" : undefined}
      aria-label={label}
      aria-keyshortcuts={keys && ariaKeys(keys)}
      onClick={(event) => {
        if (busy) event.preventDefault();
        else onPress?.();
      }}
    >
      {children}
      {keys && keyHints.value && <KeyCap keys={keys} />}
    </button>
  );
}

/** A link that looks like a button: it leads to another page and can be opened beside. */
export function ButtonLink({ weight = "plain", keys, children, href }: Look & { readonly href: string }) {
  return (
    <a class={`button ${weight}`} href={href} aria-keyshortcuts={keys && ariaKeys(keys)}>
      {children}
      {keys && keyHints.value && <KeyCap keys={keys} />}
    </a>
  );
}
