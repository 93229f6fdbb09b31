/**
 * Asks before a form with `data-confirm` (on the form or the button pressed) is sent. The question
 * is put into the page's one `dialog#confirm`, whose words the server wrote. Without script the
 * form is sent at once; the server asks for nothing it could not undo or would not check.
 */
export function startConfirm(root: Document): void {
  root.addEventListener(
    'submit',
    (event) => {
      const form = event.target as HTMLFormElement
      const button = event.submitter as HTMLElement | null
      const question = button?.dataset['confirm'] ?? form.dataset['confirm']
      const dialog = root.querySelector<HTMLDialogElement>('dialog#confirm')
      if (!question || !dialog || form.dataset['confirmed'] === 'yes') {
        delete form.dataset['confirmed']
        return
      }
      event.preventDefault()
      event.stopImmediatePropagation()
      dialog.querySelector('[data-question]')!.textContent = question
      dialog.returnValue = ''
      dialog.addEventListener(
        'close',
        () => {
          if (dialog.returnValue !== 'yes') return
          form.dataset['confirmed'] = 'yes'
          form.requestSubmit(button)
        },
        { once: true },
      )
      dialog.showModal()
    },
    { capture: true },
  )
}
