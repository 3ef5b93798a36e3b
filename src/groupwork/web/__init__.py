"""The scripts and styles of the page, and in dist/ what `npm run build` makes of them."""
