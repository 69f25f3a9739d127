/** A stretch of text that two versions share, or that only one of them has. */
export interface Piece {
  readonly kind: "same" | "removed" | "added";
  readonly text: string;
}

/** Beyond this many cells the middle of two texts is shown as replaced whole: nobody reads a finer answer. */
const MOST_CELLS = 4_000_000;

const TOKEN = /\s+|[\p{L}\p{M}\p{N}]+|./gu;

/** How one text became another, word by word: the longest common subsequence of their words, blanks and signs. */
export function compareWords(before: string, after: string): readonly Piece[] {
  const old = before.match(TOKEN) ?? [];
  const now = after.match(TOKEN) ?? [];
  const shorter = Math.min(old.length, now.length);
  let head = 0;
  while (head < shorter && old[head] === now[head]) head++;
  let tail = 0;
  while (tail < shorter - head && old[old.length - 1 - tail] === now[now.length - 1 - tail]) tail++;

  const pieces = new Pieces();
  pieces.add("same", old.slice(0, head));
  compareMiddle(old.slice(head, old.length - tail), now.slice(head, now.length - tail), pieces);
  pieces.add("same", old.slice(old.length - tail));
  return pieces.joined();
}

function compareMiddle(old: readonly string[], now: readonly string[], pieces: Pieces): void {
  if (old.length * now.length > MOST_CELLS) {
    pieces.add("removed", old);
    pieces.add("added", now);
    return;
  }
  const common = commonLengths(old, now);
  const width = now.length + 1;
  let i = 0;
  let j = 0;
  while (i < old.length && j < now.length) {
    if (old[i] === now[j]) {
      pieces.add("same", old.slice(i, i + 1));
      i++;
      j++;
    } else if (lengthAt(common, (i + 1) * width + j) >= lengthAt(common, i * width + j + 1)) {
      pieces.add("removed", old.slice(i, i + 1));
      i++;
    } else {
      pieces.add("added", now.slice(j, j + 1));
      j++;
    }
  }
  pieces.add("removed", old.slice(i));
  pieces.add("added", now.slice(j));
}

/** Cell (i, j), row by row: how many tokens the rest of the old from i and of the new from j have in common. */
function commonLengths(old: readonly string[], now: readonly string[]): Uint32Array {
  const width = now.length + 1;
  const common = new Uint32Array((old.length + 1) * width);
  for (let i = old.length - 1; i >= 0; i--) {
    for (let j = now.length - 1; j >= 0; j--) {
      common[i * width + j] =
        old[i] === now[j]
          ? lengthAt(common, (i + 1) * width + j + 1) + 1
          : Math.max(lengthAt(common, (i + 1) * width + j), lengthAt(common, i * width + j + 1));
    }
  }
  return common;
}

function lengthAt(common: Uint32Array, cell: number): number {
  return common[cell] ?? 0;
}

/** Collects what changed between two shared words, so that a changed phrase reads as one removal and one addition. */
class Pieces {
  private readonly list: Piece[] = [];
  private pending: Piece[] = [];

  add(kind: Piece["kind"], tokens: readonly string[]): void {
    const text = tokens.join("");
    if (text === "") return;
    const isBlankBetween = kind === "same" && text.trim() === "" && this.pending.length > 0;
    if (kind !== "same" || isBlankBetween) this.pending.push({ kind, text });
    else {
      this.flush();
      this.put({ kind, text });
    }
  }

  joined(): readonly Piece[] {
    this.flush();
    return this.list;
  }

  /** A blank alone does not part two changes; blanks at the end of a change are not part of it. */
  private flush(): void {
    const trailing: Piece[] = [];
    while (this.pending.at(-1)?.kind === "same") trailing.push(...this.pending.splice(-1));
    const removed = this.textWithout("added");
    const added = this.textWithout("removed");
    if (removed.trim() !== "" && added.trim() !== "") {
      this.put({ kind: "removed", text: removed });
      this.put({ kind: "added", text: added });
    } else for (const piece of this.pending) this.put(piece);
    for (const piece of trailing.reverse()) this.put(piece);
    this.pending = [];
  }

  private textWithout(kind: Piece["kind"]): string {
    return this.pending.flatMap((piece) => (piece.kind === kind ? [] : [piece.text])).join("");
  }

  private put(piece: Piece): void {
    const last = this.list.at(-1);
    if (last?.kind === piece.kind) this.list[this.list.length - 1] = { kind: piece.kind, text: last.text + piece.text };
    else this.list.push(piece);
  }
}
