"""The policy in an editor: pure functions over a text, and a thin language server above them."""
