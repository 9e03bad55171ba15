/** The version of the tool, put in by the build. */
declare const __VERSION__: string | undefined;

export const version: string = typeof __VERSION__ === "string" ? __VERSION__ : "0.0.0";
