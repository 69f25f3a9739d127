import { signal } from "@preact/signals";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { Answer, Asking } from "../../../api/http";
import type { StudyView } from "../../../live";
import { click, find, render } from "../../../testing/render";
import { useFetched } from "./useFetched";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it("says of each question whether somebody asked by hand", async () => {
  const moves = signal(0);
  const view = { moves: () => moves } as unknown as StudyView;
  const asked: Asking[] = [];
  const ask = (asking: Asking): Promise<Answer<number>> => {
    asked.push(asking);
    return Promise.resolve({ ok: true, value: asked.length });
  };
  function Shown() {
    const { again } = useFetched({ key: "question", ask, follows: { view, round: "r" } });
    return <button type="button" onClick={again} />;
  }
  const page = render(<Shown />);
  await vi.advanceTimersByTimeAsync(10);
  moves.value = 1;
  await vi.advanceTimersByTimeAsync(2_000);
  click(find(page, "button"));
  await vi.advanceTimersByTimeAsync(10);
  expect(asked).toEqual([{}, { isAutomatic: true }, {}]);
});
