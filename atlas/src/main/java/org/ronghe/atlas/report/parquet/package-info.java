/// Writes flat tables as Apache Parquet (https://parquet.apache.org/docs/file-format/), without
/// Hadoop; see `docs/decisions/0003-parquet-writer.md`.
@NullMarked
package org.ronghe.atlas.report.parquet;

import org.jspecify.annotations.NullMarked;
