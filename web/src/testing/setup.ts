import { afterEach } from "vitest";
import { unmountAll } from "./render";

afterEach(() => {
  unmountAll();
  localStorage.clear();
});
