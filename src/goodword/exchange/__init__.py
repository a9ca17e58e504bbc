"""In and out: policies from other programs' files, and policies for other programs."""
