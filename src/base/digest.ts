/** Short names for long texts. */
import { hash } from "./random";

/** 64 bits of hash and the length. */
export const digest = (text: string): string => `${hash("a", text).toString(36)}.${hash("b", text).toString(36)}.${text.length.toString(36)}`;
