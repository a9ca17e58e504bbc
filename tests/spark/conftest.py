"""A cluster takes minutes to start on a busy machine: `script/soak spark` asks for it by name."""

import os

collect_ignore = [] if os.environ.get("GOODWORD_SPARK") else ["test_replay_on_spark.py"]
