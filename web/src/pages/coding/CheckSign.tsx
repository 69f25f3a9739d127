/** A question mark in a ring: its text was corrected, and its coder has not looked again. */
export function CheckSign({ size = 12 }: { readonly size?: number }) {
  return (
    <svg viewBox="0 0 16 16" width={size} height={size} class="check-sign" aria-hidden="true">
      <circle cx="8" cy="8" r="7" />
      <path d="M5.8 6.2a2.2 2.2 0 1 1 3.3 1.9c-.7.4-1.1.8-1.1 1.6" />
      <circle cx="8" cy="11.9" r=".5" />
    </svg>
  );
}
