import { useEffect, useState } from 'react';

/** The section that is being read: the last one whose beginning has come up past the upper third of the window. */
export function useSectionInView(ids: readonly string[]): string | undefined {
  const key = ids.join(' ');
  const [inView, setInView] = useState(ids[0]);
  useEffect(() => {
    let frame = 0;
    const look = (): void => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => {
        const all = key.split(' ');
        const begun = all.filter((id) => (document.getElementById(id)?.getBoundingClientRect().top ?? Infinity) < innerHeight / 3);
        const atEnd = innerHeight + scrollY >= document.documentElement.scrollHeight - 2;
        setInView((atEnd ? all : begun).at(-1) ?? all[0]);
      });
    };
    look();
    addEventListener('scroll', look, { passive: true });
    addEventListener('resize', look);
    return () => {
      cancelAnimationFrame(frame);
      removeEventListener('scroll', look);
      removeEventListener('resize', look);
    };
  }, [key]);
  return inView;
}
