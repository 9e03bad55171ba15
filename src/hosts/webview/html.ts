/** The page that the panel shows: nothing but a place to build in, under a content security policy by nonce. */

export interface PageSources {
  readonly nonce: string;
  readonly script: string;
  readonly style: string;
  /** Where fonts may come from. */
  readonly fontSource: string;
}

const escaped = (text: string): string => text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);

/** Scripts and styles by nonce, workers from blobs, fonts from the extension, all else forbidden. */
export const policy = ({ nonce, fontSource }: Pick<PageSources, "nonce" | "fontSource">): string =>
  `default-src 'none'; script-src 'nonce-${nonce}'; style-src 'nonce-${nonce}'; font-src ${fontSource}; worker-src blob:`;

export function html(sources: PageSources): string {
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escaped(policy(sources))}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Reparameterize demo</title>
<link rel="stylesheet" nonce="${escaped(sources.nonce)}" href="${escaped(sources.style)}">
</head>
<body>
<main id="demo"></main>
<script nonce="${escaped(sources.nonce)}" src="${escaped(sources.script)}"></script>
</body>
</html>
`;
}
