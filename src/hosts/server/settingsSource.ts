/** The settings that hold for a document: asked of the client once, kept until they change. */
import type { Connection } from "vscode-languageserver";
import { readSettings, type Settings } from "../../features/settings";

export class SettingsSource {
  private readonly known = new Map<string, Promise<Settings>>();
  private given: unknown;

  constructor(
    private readonly connection: Connection,
    private readonly canAsk: boolean,
    given: unknown,
  ) {
    this.given = given;
  }

  of(uri: string): Promise<Settings> {
    const known = this.known.get(uri) ?? this.ask(uri);
    this.known.set(uri, known);
    return known;
  }

  /** Everything is asked anew; a client that cannot be asked sends its settings along. */
  changed(given: unknown): void {
    this.known.clear();
    this.given = (given as { spotcheck?: unknown } | undefined)?.spotcheck ?? this.given;
  }

  forget(uri: string): void {
    this.known.delete(uri);
  }

  private async ask(uri: string): Promise<Settings> {
    const raw = this.canAsk ? await this.connection.workspace.getConfiguration({ scopeUri: uri, section: "spotcheck" }).catch(() => undefined) : this.given;
    const { settings, complaints } = readSettings(raw);
    for (const complaint of complaints) this.connection.console.warn(complaint);
    return settings;
  }
}
