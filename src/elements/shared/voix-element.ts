import { ContextEvent } from '@lit/context';
import { LitElement, type PropertyDeclarations, type PropertyValues } from 'lit';
import type { ElectionError } from '../../model/errors.js';
import type { ReadySnapshot, Snapshot } from '../../model/snapshot.js';
import { snapshotContext } from './context.js';
import type { MoreMessages } from '../../locales/messages.js';
import { currentLanguage, languageReady, moreMessages, speakers, type Language } from './localize.js';

/**
 * What every element of Voix has: the snapshot (its own property, else the nearest provider's) and
 * the page's language. It draws nothing before the language is there, and draws again only when
 * what it says it looks at (`slice`) has changed.
 *
 * @cssprop [--voix-colour] - The brand's colour; every other colour follows. Default: the one in the election's own data.
 * @cssprop [--voix-radius=10px] - Radius of the corners; 0 to 24 px look right.
 * @cssprop [--voix-size=1rem] - Size of body type; every other size follows.
 * @cssprop [--voix-space=16px] - The rhythm of the layout.
 */
export abstract class VoixElement extends LitElement {
  static override properties: PropertyDeclarations = { snapshot: { attribute: false } };

  /** What to draw, for use without a provider. It beats the provider's. */
  declare snapshot: Snapshot | undefined;

  #provided: Snapshot | undefined;
  #unsubscribe: (() => void) | undefined;
  #seen: readonly unknown[] = [];

  /** The snapshot in force. */
  protected get current(): Snapshot | undefined {
    return this.snapshot ?? this.#provided;
  }

  /** The snapshot in force, once there is an election in it. */
  protected get ready(): ReadySnapshot | undefined {
    const current = this.current;
    return current?.status === 'ready' ? current : undefined;
  }

  /** The page's language; there whenever an element draws. */
  protected get language(): Language {
    return currentLanguage()!;
  }

  /** The sentences that few need; `undefined` on first asking, drawn as soon as they are there. */
  protected get more(): MoreMessages | undefined {
    return moreMessages(() => this.requestUpdate('more', 0));
  }

  /** What has become of a ballot. Without a network no further sentence comes: that one is there from the start. */
  protected sentence({ code }: ElectionError): string | undefined {
    return code === 'offline' ? this.language.t.keptLong : this.more?.errors[code];
  }

  /** What the element draws from. When none of it has changed, a new snapshot costs nothing. */
  protected slice(): readonly unknown[] {
    return [this.current];
  }

  override connectedCallback(): void {
    super.connectedCallback();
    speakers.add(this);
    // The page may have changed its language while this was away.
    this.requestUpdate();
    this.#ask();
    // Scripts and tags may come in any order: a provider that is defined later is asked again.
    void customElements.whenDefined('voix-provider').then(() => {
      if (this.isConnected && !this.#unsubscribe) this.#ask();
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    speakers.delete(this);
    this.#unsubscribe?.();
    this.#unsubscribe = undefined;
  }

  /** Asks the nearest provider, by the community's context protocol, for its snapshots. */
  #ask(): void {
    this.dispatchEvent(
      new ContextEvent(
        snapshotContext,
        this,
        (snapshot, unsubscribe) => {
          if (unsubscribe !== this.#unsubscribe) this.#unsubscribe?.();
          this.#unsubscribe = unsubscribe;
          this.#provided = snapshot;
          this.requestUpdate();
        },
        true,
      ),
    );
  }

  protected override scheduleUpdate(): void | Promise<unknown> {
    return currentLanguage() ? super.scheduleUpdate() : languageReady().then(() => super.scheduleUpdate());
  }

  protected override shouldUpdate(changed: PropertyValues): boolean {
    const seen = [currentLanguage(), ...this.slice()];
    const before = this.#seen;
    this.#seen = seen;
    return changed.size > 0 || seen.some((value, i) => value !== before[i]);
  }
}
