"""A Spark session whose workers run the same Python as we do."""

import os
import re
import sys
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from goodword.errors import UnreadableFileError

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

_PYTHON_ERROR = re.compile(r"(?!java\.|org\.|py4j\.|pyspark\.)[\w.]*(?:Error|Exception): ")
_SPARK_CODE = re.compile(r"\[[A-Z_]{6,}(?:\.[A-Z_]+)?\] ")
_LOOK = "Look at what Spark printed above; a worker's own messages stand in its log."
_HINTS = (
    ("PATH_NOT_FOUND", "Give a path that this machine and every worker reach by the same name."),
    ("UNABLE_TO_INFER_SCHEMA", "Look whether Parquet files stand there: no other kind is read."),
    ("FAILED_READ_FILE", "Copy that file again: it is cut off, damaged or no Parquet."),
    ("No module named", "Give the workers the same Python: PYSPARK_PYTHON says which one."),
    ("PYTHON_VERSION_MISMATCH", "Give the workers the same Python: PYSPARK_PYTHON says which one."),
)
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
    # Nothing of pandas is used, whose newest version Spark warns about.
    warnings.filterwarnings("ignore", "PySpark does not yet fully support pandas", FutureWarning)
    # The setting of the same name is not enough: workers would start the system's Python.
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    builder = SparkSession.builder.appName("goodword replay")
    if master is not None:
        builder = builder.master(master)
    builder = builder.config("spark.sql.execution.arrow.maxRecordsPerBatch", str(_ROWS))
    # Instants are instants: no reading of them depends on where the driver stands.
    builder = builder.config("spark.sql.session.timeZone", "UTC")
    builder = builder.config("spark.ui.showConsoleProgress", "false")
    from py4j.protocol import Py4JError  # noqa: PLC0415 - comes with Spark

    try:
        return builder.getOrCreate()
    except (PySparkException, Py4JError, OSError, RuntimeError) as broken:
        raise UnreadableFileError(
            f"Apache Spark does not start: {_said_in(str(broken))}",
            hint="It wants Java 17 or newer (look whether `java -version` answers), and with "
            "--master a cluster that answers at that address.",
        ) from None


@contextmanager
def refusals_of_spark(path: str) -> Iterator[None]:
    """Refuse in our words what Spark refuses: with what it said, and what to look at next."""
    from py4j.protocol import Py4JError  # noqa: PLC0415 - comes with Spark
    from pyspark.errors import PySparkException  # noqa: PLC0415 - optional and slow

    try:
        yield
    except (PySparkException, Py4JError) as broken:
        said = _said_in(str(broken))
        hint = next((hint for words, hint in _HINTS if words in said), _LOOK)
        raise UnreadableFileError(f"{path} was not replayed on Spark: {said}", hint=hint) from None


def _said_in(message: str) -> str:
    """Return what tells most: the error of a worker's Python, Spark's own, or Java's."""
    lines = [line.strip() for line in message.splitlines() if line.strip()]
    errors = [line for line in lines if _PYTHON_ERROR.match(line)]
    codes = [line[found.start() :] for line in lines if (found := _SPARK_CODE.search(line))]
    java = [line.removeprefix(": ") for line in lines if line.startswith(": ")]
    return (errors or codes or java or lines or ["it did not say why."])[0][:240]
