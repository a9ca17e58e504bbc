"""A Spark session whose workers run the same Python as we do."""

import os
import sys
from typing import TYPE_CHECKING

from goodword.errors import UnreadableFileError

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

# Rows of one Arrow batch: what is judged at a time stays in a processor's cache.
_ROWS = 1 << 16


def spark_session(master: str | None = None) -> "SparkSession":
    """Return the session that runs, else a new one; `master` None is what spark-submit says.

    Raises UnreadableFileError where Spark or Java is not installed.
    """
    try:
        from pyspark.errors import PySparkException  # noqa: PLC0415 - optional and slow
        from pyspark.sql import SparkSession  # noqa: PLC0415
    except ImportError:
        raise UnreadableFileError(
            "Apache Spark is not installed here.",
            hint="Install it with: pip install 'goodword[spark]'; it also wants Java 17 or newer.",
        ) from None
    # The setting of the same name is not enough: workers would start the system's Python.
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    builder = SparkSession.builder.appName("goodword replay")
    if master is not None:
        builder = builder.master(master)
    builder = builder.config("spark.sql.execution.arrow.maxRecordsPerBatch", str(_ROWS))
    # Instants are instants: no reading of them depends on where the driver stands.
    builder = builder.config("spark.sql.session.timeZone", "UTC")
    builder = builder.config("spark.ui.showConsoleProgress", "false")
    try:
        return builder.getOrCreate()
    except (PySparkException, OSError, RuntimeError) as broken:
        raise UnreadableFileError(
            f"Apache Spark does not start: {str(broken).splitlines()[0][:160]}",
            hint="It wants Java 17 or newer; look whether `java -version` answers.",
        ) from broken
