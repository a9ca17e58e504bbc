"""English: words, forms and phrases as data."""
