/**
 * Types of the elements for React's JSX, from version 19 on, which sets a custom element's properties and hears its
 * events. There is nothing of it at run time: `import 'voix/react'`, once, anywhere.
 *
 * They are made of what the elements declare of themselves: each that is imported takes what every HTML element takes,
 * its own properties by their names, and `on` followed by an event's name.
 */
import type { LitElement } from 'lit';
import type { DetailedHTMLProps, HTMLAttributes } from 'react';

type Tag = Extract<keyof HTMLElementTagNameMap, `voix-${string}`>;

type Events = {
  [Name in Extract<keyof HTMLElementEventMap, `voix-${string}`> as `on${Name}`]?:
    | ((event: HTMLElementEventMap[Name]) => void)
    | undefined;
};

/** Whether two types are the same, `readonly` included. */
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

/** What may be set: neither what is only read nor what an element is asked to do. */
type Own<Element> = {
  [
    Name in Exclude<keyof Element, keyof LitElement> as Same<
      Pick<Element, Name>,
      { -readonly [_ in Name]: Element[Name] }
    > extends true
      ? Name
      : never
  ]?: Element[Name] | undefined;
};

/** What a tag takes in JSX. */
export type Props<Name extends Tag> = Own<HTMLElementTagNameMap[Name]> &
  Events &
  DetailedHTMLProps<HTMLAttributes<HTMLElementTagNameMap[Name]>, HTMLElementTagNameMap[Name]>;

type Tags = { [Name in Tag]: Props<Name> };

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements extends Tags {}
  }
}
