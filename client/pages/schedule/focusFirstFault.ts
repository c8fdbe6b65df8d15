/** Takes the focus to the first field that is marked as wrong, once the marks are drawn. */
export function focusFirstFault(form: HTMLFormElement): void {
  requestAnimationFrame(() => {
    const field = form.querySelector<HTMLElement>('[aria-invalid="true"], [data-invalid] input, [data-invalid] [role="spinbutton"]');
    field?.focus();
    field?.scrollIntoView({ block: 'center' });
  });
}
