import type { Span } from "../../../model/entries";
import { EdgeButtons } from "../../../ui/EdgeButtons";
import { edgeMoved } from "./outcomes";

interface EdgeEditorProps {
  readonly words: readonly Span[];
  readonly span: Span;
  readonly quote: string;
  readonly onChange: (span: Span) => void;
}

/** New edges, word by word. */
export function EdgeEditor({ words, span, quote, onChange }: EdgeEditorProps) {
  const move = (edge: "start" | "end", by: 1 | -1) => onChange(edgeMoved(words, span, edge, by));
  return (
    <div class="edge-editor">
      <q class="quote-line" aria-live="polite">
        {quote}
      </q>
      <EdgeButtons onMove={move} />
    </div>
  );
}
