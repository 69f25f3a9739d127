import { t } from "../i18n";

interface ProgressProps {
  readonly label: string;
  readonly done: number;
  readonly of: number;
  /** What is said and shown beside the bar; "8 of 22" unless told. */
  readonly text?: string;
}

export function Progress({ label, done, of, text = t("common.progress", { n: done, of }) }: ProgressProps) {
  return (
    <div class="progress">
      <div
        role="progressbar"
        class="progress-bar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={of}
        aria-valuenow={done}
        aria-valuetext={text}
        tabIndex={-1}
      >
        <div class="progress-done" style={{ inlineSize: `${of > 0 ? (100 * done) / of : 0}%` }} />
      </div>
      <span class="progress-text" aria-hidden="true">
        {text}
      </span>
    </div>
  );
}
