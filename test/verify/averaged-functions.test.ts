/** Functions whose formula averages over their argument: the risk and the bias of an estimator. */
import { expect, it } from "vitest";
import { verdicts } from "./run";

const R = String.raw;
const SAID = R`The risk is $$R(\hat{\theta}, \theta) = \mathbb{E}[(\hat{\theta} - \theta)^2]$$ and the bias $$B(\hat{\theta}, \theta) = \mathbb{E}[\hat{\theta}] - \theta.$$ Then`;

it.each<[string, string]>([
  [R`$$R(\hat{\theta}, \theta) = B(\hat{\theta}, \theta)^2 + \operatorname{Var}(\hat{\theta})$$`, "holds"],
  [R`$$R(\hat{\theta}, \theta) = B(\hat{\theta}, \theta)^2 - \operatorname{Var}(\hat{\theta})$$`, "unchecked"],
  [R`$$\frac{\mathbb{E}[(\hat{\theta}_n - \theta)^2]}{c^2} = \frac{R(\hat{\theta}_n, \theta)}{c^2}$$`, "holds"],
])("%s: %s", (text, last) => expect(verdicts(`${SAID} ${text}`).at(-1)).toBe(last));
