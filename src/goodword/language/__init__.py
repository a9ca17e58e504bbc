"""Language packs as data, and the matcher that finds their words in a sentence."""
