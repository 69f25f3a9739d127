import { act } from "preact/test-utils";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { find, render } from "../testing/render";
import { LiveRegions, say, sayAtOnce } from "./announce";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.runAllTimers();
  vi.useRealTimers();
});

const pass = (milliseconds: number) => void act(() => void vi.advanceTimersByTime(milliseconds));
const speak = (...sentences: string[]) => void act(() => sentences.forEach(say));

describe("the polite region", () => {
  it("says at most one sentence in two seconds, the latest of those that came", () => {
    const status = find(render(<LiveRegions />), "[role=status]");
    speak("Trust applied", "Removed", "Trust applied, 4 words");
    expect(status.textContent).toBe("Trust applied");
    pass(1999);
    expect(status.textContent).toBe("Trust applied");
    pass(1);
    expect(status.textContent).toBe("Trust applied, 4 words");
  });

  it("says the same sentence again as a new one", () => {
    const status = find(render(<LiveRegions />), "[role=status]");
    speak("Removed");
    pass(2000);
    const before = status.textContent;
    speak("Removed");
    expect(status.textContent).not.toBe(before);
    expect(status.textContent?.trim()).toBe("Removed");
  });
});

describe("the alert", () => {
  it("waits for nobody", () => {
    const page = render(<LiveRegions />);
    speak("Removed");
    void act(() => sayAtOnce("Refused"));
    expect(find(page, "[role=alert]").textContent).toBe("Refused");
  });
});
