/**
 * A browser may keep a page whole and show it at a tap on Back, also after เปลี่ยนคน and whatever its headers say. Such a page is shown
 * again only to the session that it was made for; for anybody else it is hidden and asked for anew.
 */
export function onlyForSamePerson(): void {
  const madeFor = document.querySelector<HTMLMetaElement>('meta[name=who]')?.content ?? '';
  addEventListener('pageshow', ({ persisted }) => {
    if (!persisted || cookieValue('who') === madeFor) return;
    document.documentElement.hidden = true;
    // By its address and not by a reload, which would ask whether to send the form of the person before once more.
    location.replace(location.href);
  });
}

const cookieValue = (name: string): string =>
  document.cookie
    .split('; ')
    .find((pair) => pair.startsWith(`${name}=`))
    ?.slice(name.length + 1) ?? '';
