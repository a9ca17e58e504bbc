"""`goodword restore FILE`: a backup into an empty database."""

import argparse
import sys
from dataclasses import asdict
from pathlib import Path

from goodword.cli.terminal import print_json
from goodword_web.project.start import start


class Restore:
    """The command: `SUMMARY`, its arguments, and what it does."""

    SUMMARY = "Fill an empty database from a backup."

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        """Declare the file to read."""
        parser.add_argument("file", type=Path, help="a file that goodword backup wrote")
        parser.add_argument("--json", action="store_true", help="print the manifest as JSON")

    def run(self, arguments: argparse.Namespace) -> int:
        """Restore the backup and return 0. Raises BackupError."""
        start()
        from goodword_web.project.archive import restore_backup  # noqa: PLC0415  (apps ready)
        from goodword_web.project.beginning import migrate  # noqa: PLC0415  (apps ready)

        migrate()
        manifest = restore_backup(arguments.file)
        if arguments.json:
            print_json(asdict(manifest))
            return 0
        sys.stdout.write(
            f"Restored {manifest.rows} rows of {len(manifest.tables)} tables.\n"
            "Everybody signs in again, with the same password.  Next: goodword serve\n"
        )
        return 0


command = Restore()
