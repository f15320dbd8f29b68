import { elementOf, scrollerOf } from './elements.ts';
import { evidenceAddress, type ViewerRequest } from './request.ts';
import styles from './viewer.module.css';
import { createZoom } from './zoom.ts';

const margin = 24;

/** Draws a picture, whole at first. An SVG drawn as a picture runs no script and loads nothing. */
export async function showImage(place: HTMLElement, { sha256, name }: ViewerRequest): Promise<void> {
  const image = elementOf('img', { className: styles.picture, alt: name, src: evidenceAddress(sha256) });
  await image.decode();
  // An SVG without a size of its own says 0.
  const width = image.naturalWidth || 600;
  const height = image.naturalHeight || 400;
  const scroller = scrollerOf(name);
  let chosen: number | null = null;
  const fitting = () =>
    Math.max(0.01, Math.min(1, (scroller.clientWidth - margin) / width, (scroller.clientHeight - margin) / height));
  const scale = () => chosen ?? fitting();
  const zoom = createZoom(scale, (wanted) => {
    chosen = wanted;
    draw();
  });
  const draw = () => {
    image.style.width = `${width * scale()}px`;
    image.style.height = `${height * scale()}px`;
    zoom.tell(scale());
  };
  const size = elementOf('span', { className: styles.note }, `${width} × ${height} pixels`);
  scroller.append(image);
  place.replaceChildren(elementOf('header', { className: styles.bar }, size, zoom.bar), scroller);
  new ResizeObserver(draw).observe(scroller);
}
