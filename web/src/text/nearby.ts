/** Tells elements when they come to the screen or within one screen of it, and when they leave. */
export class Nearby {
  readonly #tell = new Map<Element, (isNear: boolean) => void>();
  readonly #observer: IntersectionObserver | null;

  constructor() {
    const isMissing = typeof IntersectionObserver === "undefined";
    this.#observer = isMissing
      ? null
      : new IntersectionObserver((entries) => this.#see(entries), { rootMargin: "100% 0px" });
  }

  /** Without an observer every element counts as near. The answer ends the watch. */
  watch(element: Element, tell: (isNear: boolean) => void): () => void {
    if (!this.#observer) {
      tell(true);
      return () => {};
    }
    this.#tell.set(element, tell);
    this.#observer.observe(element);
    return () => {
      this.#observer?.unobserve(element);
      this.#tell.delete(element);
    };
  }

  stop(): void {
    this.#observer?.disconnect();
    this.#tell.clear();
  }

  #see(entries: readonly IntersectionObserverEntry[]): void {
    for (const { target, isIntersecting } of entries) this.#tell.get(target)?.(isIntersecting);
  }
}
