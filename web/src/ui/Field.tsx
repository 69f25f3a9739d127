import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";

interface FieldProps {
  readonly label: string;
  readonly hint?: string | undefined;
  /** What is wrong and what to do; shown in place of the hint and read with the field. */
  readonly error?: string | undefined;
}

interface TextFieldProps extends FieldProps {
  readonly value: string;
  readonly onInput: (text: string) => void;
  readonly type?: "text" | "password" | "search" | "number" | "date" | "datetime-local";
  readonly autocomplete?: string;
  readonly required?: boolean;
  /** Lines shown; without, one line that takes no line breaks. */
  readonly lines?: number;
  readonly maxLength?: number;
}

export function TextField(props: TextFieldProps) {
  const { label, hint, error, value, onInput, type = "text", lines, autocomplete, required, maxLength } = props;
  const id = useId();
  const common = {
    id,
    value,
    required,
    autocomplete,
    maxLength,
    "aria-invalid": error ? ("true" as const) : undefined,
    "aria-describedby": error || hint ? `${id}-note` : undefined,
  };
  return (
    <Labelled id={id} label={label} hint={hint} error={error}>
      {lines ? (
        <textarea {...common} rows={lines} onInput={(event) => onInput(event.currentTarget.value)} />
      ) : (
        <input {...common} type={type} onInput={(event) => onInput(event.currentTarget.value)} />
      )}
    </Labelled>
  );
}

export interface Option<V extends string> {
  readonly value: V;
  readonly label: string;
}

interface SelectProps<V extends string> extends FieldProps {
  readonly value: V;
  readonly options: readonly Option<V>[];
  readonly onChange: (value: V) => void;
}

export function Select<V extends string>({ label, hint, error, value, options, onChange }: SelectProps<V>) {
  const id = useId();
  return (
    <Labelled id={id} label={label} hint={hint} error={error}>
      <select
        id={id}
        value={value}
        aria-describedby={error || hint ? `${id}-note` : undefined}
        onChange={(event) => {
          const chosen = options[event.currentTarget.selectedIndex];
          if (chosen) onChange(chosen.value);
        }}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value} selected={option.value === value}>
            {option.label}
          </option>
        ))}
      </select>
    </Labelled>
  );
}

interface CheckboxProps {
  readonly label: ComponentChildren;
  readonly hint?: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}

export function Checkbox({ label, hint, checked, onChange }: CheckboxProps) {
  const id = useId();
  return (
    <div class="checkbox">
      <input
        id={id}
        type="checkbox"
        checked={checked}
        aria-describedby={hint ? `${id}-note` : undefined}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <label for={id}>{label}</label>
      {hint && (
        <p id={`${id}-note`} class="note">
          {hint}
        </p>
      )}
    </div>
  );
}

interface ChoiceProps<V extends string> {
  readonly label: string;
  readonly value: V;
  readonly options: readonly Option<V>[];
  readonly onChange: (value: V) => void;
}

/** One of a few, all in view: radio buttons drawn side by side. */
export function Choice<V extends string>({ label, value, options, onChange }: ChoiceProps<V>) {
  const name = useId();
  return (
    <fieldset class="choice">
      <legend>{label}</legend>
      <div class="choice-row">
        {options.map((option) => (
          <label key={option.value}>
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
            />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function Labelled({ id, label, hint, error, children }: FieldProps & { id: string; children: ComponentChildren }) {
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {children}
      {(error || hint) && (
        <p id={`${id}-note`} class={error ? "note wrong" : "note"}>
          {error ?? hint}
        </p>
      )}
    </div>
  );
}
