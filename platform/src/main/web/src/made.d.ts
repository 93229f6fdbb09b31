declare module '@made/tabler.css'
