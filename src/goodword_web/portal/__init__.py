"""What anybody may see: our promises, how to reach us, and how a case stands."""
