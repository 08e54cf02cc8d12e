"""Runs the SQL of examples/many-teams.md in Spark, on one machine, and holds the picture against that of DuckDB:
`python3 tests/tidy/spark.py answers.csv`. Needs Java and the packages pyspark and duckdb; tells seconds and sizes."""

import re
import sys
import time
from pathlib import Path

import duckdb
from pyspark.sql import SparkSession

ROOT = Path(__file__).resolve().parents[2]
SQL = re.findall(r"```sql\n(.*?)```", (ROOT / "examples" / "many-teams.md").read_text("utf-8"), re.DOTALL)
NEAR = 1e-9


def block(*words):
    [found] = [sql for sql in SQL if all(word in sql for word in words)]
    return found


def timed(what, work):
    begun = time.monotonic()
    done = work()
    print(f"{what}: {time.monotonic() - begun:.1f} s", flush=True)
    return done


def in_duckdb(rows):
    database = duckdb.connect()
    database.execute(block("create view", "read_csv").replace("answers.csv", str(rows)))
    picture = timed("DuckDB, the picture from CSV", lambda: database.sql(block("percentile_cont")).fetchall())
    parquet = rows.with_suffix(".parquet")
    copy = block("copy").replace("answers.csv", str(rows)).replace("answers.parquet", str(parquet))
    timed("DuckDB, CSV to Parquet", lambda: database.execute(copy))
    database.execute(f"create or replace view answers as from '{parquet}'")
    again = timed("DuckDB, the picture from Parquet", lambda: database.sql(block("percentile_cont")).fetchall())
    print(f"CSV {rows.stat().st_size / 1e6:.0f} MB, Parquet {parquet.stat().st_size / 1e6:.1f} MB")
    assert again == picture
    return picture, parquet


def in_spark(rows, parquet):
    spark = SparkSession.builder.master("local[*]").config("spark.ui.enabled", "false").getOrCreate()
    spark.sparkContext.setLogLevel("ERROR")
    views = block("temporary view").split(";")
    query = block("percentile_cont").strip().rstrip(";")
    pictures = []
    for view, form in zip(views, ("CSV", "Parquet")):
        view = view.replace("answers.csv", str(rows)).replace("answers.parquet", str(parquet))
        spark.sql(view.strip().replace("create temporary", "create or replace temporary"))
        found = timed(f"Spark, the picture from {form}", lambda: spark.sql(query).collect())
        pictures.append([tuple(row) for row in found])
    spark.stop()
    return pictures


def main():
    rows = Path(sys.argv[1]).resolve()
    told, parquet = in_duckdb(rows)
    for picture in in_spark(rows, parquet):
        assert len(picture) == len(told) > 0, (len(picture), len(told))
        for one, other in zip(picture, told):
            near = all(a == b or abs(a - b) < NEAR for a, b in zip(one, other))
            assert near, (one, other)
    print(f"{len(told)} parts of the picture: Spark and DuckDB agree")


main()
