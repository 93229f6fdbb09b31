import { defineConfig } from 'vite'

// One script and one style sheet, without module loading: both are put inside the page.
export default defineConfig({
  publicDir: false,
  build: {
    target: 'es2022',
    outDir: `${process.env.RONGHE_WEB_OUT ?? 'dist'}/org/ronghe/atlas/report`,
    emptyOutDir: false,
    lib: { entry: 'src/main.ts', formats: ['iife'], name: 'ronghe', fileName: () => 'report.js', cssFileName: 'report' },
  },
})
