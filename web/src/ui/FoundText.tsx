import type { Segment } from "../model/entries";
import { aroundFound, type Found } from "../text/find";

interface FoundTextProps {
  readonly text: string;
  readonly segment: Segment;
  readonly found: Found;
}

/** The number of a turn, and the words found in it between some of their neighbours. */
export function FoundText({ text, segment, found }: FoundTextProps) {
  const { before, found: words, after } = aroundFound(text, found, segment);
  return (
    <>
      <span class="turn-number">{found.index + 1}</span>{" "}
      <span class="found-text">
        {before}
        <mark>{words}</mark>
        {after}
      </span>
    </>
  );
}
