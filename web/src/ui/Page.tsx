import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { t } from "../i18n";
import { address } from "./router";

interface PageProps {
  readonly title: string;
  readonly children: ComponentChildren;
  /** Beside the title: a badge, actions. */
  readonly aside?: ComponentChildren;
  /** A class that chooses the page's width: "narrow" for forms, none for lists, "whole" for workspaces. */
  readonly width?: "narrow" | "whole";
}

/** The path on which the focus was last moved, so that a drawing anew does not move it again. */
let arrivedAt = address.peek().path;

/** The main part of a page with its title. A change of page moves the focus here, so that its title is read. */
export function Page({ title, children, aside, width }: PageProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const { path } = address.value;
  useEffect(() => {
    document.title = `${title} · ${t("common.sepakat")}`;
  }, [title]);
  useEffect(() => {
    if (path === arrivedAt) return;
    arrivedAt = path;
    heading.current?.focus();
    scrollTo(0, 0);
  }, [path]);
  return (
    <main id="main" class={`page ${width ?? ""}`}>
      <div class="page-head">
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {aside}
      </div>
      {children}
    </main>
  );
}

export function SkipLink() {
  return (
    // biome-ignore lint/a11y/useValidAnchor: it is a link; its target takes the focus without touching the address
    <a class="skip" href="#main" onClick={skip}>
      {t("common.skipToContent")}
    </a>
  );
}

function skip(event: MouseEvent): void {
  event.preventDefault();
  document.querySelector<HTMLElement>("#main h1")?.focus();
}
