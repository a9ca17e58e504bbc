"""`goodword backup FILE`: everything in one file."""

import argparse
import sys
import time
from dataclasses import asdict
from pathlib import Path

from goodword.cli.terminal import print_json
from goodword_web.project.start import start


class Backup:
    """The command: `SUMMARY`, its arguments, and what it does."""

    SUMMARY = "Write everything into one file, while the site runs."

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        """Declare the file to write."""
        parser.add_argument("file", type=Path, help="the file to write, such as today.tar.gz")
        parser.add_argument("--json", action="store_true", help="print the manifest as JSON")

    def run(self, arguments: argparse.Namespace) -> int:
        """Write the backup and return 0. Raises BackupError."""
        start()
        from goodword_web.project.archive import write_backup  # noqa: PLC0415  (apps ready)
        from goodword_web.project.beginning import migrate  # noqa: PLC0415  (apps ready)

        migrate()
        manifest = write_backup(arguments.file, at=int(time.time()))
        if arguments.json:
            print_json(asdict(manifest))
            return 0
        sys.stdout.write(
            f"{arguments.file}: {manifest.rows} rows of {len(manifest.tables)} tables,"
            f" {arguments.file.stat().st_size // 1024 + 1} KB.\n"
            "Keep it as safe as the data in it: it holds names and messages.\n"
        )
        return 0


command = Backup()
