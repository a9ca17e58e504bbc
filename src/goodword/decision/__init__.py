"""May I? What now? The same answer whoever asks."""
