/** Functions without their arguments: in brackets with bounds, and under definite integrals. */
import { expect, it } from "vitest";
import { check, stepsOf } from "./run";

const R = String.raw;
const verdicts = (text: string) => stepsOf(check(text)).map((s) => s.verdict);

it.each([
  [R`$$f(x) = f(a) + \int_a^x f'(t)\,dt = f(a) + [f]_a^x = f(x)$$`],
  [R`$$\int_a^b f(x) g'(x)\,dx = [fg]_a^b - \int_a^b f'(x) g(x)\,dx$$`],
  [R`$$\int_0^T f'(t) f(t)\,dt = \frac12 f^2\Big|_0^T = \frac12(f(T)^2 - f(0)^2)$$`],
  [R`$$\int_a^b f g'\,dx = [fg]_a^b - \int_a^b f' g\,dx$$`],
  [R`$$\int_a^b f g'\,dx = f(b)g(b) - f(a)g(a) - \int_a^b f' g\,dx$$`],
  [R`$$\int_a^b u(x) v'(x)\,dx = uv\Big|_a^b - \int_a^b v\,u'\,dx$$`],
  [R`$$\int_0^1 u'' v\,dx = [u'v]_0^1 - \int_0^1 u' v'\,dx$$`],
  [R`$$\int_0^1 x f'\,dx = [x f]_0^1 - \int_0^1 f\,dx$$`],
  [R`$$\int_{t_0}^{t_1} m v v'\,dt = \left[\frac12 m v^2\right]_{t_0}^{t_1}$$`],
  [R`$$\int_0^1 2x(x^2+1)^2\,dx = \int_1^2 u^2\,du = \left[\frac{u^3}{3}\right]_1^2 = \frac73$$`],
])("%s holds", (text) => expect(new Set(verdicts(text))).toEqual(new Set(["holds"])));

it.each([
  [R`$$\int_a^b f(x) g'(x)\,dx = [fg]_a^b + \int_a^b f'(x) g(x)\,dx$$`, "fails"],
  [R`Let $F'(x) = f(x)$. Then $$\int_a^b f(x)\,dx = F\Big|_a^b = F(a) - F(b).$$`, "fails"],
  [R`$$\int p(x') x'\,dx' = \mu$$`, "given"],
])("%s: %s", (text, verdict) => expect(verdicts(text).at(-1)).toBe(verdict));
