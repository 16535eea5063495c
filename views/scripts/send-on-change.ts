/** What a choice asks for next comes with the page: it is saved at once, where otherwise the button would be pressed first. */
export function sendOnChange(): void {
  for (const field of document.querySelectorAll<HTMLSelectElement>('[data-send-on-change]'))
    field.addEventListener('change', () => field.form?.requestSubmit());
}
