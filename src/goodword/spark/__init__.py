"""Long histories replayed on Apache Spark, by the same bulk functions."""
