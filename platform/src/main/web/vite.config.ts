import { defineConfig } from 'vite'

const out = process.env['RONGHE_WEB_OUT'] ?? 'dist'

// Modules with content hashes in their names; map and charts come only where a page has one.
export default defineConfig({
  publicDir: false,
  base: './',
  resolve: { alias: { '@made': `${out}.made` } },
  worker: { format: 'es', rollupOptions: { output: { entryFileNames: '[name]-[hash].js' } } },
  build: {
    target: 'es2022',
    outDir: `${out}/org/ronghe/platform/web/assets`,
    assetsDir: '',
    emptyOutDir: true,
    manifest: true,
    modulePreload: false,
    chunkSizeWarningLimit: 1200,
    rollupOptions: {
      input: { node: 'src/node.ts' },
      output: { entryFileNames: '[name]-[hash].js', chunkFileNames: '[name]-[hash].js', assetFileNames: '[name]-[hash][extname]' },
    },
  },
})
