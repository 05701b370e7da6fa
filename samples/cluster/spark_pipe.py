"""Extracts the targets of documents on Spark: each partition of lines is piped through a mubiao of its own.

    spark-submit spark_pipe.py DOCUMENTS RESULTS [OPTION]...

DOCUMENTS and RESULTS are what Spark reads and writes (hdfs://, s3a://, files): a JSON object a line that has an id and
a text, and a line of records for each. OPTION are those of mubiao extract. The program is /usr/bin/mubiao on every
executor, or what MUBIAO says.
"""

import os
import shlex
import sys

from pyspark.sql import SparkSession

# Status 4, some documents could not be read, is no failure of the worker: their lines say so, and it would be the
# same the next time. As any other status but 0 it would have Spark try again, and give up the job in the end.
WORKER = '"$@" || [ $? -eq 4 ]'


def main(documents, results, options):
    mubiao = os.environ.get("MUBIAO", "/usr/bin/mubiao")  # in full: Spark runs it with an empty environment
    command = [mubiao, "extract", "--quiet", "-j", "1", "--input", "jsonl", "--format", "jsonl", "--by", "document"]
    lines = SparkSession.builder.appName("mubiao").getOrCreate().sparkContext.textFile(documents)
    # Without checkCode Spark would take what a worker wrote before it died for all of its results.
    lines.pipe(shlex.join(["sh", "-c", WORKER, "sh", *command, *options]), checkCode=True).saveAsTextFile(results)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], sys.argv[3:])
