"""What each person has practised; nobody is ranked."""
