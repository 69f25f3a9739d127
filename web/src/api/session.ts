import { signal } from "@preact/signals";
import type { Language } from "../i18n";

export interface Account {
  readonly id: string;
  readonly name: string;
  readonly display_name: string;
  /** Runs the server: accounts and backup. */
  readonly operator: boolean;
  /** Null until the person chooses one: the pages then speak what the browser asks for. */
  readonly language: Language | null;
}

/** Who is signed in, with the token that every change must carry. */
export interface Me {
  readonly account: Account;
  readonly csrf: string;
}

/** "unknown" until the server was asked; "ended" when it was there and the server no longer takes it. */
export const session = signal<Me | "unknown" | "none" | "ended">("unknown");
