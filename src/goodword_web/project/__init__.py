"""Settings, URLs, servers, and the one place where tasks and channels are registered."""
