"""What an export most likely is: its columns, its dates, its map."""
