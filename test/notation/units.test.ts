/** Quantities with units: conversions, agreement of dimensions, units that the text leaves out. */
import { describe, expect, it } from "vitest";
import { verdictOf, verdictsOf } from "./verdicts";

const R = String.raw;

const FORMULAS: [string, string][] = [
  [R`6.20~\mathrm{eV} = 9.93\times10^{-19}~\mathrm{J}`, "holds"],
  [R`6.20~\mathrm{eV} = 9.93\times10^{-18}~\mathrm{J}`, "fails"],
  [R`72\ \text{km/h} = 20\ \text{m/s}`, "holds"],
  [R`72\ \text{km/h} = 25\ \text{m/s}`, "fails"],
  [R`5\,\mathrm{kg} \cdot 9.8\,\mathrm{m/s^2} = 49\,\mathrm{J}`, "fails"],
  [R`250\,\mathrm{g} = 0.25\,\mathrm{kg}`, "holds"],
  [R`90\,\mathrm{min} = 1.5\,\mathrm{h}`, "holds"],
  [R`2\,\mathrm{m} + 50\,\mathrm{cm} = 2.5\,\mathrm{m}`, "holds"],
  [R`\SI{3}{km} = \SI{3000}{m}`, "holds"],
  [R`\SI{3}{km} = \SI{300}{m}`, "fails"],
  [R`\qty{1.5}{\kilo\metre} = \qty{1500}{\metre}`, "holds"],
  [R`\SI{9.8}{\meter\per\second\squared} \cdot \SI{2}{\second} = \SI{19.6}{\meter\per\second}`, "holds"],
  [R`\frac{100\text{ m}}{8\text{ s}} = 12.5\text{ m s}`, "fails"],
  [R`1\,\mathrm{L} = 1000\,\mathrm{cm}^3`, "holds"],
  [R`25^\circ\mathrm{C} = 298.15\,\mathrm{K}`, "unchecked"],
  [R`30^\circ\mathrm{C} - 20^\circ\mathrm{C} = 10^\circ\mathrm{C}`, "holds"],
  [R`\frac12 \cdot 2 \cdot 3^2 = 9 \text{ J}`, "holds"],
  [R`\frac12 \cdot 2 \cdot 3^2 = 10 \text{ J}`, "fails"],
  [R`F = ma = (5\text{ kg})(2\text{ m/s}^2) = 10\text{ N}`, "holds"],
  [R`F = ma = (5\text{ kg})(2\text{ m/s}^2) = 12\text{ N}`, "fails"],
  [R`45 \text{ miles/hour} \times 2 \text{ hours} = 90 \text{ miles}`, "holds"],
  [R`5 \text{ m} + 3 = 8 \text{ m}`, "holds"],
  [R`3 \text{ hours} = 180 \text{ minutes}`, "holds"],
  [R`3 \text{ hours} = 120 \text{ minutes}`, "fails"],
  [R`8 \text{ feet} = 96 \text{ inches}`, "holds"],
  [R`1/2\,\mathrm{kg} = 0.5\,\mathrm{kg}`, "holds"],
  [R`9.8\,\frac{\mathrm{m}}{\mathrm{s}^2} \times 3\,\mathrm{s} = 29.4\,\frac{\mathrm{m}}{\mathrm{s}}`, "holds"],
  [R`\rho = \frac{27\,\mathrm{g}}{10\,\mathrm{cm}^3} = 2.7\,\mathrm{g/cm^3} = 2700\,\mathrm{kg\,m^{-3}}`, "holds"],
  [R`A = 3\text{ cm} \times 4\text{ cm} = 12\text{ cm}^2`, "holds"],
  [R`A = 3\text{ cm} \times 4\text{ cm} = 12\text{ cm}`, "fails"],
  [R`V = IR = 2\,\mathrm{A} \times 5\,\Omega = 10\,\mathrm{V}`, "holds"],
  [R`E = hf = (6.63\times10^{-34}\,\mathrm{J\,s})(5.0\times10^{14}\,\mathrm{Hz}) = 3.3\times10^{-19}\,\mathrm{J}`, "holds"],
  [R`E = hf = (6.63\times10^{-34}\,\mathrm{J\,s})(5.0\times10^{14}\,\mathrm{Hz}) = 3.3\times10^{-20}\,\mathrm{J}`, "fails"],
  [R`100\text{ cm} = 1\text{ m}`, "holds"],
  [R`15\% \text{ of } 200 = 30`, "holds"],
  [R`x\,\mathrm{m} + 2x\,\mathrm{m} = 3x\,\mathrm{m}`, "holds"],
  [R`\text{distance} = 60 \text{ mph} \times 2.5 \text{ h} = 150 \text{ mi}`, "holds"],
  [R`12\text{ eggs} + 3\text{ eggs} = 15\text{ eggs}`, "holds"],
  [R`\mathrm{KE} = \frac{1}{2}(1200\,\mathrm{kg})(25\,\mathrm{m/s})^2 = 375\,000\,\mathrm{J} = 375\,\mathrm{kJ}`, "holds"],
  [R`P = \frac{W}{t} = \frac{600\,\mathrm{J}}{4\,\mathrm{s}} = 150\,\mathrm{W}`, "holds"],
  [R`\frac{2}{3} \text{ of } 12 = 8`, "holds"],
  [R`3\,\mathrm{k}\Omega + 2\,\mathrm{k}\Omega = 5\,\mathrm{k}\Omega`, "holds"],
  [R`\text{Area} = 5\text{ ft} \times 3\text{ ft} = 15\text{ ft}^2`, "holds"],
  [R`2.5 \text{ hours} \times 60 \frac{\text{minutes}}{\text{hour}} = 150 \text{ minutes}`, "holds"],
  [R`60\ \frac{\text{mi}}{\text{h}} \cdot 2\ \text{h} = 120\ \text{mi}`, "holds"],
  [R`60\ \frac{\text{mi}}{\text{h}} \cdot 2\ \text{h} = 110\ \text{mi}`, "fails"],
  [R`5\,\mathrm{m} < 600\,\mathrm{cm}`, "holds"],
  [R`1\,\mathrm{kWh} = 3.6\times10^6\,\mathrm{J}`, "holds"],
  [R`\int_0^2 3t\,\mathrm{d}t = 6`, "holds"],
  [R`A\mathbf{x} + 2\mathrm{A}\mathbf{x} = 3 A \mathbf{x}`, "holds"],
  [R`T = 2\pi\sqrt{\frac{L}{g}} = 2\pi\sqrt{\frac{1.0\,\mathrm{m}}{9.8\,\mathrm{m/s^2}}} = 2.0\,\mathrm{s}`, "holds"],
  [R`T = 2\pi\sqrt{\frac{L}{g}} = 2\pi\sqrt{\frac{1.0\,\mathrm{m}}{9.8\,\mathrm{m/s^2}}} = 3.0\,\mathrm{s}`, "fails"],
  [R`\lambda = \frac{c}{f} = \frac{3.00\times10^8~\mathrm{m/s}}{5.0\times10^{14}~\mathrm{Hz}} = 6.0\times10^{-7}~\mathrm{m} = 600~\mathrm{nm}`, "holds"],
  [R`\lambda = \frac{c}{f} = \frac{3.00\times10^8~\mathrm{m/s}}{5.0\times10^{14}~\mathrm{Hz}} = 6.0\times10^{-7}~\mathrm{m} = 60~\mathrm{nm}`, "fails"],
  [R`p = \frac{F}{A} = \frac{200\,\text{N}}{0.5\,\text{m}^2} = 400\,\text{Pa}`, "holds"],
  [R`Q = mc\Delta T = (0.5\,\mathrm{kg})(4186\,\mathrm{J/(kg\cdot K)})(10\,\mathrm{K}) = 2.1\times10^4\,\mathrm{J}`, "holds"],
  [
    R`n = \frac{PV}{RT} = \frac{(101325\,\mathrm{Pa})(0.0224\,\mathrm{m^3})}{(8.314\,\mathrm{J\,mol^{-1}K^{-1}})(273.15\,\mathrm{K})} = 1.00\,\mathrm{mol}`,
    "holds",
  ],
  [R`v^2 = u^2 + 2as = (5\,\mathrm{m/s})^2 + 2(3\,\mathrm{m/s^2})(4\,\mathrm{m}) = 49\,\mathrm{m^2/s^2}`, "holds"],
  [R`F = qvB = (1.6\times 10^{-19}\,\text{C})(2\times10^6\,\text{m/s})(0.5\,\text{T}) = 1.6\times10^{-13}\,\text{N}`, "holds"],
  [R`x(2) = 5 + 3(2) = 11 \text{ m}`, "holds"],
  [R`50 \text{ km/h} \times \frac{1000 \text{ m}}{1 \text{ km}} \times \frac{1 \text{ h}}{3600 \text{ s}} = 13.9 \text{ m/s}`, "holds"],
];
const DOCUMENTS: [string, string][] = [
  [R`Let $v = 20\,\mathrm{m/s}$ and $d = 100\,\mathrm{m}$. Then $$t = \frac{d}{v} = \frac{100\,\mathrm m}{20\,\mathrm{m/s}} = 5\,\mathrm s$$`, "holds"],
  [R`Let $v = 20\,\mathrm{m/s}$ and $d = 100\,\mathrm{m}$. Then $$t = \frac{d}{v} = \frac{100\,\mathrm m}{20\,\mathrm{m/s}} = 4\,\mathrm s$$`, "fails"],
  [R`Let $v = 3\text{ m/s}$ and $m = 2\text{ kg}$. Then $$E = \frac12 m v^2 = \frac12 (2)(3)^2 = 9\text{ J}$$`, "holds"],
  [R`Let $v = 72\text{ km/h}$ and $t = 3\text{ s}$. Then $$s = v t = 20 \cdot 3 = 60\text{ m}$$`, "holds"],
];

describe("units", () => {
  it.each(FORMULAS)("%s : %s", (latex, verdict) => expect(verdictOf(latex)).toBe(verdict));
  it.each(DOCUMENTS)("%s : %s", (text, verdict) => expect(verdictsOf(`${text}\n`).at(-1)).toBe(verdict));
});
