import styles from './viewer.module.css';

/** Makes an element; text is set as text, never as markup. */
export function elementOf<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  properties: Partial<HTMLElementTagNameMap[Tag]> = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  Object.assign(element, properties);
  element.append(...children);
  return element;
}

export function buttonOf(label: string, sign: string, onClick: () => void): HTMLButtonElement {
  const button = elementOf('button', { type: 'button', title: label }, sign);
  button.setAttribute('aria-label', label);
  button.addEventListener('click', onClick);
  return button;
}

/** The part that scrolls; it takes the focus, so that the arrow keys and Page Down work. */
export function scrollerOf(label: string): HTMLElement {
  const scroller = elementOf('main', { className: styles.scroller, tabIndex: 0 });
  scroller.setAttribute('aria-label', label);
  return scroller;
}
